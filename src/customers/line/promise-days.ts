import { findNextDay, type Looking } from "./find-day.ts";
import { promisesIn } from "./promises.ts";
import type { SaidContact } from "./said-contact.ts";
import { tokensOf } from "./tokens.ts";

/** When the next contact is to be by a promise that was written by itself: the day of its first promise, else the first day that stands in it. */
export function nextInPromise(promise: string, looking: Looking): SaidContact["next"] {
  const said = promisesIn(tokensOf(promise), 0, looking);
  const on = said.on ?? daysIn(promise, looking)[0];
  return on === undefined ? null : { on, means: said.means };
}

/** The days ahead that stand in a promise, each once, as they are said. */
export function daysIn(promise: string, looking: Looking): readonly string[] {
  const tokens = tokensOf(promise);
  const days: string[] = [];
  for (let from = 0; from < tokens.length; ) {
    const found = findNextDay(tokens, from, tokens.length, looking);
    if (!found) break;
    from = found.at + found.length;
    if (!/^(?:klo|kello|at)$/.test(tokens[found.at - 1]?.word ?? "")) days.push(found.on);
  }
  return [...new Set(days)];
}
