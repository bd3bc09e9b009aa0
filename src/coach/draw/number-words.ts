import type { Say } from "../../text/text.ts";

/** 0–10 in words, larger numbers in digits: "viisi", "12". In the elative: "viidestä". */
export function numberWord(say: Say, number: number, form: "plain" | "from" = "plain"): string {
  const known = say(form === "plain" ? "coach.numbers" : "coach.numbersFrom").split(" ");
  return known[number] ?? String(number);
}

/** A sentence that may begin with a number word. */
export function capital(sentence: string): string {
  return sentence.charAt(0).toLocaleUpperCase() + sentence.slice(1);
}

/** A title inside a sentence: "Asiakastieto" becomes "asiakastieto"; what begins with an abbreviation stays. */
export function inSentence(title: string): string {
  return /^\p{Lu}[\p{Ll}\s]/u.test(title) ? title.charAt(0).toLocaleLowerCase() + title.slice(1) : title;
}

const HOLDS_AND = / (?:ja|and) /u;

/** "a", "a ja b", "a, b ja c"; "strategia sekä rakenne ja resurssit". */
export function listed(say: Say, parts: readonly string[]): string {
  const last = parts.at(-1);
  if (last === undefined || parts.length === 1) return last ?? "";
  const also = parts.some((part) => HOLDS_AND.test(part));
  return say(also ? "coach.andAlso" : "coach.and", { first: parts.slice(0, -1).join(", "), last });
}
