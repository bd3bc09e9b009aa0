import { isJustOver, readDayText } from "../../flow/reading/plain/day-text.ts";
import type { Means } from "../care-plan.ts";
import { LONGEST_NOTE } from "../contact.ts";
import { wordsOf } from "../search/name-key.ts";
import { type FoundDay, findPastDay, type Looking } from "./find-day.ts";
import { promisesIn } from "./promises.ts";
import { endOfClause, type Span, type Token, textOf } from "./tokens.ts";
import { findSentBy, type Verb } from "./verbs.ts";

/** What a line says of a contact. */
export interface SaidContact {
  /** null: not said. */
  readonly means: Means | null;
  /** False: nobody answered. */
  readonly reached: boolean;
  /** ISO date. */
  readonly on: string;
  readonly note: string;
  /** What whoever wrote it will do, in their words. */
  readonly promise: string;
  readonly next: { readonly on: string; readonly means: Means | null } | null;
  readonly doubted: DoubtedDay | undefined;
}

/** The day of a contact as it was written, where it may not be the day on which it was made. */
export interface DoubtedDay {
  /** "year": only last year's has gone by, and none was said. "impossible": there is no such day. "ahead": it is still to come. */
  readonly kind: "year" | "impossible" | "ahead";
  readonly day: string;
}

const LONGEST_PROMISE = 300;
const UNANSWERED =
  /(?:ei|en) (?:vastannut|vastattu|vastausta|saanut kiinni|tavoittanut|saatu kiinni|ollut paikalla|ollut tavoitettavissa)(?: (?:puhelimeen|puheluun|viela))?$|^(?:puhelin)?vastaaja(?:an)?$|no answer$|(?:didnt|did not) (?:answer|pick up|reply)$|voicemail$|(?:couldnt|could not) reach(?: (?:them|him|her))?$|not (?:there|in)$/;
const NEXT = /^(?:ensi|next) /iu;
/** "31.2.": with its full stop it is no amount. */
const WHOLE_DATE = /^\d{1,2}\.\d{1,2}\.(?:\d{2,4})?$/u;
/** They stand behind a customer. Folded. */
export const POSTPOSITIONS: ReadonlySet<string> = new Set([
  "kanssa",
  "luona",
  "luo",
  "tykona",
  "toimistolla",
  "pihalla",
]);
/** Times of the day, and what stands around a verb without saying anything. Folded. */
export const BESIDE: ReadonlySet<string> = new Set(
  (
    "mina ma mie me i we juuri just nyt asken askon aamulla aamupaivalla iltapaivalla illalla now already jo viela tas tassa taalla " +
    "puhelimessa puhelimitse puhelimella kirjaa merkitse"
  ).split(" "),
);

/** What is told of a contact beside the verb and the customer. */
export function saidIn(tokens: readonly Token[], verb: Verb, customer: Span, looking: Looking): SaidContact {
  const used = new Set<number>();
  const use = ({ at, length }: Span) => {
    for (let nth = at; nth < at + length; nth++) used.add(nth);
  };
  use(verb);
  use(customer);
  const end = Math.max(customer.at + customer.length, verb.at + verb.length);
  const clauseEnd = endOfClause(tokens, end);
  const promise = promisesIn(tokens, end, looking);
  const on = findPastDay(tokens, 0, Math.min(clauseEnd, promise.from), looking);
  if (on) use(on);
  const sentBy =
    verb.means === null
      ? findSentBy(tokens.slice(0, clauseEnd).map((token, nth) => (used.has(nth) ? { ...token, word: "" } : token)))
      : undefined;
  if (sentBy) use({ at: sentBy.at, length: 1 });
  for (const [nth, { word }] of tokens.slice(0, clauseEnd).entries())
    if (BESIDE.has(word) || (POSTPOSITIONS.has(word) && nth === end)) used.add(nth);
  for (const nth of promise.places) used.add(nth);
  const left = leftOf(tokens, used);
  const note = textOf(left).slice(0, LONGEST_NOTE);
  const means = sentBy?.means ?? verb.means;
  return {
    means,
    reached: verb.reached && !isUnanswered(left),
    on: on?.on ?? looking.today,
    note,
    promise: promise.text.slice(0, LONGEST_PROMISE),
    next: promise.on === undefined ? null : { on: promise.on, means: promise.means },
    doubted: on
      ? yearDoubted(tokens, on, looking.today)
      : dayDoubted(
          tokens.slice(0, Math.min(clauseEnd, promise.from)).filter((_, nth) => !used.has(nth)),
          looking,
        ),
  };
}

/** A contact is logged soon after it was made, or its year is said. */
function yearDoubted(
  tokens: readonly Token[],
  { at, length, on, isYearless }: FoundDay,
  today: string,
): DoubtedDay | undefined {
  const isDoubted = isYearless && on.slice(0, 4) < today.slice(0, 4) && !isJustOver(on, today);
  return isDoubted ? { kind: "year", day: textOf(tokens.slice(at, at + length)) } : undefined;
}

/** What is said beside the verb and the customer, where it is a day on which nothing can have been made. */
function dayDoubted(beside: readonly Token[], { today, language }: Looking): DoubtedDay | undefined {
  const whole = textOf(beside);
  const read = readDayText(whole, today, language);
  if (read.kind === "day" && read.date > today) return { kind: "ahead", day: whole };
  if (read.kind === "span" && read.from > today && NEXT.test(whole)) return { kind: "ahead", day: whole };
  const first = textOf(beside.slice(0, 1));
  const isDate = read.kind === "impossible" || WHOLE_DATE.test(first);
  return isDate && readDayText(first, today, language).kind === "impossible"
    ? { kind: "impossible", day: first }
    : undefined;
}

/** What was not understood otherwise; a comma that stood behind what was still parts it. */
function leftOf(tokens: readonly Token[], used: ReadonlySet<number>): readonly Token[] {
  const left: Token[] = [];
  for (const [nth, token] of tokens.entries()) {
    const last = left.at(-1);
    if (!used.has(nth)) left.push(token);
    else if (last && token.endsClause && !last.endsClause)
      left[left.length - 1] = { ...last, raw: `${last.raw},`, endsClause: true };
  }
  return left;
}

function isUnanswered(left: readonly Token[]): boolean {
  const clauses: string[] = [""];
  for (const { raw, endsClause } of left) {
    clauses[clauses.length - 1] = `${clauses.at(-1)} ${wordsOf(raw).join("")}`.trim();
    if (endsClause) clauses.push("");
  }
  return clauses.some((clause) => UNANSWERED.test(clause));
}
