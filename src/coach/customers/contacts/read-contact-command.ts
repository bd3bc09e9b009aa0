import type { HandWords } from "./hand-by-words.ts";

/** What people say about contacts with customers, beside the lines by which they log them. */
export type ContactCommand =
  | { readonly kind: "owed" }
  | { readonly kind: "how" }
  | { readonly kind: "undo" }
  | ({ readonly kind: "hand" } & HandWords);

/** Whom it names is still to be looked up. "Siirrä" and "luovuta" alone are said of actions. */
const HAND = [
  /^(?:anna|(?:anna|siirrä|luovuta) asiakas) (?!asiakas )(\S.{1,80}) (\S{2,30}ll[eä])$/u,
  /^(?:give|hand over|hand)(?: customer)? (\S.{1,80}) to (\S.{1,30})$/u,
];

const PHRASES: readonly (readonly [ContactCommand, readonly string[]])[] = [
  [
    { kind: "owed" },
    [
      "yhteydenotot",
      "omat yhteydenotot",
      "kenelle soitan",
      "kenelle pitää soittaa",
      "contacts",
      "my contacts",
      "whom do i owe a contact",
      "who do i call",
    ],
  ],
  [{ kind: "undo" }, ["kumoa", "kumoa kirjaus", "kumoa yhteydenotto", "undo", "undo that"]],
  [{ kind: "how" }, ["yhteydenotto", "kirjaa yhteydenotto", "contact", "log a contact"]],
];
const BY_PHRASE = new Map(PHRASES.flatMap(([command, phrases]) => phrases.map((phrase) => [phrase, command] as const)));
/** What is taught, to be guessed from a slip of the finger. */
export const contactPhrases: readonly string[] = [...BY_PHRASE.keys()];

/** What a whole message asks about contacts; `said` is in small letters, without the coach's name and the punctuation at its end. */
export function readContactCommand(said: string): ContactCommand | undefined {
  const known = BY_PHRASE.get(said);
  if (known) return known;
  for (const form of HAND) {
    const [, customer, to] = form.exec(said) ?? [];
    if (customer !== undefined && to !== undefined) return { kind: "hand", customer, to };
  }
  return undefined;
}
