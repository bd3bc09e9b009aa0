import { isFiller } from "./plain/fillers.ts";
import { bare, fold, normalise, startsWithDigit } from "./plain/normalise.ts";

const SAYINGS = new Set(
  [
    "en osaa sanoa,en osaa sanoo,en osaa vastata,en osaa,eos,e o s,en tieda,en tieda viela,en tiia,en tiija,emt,en mina tieda,en ma tieda,en ma tiia,en mie tiia",
    "ei tietoa,ei mitaan tietoa,ei hajua,ei mitaan hajua,ei aavistustakaan,ei harmainta aavistusta,ei kasitysta,vaikea sanoa,vaikea sanoo,mahdoton sanoa,en ole varma,en oo varma",
    "can't say,cant say,cannot say,can not say,i can't say,i cant say,i cannot say,don't know,dont know,do not know,i don't know,i dont know,i do not know,dunno,idk,no idea",
    "not sure,i'm not sure,im not sure,i am not sure,hard to say,no clue,i couldn't say,couldn't say",
  ]
    .join(",")
    .split(","),
);

/** A part of every saying: most replies have none, and are not looked at further. */
const HINT = /tie|tii|osaa|e.?o.?s|emt|haju|aavist|k.sity|vaikea|mahdoton|varma|say|know|dunno|idk|idea|sure|clue/i;

/** Whether a text says, in either language, that the person cannot say: "en osaa sanoa", "eos", "en tiedä kyllä", "I don't know". */
export function saysCannotSay(text: string): boolean {
  if (text.length < 2 || text.length > 60 || startsWithDigit(text) || !HINT.test(text)) return false;
  const plain = fold(bare(normalise(text)))
    .replace(/[.,]/g, " ")
    .replace(/\s+/g, " ");
  if (plain.length < 2) return false;
  return SAYINGS.has(plain) || SAYINGS.has(withoutEnds(plain));
}

const AROUND = new Set("kylla oikein nyt ihan viela tahan sorry anteeksi really oh hmm hm no joo en".split(" "));

/** Small words before and after fall away: "no en tiedä kyllä" says "en tiedä". */
function withoutEnds(plain: string): string {
  const tokens = plain.split(" ");
  const small = (token: string | undefined) => token !== undefined && (AROUND.has(token) || isFiller(token));
  while (tokens.length > 1 && small(tokens[tokens.length - 1])) tokens.pop();
  while (tokens.length > 1 && tokens[0] !== "en" && small(tokens[0]) && !SAYINGS.has(tokens.join(" "))) tokens.shift();
  return tokens.join(" ");
}
