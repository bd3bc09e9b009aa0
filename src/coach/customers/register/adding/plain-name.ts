import { isCompanyForm, wordsOf } from "../../../../customers/search/name-key.ts";
import { fold, normalise } from "../../../../flow/reading/plain/normalise.ts";

/** First words of a line that tells of something done ("Ostin kahvia", "Soitettu Rautaselle"). Folded. */
const TELLS = /^\p{L}{2,}(?:in|imme|ttu|tty|ttiin)$/u;
/** Words that stand in talk, and in no name. Folded. */
const TALK: ReadonlySet<string> = new Set(
  (
    "hei moi moro terve huomenta paivaa mita missa miten miksi milloin kuka kuinka entas enta on oli ei en et olen haluaa halusi tilaa tilasi soitan " +
    "asiakas asiakkaat asiakkaan asiakkaita luokka kortti hi hello hey what where how why when who is was not wants wanted i im customer customers class card"
  ).split(" "),
);

/** Whether one line by itself is a name beyond doubt: as names are written, and with no word of talk in it. */
export function isPlainName(line: string): boolean {
  const words = wordsOf(line);
  const [first = "", ...rest] = words;
  if (words.some((word) => TALK.has(word)) || (rest.length > 0 && TELLS.test(fold(normalise(first))))) return false;
  return /^[\p{Lu}\p{N}]/u.test(line) || words.some(isCompanyForm);
}
