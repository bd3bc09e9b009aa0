import { LIMITS } from "../../../message/limits.ts";
import type { Person } from "../../../people/records.ts";
import { type Due, LONGEST } from "../../../plan/action.ts";
import { type Language, words } from "../../../text/text.ts";
import { shorten } from "../../draw/shorten.ts";
import { type DueRead, MONTH, readDue } from "../read-due.ts";
import { calledExactly, type OwnersRead, readOwners } from "../read-owners.ts";

export interface Doubt {
  /** What is in doubt: when, or which person. A stranger is nobody of the team: then it is open who does it. */
  readonly kind: "day" | "person" | "stranger";
  readonly question: string;
  readonly people: readonly string[];
  /** ISO dates. */
  readonly days: readonly string[];
}

/** What a written action says. What could not be read is left open, with the doubt to ask about. */
export interface Note {
  readonly what: string;
  readonly owners: readonly string[];
  readonly due: Due | null;
  readonly doubt: Doubt | undefined;
  /** All of it, where the action's own line had to be cut. */
  readonly rest: string;
}

interface Known {
  readonly people: readonly Person[];
  readonly me: string;
  readonly today: string;
  readonly language: Language;
}

interface Found {
  due: Due | null;
  owners: readonly string[];
  doubt: Doubt | undefined;
}

/** So many people fit under a question as buttons; more stand in the form. */
const MOST_CHOSEN = LIMITS.actionsPerCard - 1;
const BETWEEN = /\s*(?:,(?!\d)|;|\n+|\s[–—]\s|\s-\s)\s*/u;

/** Reads "tehdään hinnasto verkkoon, Satu, 15.12.": from the end, what names people or a time; what stands before is what is to be done. */
export function readNote(text: string, known: Known): Note {
  const parts = text.split(BETWEEN).filter((part) => part.trim() !== "");
  const found: Found = { due: null, owners: [], doubt: undefined };
  while (parts.length > 1 && takePart(parts.at(-1) ?? "", found, known)) parts.pop();
  const left = takeEnd(whatOf(text, parts), found, known);
  const [, ...said] = left.split(BETWEEN);
  const unknown = strangerIn(said.at(-1) ?? "", found, known);
  return {
    ...found,
    doubt: found.doubt && unknown ? both(found.doubt, unknown) : (found.doubt ?? unknown),
    what: shorten(left, LONGEST.what),
    rest: left.length > LONGEST.what ? left.slice(0, LONGEST.text) : "",
  };
}

/** The text up to the end of the last part that is left, with its commas as they were. */
function whatOf(text: string, parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  const upTo = parts.slice(0, -1).reduce((at, part) => text.indexOf(part, at) + part.length, 0);
  return text.slice(0, text.indexOf(last, upTo) + last.length).trim();
}

/** Whether a part names people, a time, or both. */
function takePart(part: string, found: Found, known: Known): boolean {
  const due = found.due || found.doubt?.days.length ? none : readDue(part, known);
  if (due.kind !== "none") return noteDue(due, found);
  const owners = found.owners.length > 0 || found.doubt?.people.length ? none : readOwners(part, known);
  if (owners.kind !== "none") return noteOwners(owners, part, found, known);
  const tokens = part.trim().split(/\s+/u);
  for (let at = 1; at < Math.min(tokens.length, 4) && !found.due; at++) {
    const [head, tail] = [tokens.slice(0, at).join(" "), tokens.slice(at).join(" ")];
    const who = readOwners(head, known);
    const when = readDue(tail, known);
    if (who.kind === "owners" && when.kind !== "none")
      return noteOwners(who, head, found, known) && noteDue(when, found);
  }
  return false;
}
const none = { kind: "none" } as const;

/** Without a comma only what cannot be anything else is a time: "maanantaina" may be when it is held. */
const TIME = /\d|mennessä|^by |^(?:ensi|next) (?!vuo|year)|^(?:huomenna|ylihuomenna|tomorrow)$/iu;

/** A sentence without commas may end in a time, and before it in a name. */
function takeEnd(text: string, found: Found, known: Known): string {
  let tokens = text.split(/\s+/u);
  for (let count = Math.min(4, tokens.length - 1); count > 0 && !found.due && !found.doubt; count--) {
    const tail = tokens.slice(-count).join(" ");
    const due = readDue(tail, known);
    // "Raportti 3/2027" is the third report of the year.
    if (MONTH.test(tokens.at(-1) ?? "")) break;
    if (!TIME.test(tail) || !noteDue(due, found)) continue;
    tokens = tokens.slice(0, -count);
  }
  const name = tokens.at(-1) ?? "";
  const owner = found.owners.length === 0 && tokens.length > 1 ? calledExactly(name, known.people) : undefined;
  if (owner !== undefined) {
    found.owners = [owner];
    tokens = tokens.slice(0, -1);
  }
  return tokens.join(" ").replace(/[\s,;.]+$/u, "");
}

function noteDue(due: DueRead, found: Found): boolean {
  if (due.kind === "due") found.due = due.due;
  else if (due.kind === "unclear") found.doubt ??= { kind: "day", question: due.question, people: [], days: due.days };
  else if (due.kind === "refused") found.doubt ??= { kind: "day", question: due.reason, people: [], days: [] };
  return due.kind !== "none";
}

function noteOwners(owners: OwnersRead, part: string, found: Found, { language }: Known): boolean {
  if (owners.kind === "owners") found.owners = owners.owners;
  else if (owners.kind === "unclear") {
    const question = words(language)("plan.whoIsMeant", { text: shorten(part, 40) });
    found.doubt ??= { kind: "person", question, people: owners.people, days: [] };
  }
  return owners.kind !== "none";
}

const NAME = /^@?\p{Lu}\p{Ll}+(?:[- ]\p{Lu}\p{Ll}+)?$/u;
const AND = /\s+(?:ja|sekä|and|&)\s+|\s*[/&]\s*/u;

/**
 * A last part that looks like a name, but nobody here is called so: it stays in the text, and is asked about with those who can be chosen. Whom it names
 * beside them and who is here owns it.
 */
function strangerIn(part: string, found: Found, known: Known): Doubt | undefined {
  if (found.owners.length > 0) return undefined;
  const here = part
    .trim()
    .split(AND)
    .map((name) => ({ name, read: readOwners(name, known) }));
  const strangers = here.flatMap(({ name, read }) => (read.kind === "none" ? [name] : []));
  if (strangers.length === 0 || !strangers.every((name) => NAME.test(name))) return undefined;
  found.owners = here.flatMap(({ read }) => (read.kind === "owners" ? read.owners : []));
  const say = words(known.language);
  const name = shorten(strangers.join(", "), 40);
  return {
    kind: "stranger",
    question: say(found.owners.length > 0 ? "plan.strangerBeside" : "plan.stranger", { name }),
    people: known.people.length <= MOST_CHOSEN ? known.people.map(({ _id }) => _id) : [],
    days: [],
  };
}

/** Two things are asked at once: who can be chosen stands in the form. */
function both(one: Doubt, other: Doubt): Doubt {
  return { ...one, question: `${one.question} ${other.question}` };
}
