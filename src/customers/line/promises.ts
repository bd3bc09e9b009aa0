import type { Means } from "../care-plan.ts";
import { findNextDay, type Looking } from "./find-day.ts";
import { findPromise } from "./find-promise.ts";
import { endOfClause, type Span, type Token, textOf } from "./tokens.ts";
import { findSentBy } from "./verbs.ts";

/** What somebody says in a line that they will do. */
export interface Promises {
  /** Of its words. */
  readonly places: readonly number[];
  readonly from: number;
  readonly text: string;
  /** When the next contact is to be (ISO). */
  readonly on: string | undefined;
  readonly means: Means | null;
}

/** All that is promised behind a place; the first of them that has a day gives the next contact. A promise ends with its clause, or with its day. */
export function promisesIn(tokens: readonly Token[], from: number, looking: Looking): Promises {
  const places: number[] = [];
  const texts: string[] = [];
  let next: { readonly on: string; readonly means: Means | null } | undefined;
  for (let found = findPromise(tokens, from); found; ) {
    const clause = endOfClause(tokens, found.at + found.length);
    const following = findPromise(tokens.slice(0, clause), found.at + found.length);
    const isOne = following !== undefined && isSaidTogether(tokens, found, following.at);
    const to = following && !isOne ? following.at : clause;
    const day = findNextDay(tokens, found.at + found.length, to, looking) ?? dayBefore(tokens, found.at, from, looking);
    const begin = Math.min(found.at, day?.at ?? found.at);
    const end = day && day.at > found.at ? withTime(tokens, day.at + day.length, to) : to;
    for (let nth = begin; nth < end; nth++) places.push(nth);
    texts.push(textOf(tokens.slice(begin, end)));
    const means = found.means ?? (isOne ? following.means : null) ?? findSentBy(tokens.slice(begin, end))?.means;
    if (day) next ??= { on: day.on, means: means ?? null };
    found = findPromise(tokens, Math.max(end, found.at + found.length));
  }
  return { places, from: places[0] ?? tokens.length, text: texts.join(", "), on: next?.on, means: next?.means ?? null };
}

/** "palaan, soitan" are two promises; "sovittiin että soitan" and "I'll see him" are one. */
function isSaidTogether(tokens: readonly Token[], first: Span, at: number): boolean {
  return at === first.at + first.length || ["etta", "that"].includes(tokens[at - 1]?.word ?? "");
}

/** "3.9. soitan": the day stands right before. */
function dayBefore(tokens: readonly Token[], at: number, from: number, looking: Looking) {
  for (let start = Math.max(from, at - 4); start < at; start++) {
    const day = findNextDay(tokens, start, at, looking);
    if (day && day.at + day.length === at && !tokens[at - 1]?.raw.endsWith(",")) return day;
  }
  return undefined;
}

/** "klo 10", "at 10" belong to the day. */
function withTime(tokens: readonly Token[], end: number, to: number): number {
  const isTime = /^(?:klo|kello|at)$/.test(tokens[end]?.word ?? "");
  return isTime ? Math.min(to, end + 2) : end;
}
