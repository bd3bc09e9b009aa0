import type { Say } from "../../text/text.ts";

/** 0–10 in words, larger numbers in digits: "viisi", "12". In the elative: "viidestä". */
export function numberWord(say: Say, number: number, form: "plain" | "from" = "plain"): string {
  const known = say(form === "plain" ? "coach.numbers" : "coach.numbersFrom").split(" ");
  return known[number] ?? String(number);
}

/** The same at the beginning of a sentence. */
export function numberFirst(say: Say, number: number, form: "plain" | "from" = "plain"): string {
  return capital(numberWord(say, number, form));
}

export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** "a", "a ja b", "a, b ja c". */
export function listed(say: Say, parts: readonly string[]): string {
  const last = parts.at(-1);
  return last === undefined || parts.length === 1
    ? (last ?? "")
    : say("coach.and", { first: parts.slice(0, -1).join(", "), last });
}
