import type { Means } from "../care-plan.ts";
import { findNextDay, type Looking } from "./find-day.ts";
import { findPromise, type Promised } from "./find-promise.ts";
import { endOfClause, type Span, type Token, textOf } from "./tokens.ts";
import { findSentBy } from "./verbs.ts";

/** What stands behind a day and says nothing of its own. Folded. */
const BEHIND: ReadonlySet<string> = new Set("asiaan uudestaan uudelleen takaisin taas again back".split(" "));

/** What somebody says in a line that they will do. */
export interface Promises {
  /** Of its words. */
  readonly places: readonly number[];
  /** Where the first of what is to be done is told, by whomever: no day behind it has gone by. */
  readonly from: number;
  readonly text: string;
  /** When the next contact is to be (ISO). */
  readonly on: string | undefined;
  readonly means: Means | null;
}

/** All that is promised behind a place; the first of them that has a day gives the next contact. A promise ends with its clause, or with its day. */
export function promisesIn(tokens: readonly Token[], from: number, looking: Looking): Promises {
  const found: One[] = [];
  for (let at = from; ; ) {
    const one = promiseFrom(tokens, at, from, looking);
    if (!one) break;
    found.push(one);
    at = Math.max(one.end, one.behind);
  }
  const own = found.filter(({ by }) => by !== "customer");
  const next = found.find(({ on }) => on !== undefined);
  return {
    places: own.flatMap(({ begin, end }) => Array.from({ length: end - begin }, (_, nth) => begin + nth)),
    from: found[0]?.begin ?? tokens.length,
    text: own
      .filter(({ by }) => by === "us")
      .map(({ begin, end }) => textOf(tokens.slice(begin, end)))
      .join(", "),
    on: next?.on,
    means: next?.means ?? null,
  };
}

interface One {
  readonly begin: number;
  readonly end: number;
  /** The place behind the words by which it is promised. */
  readonly behind: number;
  readonly on: string | undefined;
  readonly means: Means | null;
  /** What the customer asked for stays in the note; a day alone is no promise. */
  readonly by: Promised["by"];
}

function promiseFrom(tokens: readonly Token[], at: number, from: number, looking: Looking): One | undefined {
  const found = findPromise(tokens, at);
  if (!found) return undefined;
  const behind = found.at + found.length;
  const clause = endOfClause(tokens, behind);
  const following = findPromise(tokens.slice(0, clause), behind);
  const isOne = following !== undefined && isSaidTogether(tokens, found, following.at);
  const to = following && !isOne ? following.at : clause;
  const ahead = findNextDay(tokens, behind, to, looking);
  if (found.by === "day" && ahead?.at !== behind) return promiseFrom(tokens, behind, from, looking);
  const day = ahead ?? dayBefore(tokens, found.at, from, looking);
  if (found.needsDay && !day) return promiseFrom(tokens, behind, from, looking);
  const begin = Math.min(found.at, day?.at ?? found.at);
  const end =
    day && day.at > found.at ? withOtherDay(tokens, withTime(tokens, day.at + day.length, to), to, looking) : to;
  const means = found.means ?? (isOne ? following.means : null) ?? findSentBy(tokens.slice(begin, end))?.means ?? null;
  return { begin, end, behind, on: day?.on, means, by: found.by };
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

/** "9.12. ja 15.12.": the other day is promised too. */
function withOtherDay(tokens: readonly Token[], end: number, to: number, looking: Looking): number {
  if (!/^(?:ja|tai|seka|and|or)$/.test(tokens[end]?.word ?? "")) return end;
  const day = findNextDay(tokens, end + 1, to, looking);
  return day?.at === end + 1 ? withTime(tokens, day.at + day.length, to) : end;
}

/** "klo 10", "at 10" and "uudestaan" belong to the day. */
function withTime(tokens: readonly Token[], end: number, to: number): number {
  const isTime = /^(?:klo|kello|at)$/.test(tokens[end]?.word ?? "");
  let last = isTime ? Math.min(to, end + 2) : end;
  while (last < to && BEHIND.has(tokens[last]?.word ?? "")) last += 1;
  return last;
}
