import { bare, normalise } from "../../flow/reading/plain/normalise.ts";

/** Words of which a message may consist whole and say nothing but "I hear you": of no thread's question an answer. */
const NODS = new Set(
  (
    "ok okei okay kiitos kiitti kiitoksia kiva joo juu jep jees kyllä niin hyvä hyvin hienoa selvä samaa mieltä sama peukku heh haha " +
    "moi moikka hei terve huomenta thanks thank you yes yep yeah sure great good nice agreed agree same right hi hello hey"
  ).split(" "),
);

/** Whole messages by which people say that a question is done with. */
const DONE = new Set([
  "valmis",
  "valmista",
  "valmiit",
  "valmiita",
  "rivit valmiit",
  "ei muuta",
  "ei muuta kirjataan",
  "kirjataan",
  "siinä kaikki",
  "siinä ne",
  "done",
  "ready",
  "rows done",
  "nothing more",
  "nothing more record it",
  "that's all",
]);

/** "🙂", "+1", "ok kiitos", "samaa mieltä": said to each other. */
export function isNod(text: string): boolean {
  const said = plain(text);
  return said === "" || /^\s*\+1\s*$/u.test(text) || said.split(" ").every((word) => NODS.has(word));
}

/** "valmis", "ei muuta, kirjataan". */
export function saysDone(text: string): boolean {
  return DONE.has(plain(text));
}

/** Letters and digits with a space between words; emoji, also by their names in Slack, and punctuation fall away. */
function plain(text: string): string {
  if (text.length > 60) return "-";
  return bare(
    normalise(text)
      .replace(/:[a-z0-9_+-]+:/gu, " ")
      .replace(/[^\p{L}\p{N}']+/gu, " ")
      .trim(),
  );
}
