/** What can be done to an action by word. */
export type Verb =
  | "take"
  | "not-mine"
  | "done"
  | "going"
  | "unblock"
  | "wait"
  | "move"
  | "hand"
  | "block"
  | "drop"
  | "deed"
  | "reopen"
  | "history";

/** "siirrä: hinnasto, 18.12." */
export interface Doing {
  readonly verb: Verb;
  /** Which action, and what else the verb wants. */
  readonly text: string;
}

/** With their colon no sentence of people's own begins so. The first form of each is the one that is taught. */
const SAID: { readonly [verb in Verb]: readonly string[] } = {
  take: ["otan", "take", "i take", "i'll take"],
  "not-mine": ["ei minun", "not mine"],
  done: ["valmis", "tehty", "done"],
  going: ["menossa", "aloitettu", "under way", "going"],
  unblock: ["jatkuu", "jatkuu taas", "moving", "moving again"],
  wait: ["odottaa", "odottaa vuoroaan", "waits", "waits its turn"],
  move: ["siirrä", "move"],
  hand: ["luovuta", "hand over"],
  block: ["jumissa", "stuck", "blocked"],
  drop: ["pudota", "drop"],
  deed: ["ensimmäinen askel", "ensimmäinen teko", "first step", "first deed"],
  reopen: ["avaa uudelleen", "avaa taas", "open again", "reopen"],
  history: ["historia", "history"],
};
const VERBS = new Map(
  Object.entries(SAID).flatMap(([verb, said]) => said.map((one) => [one, verb as keyof typeof SAID] as const)),
);
const FORM = /^\s*(?:\/?luotsi[,:]?\s+)?(\p{L}[\p{L}' ]{1,20})\s*:\s*(\S[\s\S]*)$/iu;
const LONGEST = 600;

/** What a whole message wants done to an action, or undefined when it is something else. */
export function readDoing(text: string): Doing | undefined {
  const [, said = "", rest = ""] = FORM.exec(text.normalize("NFC").slice(0, LONGEST)) ?? [];
  const verb = VERBS.get(said.toLowerCase().replace(/\s+/gu, " ").replace("’", "'").trim());
  return verb === undefined ? undefined : { verb, text: rest.trim() };
}
