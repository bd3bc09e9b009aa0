import type { InBoth } from "../commands/command-phrases.ts";
import { type Doing, readDoing } from "./doing/read-doing.ts";

/** What people say about actions, in either language. */
export type PlanCommand =
  /** "toimenpide: tehdään hinnasto verkkoon, Satu, 15.12." */
  | { readonly kind: "note"; readonly text: string }
  /** "siirrä: hinnasto, 18.12." */
  | { readonly kind: "do"; readonly doing: Doing }
  | { readonly kind: "how" }
  | { readonly kind: "list"; readonly of: "team" | "mine" | "untaken" }
  /** "Sadun toimenpiteet", "toimenpiteet Q1": whose or which, in the person's own words. */
  | { readonly kind: "list-by"; readonly words: string }
  /** Of the year that is under way, unless one is named. */
  | { readonly kind: "year"; readonly year?: number };

const NOTE =
  /^\s*(?:\/?luotsi[,:]?\s+)?(?:(?:(?:uusi\s+)?toimenpide|new\s+action)(?:\s*[:;,]|\s+[–—-]\s)|action(?:\s*[:;]|\s+[–—-]\s)|to-?do\s*:)\s*(\S[\s\S]*)$/iu;
const PHRASES: readonly (readonly [PlanCommand, InBoth])[] = [
  [
    { kind: "list", of: "team" },
    { fi: ["toimenpiteet", "tiimin toimenpiteet"], en: ["actions", "team actions", "the team's actions"] },
  ],
  [
    { kind: "list", of: "mine" },
    { fi: ["omat toimenpiteet", "omat toimenpiteeni", "toimenpiteeni"], en: ["my actions"] },
  ],
  [
    { kind: "list", of: "untaken" },
    { fi: ["vapaat toimenpiteet", "ottamattomat toimenpiteet"], en: ["open proposals", "untaken actions"] },
  ],
  [{ kind: "year" }, { fi: ["vuosisuunnitelma"], en: ["year plan", "the year plan"] }],
  [
    { kind: "how" },
    { fi: ["toimenpide", "uusi toimenpide", "lisää toimenpide"], en: ["action", "new action", "add action"] },
  ],
];
const BY_PHRASE = new Map(
  PHRASES.flatMap(([command, { fi, en }]) => [...fi, ...en].map((phrase) => [phrase, command] as const)),
);
/** What is taught, by language, to be guessed from a slip of the finger. */
export const taughtOfPlan: InBoth = {
  fi: PHRASES.flatMap(([, { fi }]) => fi),
  en: PHRASES.flatMap(([, { en }]) => en),
};
const BY = [
  /^toimenpiteet[\s:,]+(.{1,60})$/u,
  /^(.{1,60}?)\s+toimenpiteet$/u,
  /^actions\s+(?:of|for|in|by)\s+(.{1,60})$/u,
  // Nothing else without a word between: "actions speak louder".
  /^actions\s+(q[1-4](?:[\s/]+20\d\d)?)$/u,
  /^(.{1,60}?)(?:['’]s|['’])?\s+actions$/u,
];
const YEAR =
  /^(?:vuosisuunnitelma|vuoden suunnitelma|(?:the )?year plan|plan of the year)(?:lle| vuodelle| for| of)? (20\d\d)$/u;
/** More than this is a document, not an action. */
const LONGEST_NOTE = 2000;

/** What a whole message asks about actions, or undefined when it is something else. */
export function readPlanCommand(text: string): PlanCommand | undefined {
  const note = NOTE.exec(text.slice(0, LONGEST_NOTE))?.[1];
  if (note !== undefined) return { kind: "note", text: note.trim() };
  const doing = readDoing(text);
  if (doing) return { kind: "do", doing };
  if (text.length > 100) return undefined;
  const said = text
    .normalize("NFC")
    .toLowerCase()
    .replace(/^\s*\/?luotsi[,:]?\s+/u, "")
    .replace(/[\s.!?:]+$/u, "")
    .replace(/\s+/gu, " ")
    .trim();
  const known = BY_PHRASE.get(said);
  if (known) return known;
  const year = YEAR.exec(said)?.[1];
  if (year !== undefined) return { kind: "year", year: Number(year) };
  const words = BY.map((form) => form.exec(said)?.[1]).find((found) => found !== undefined);
  return words === undefined ? undefined : { kind: "list-by", words };
}
