import { isJustOver, readDayText } from "../../flow/reading/plain/day-text.ts";
import { findPastDay, type Looking } from "./find-day.ts";
import { tokensOf } from "./tokens.ts";

/** A time in a promise that gives no day. */
export type UnreadTime =
  /** There is no such day in the calendar. */
  | { readonly kind: "impossible"; readonly day: string }
  /** "joulun jälkeen", "ennen lomia", or a day that was over just now: nobody has said which day that is. */
  | { readonly kind: "vague" };

const VAGUE: ReadonlySet<string> = new Set(
  "jalkeen ennen joskus pian lahiaikoina myohemmin kunhan after before sometime soon later when once".split(" "),
);

/** What a promise says of its time, where no day was read in it. */
export function unreadTime(promise: string, looking: Pick<Looking, "today" | "language">): UnreadTime | undefined {
  const tokens = tokensOf(promise);
  for (const { raw } of tokens) {
    const day = raw.replace(/[,;!?]+$/u, "");
    if (/^\d/u.test(day) && readDayText(day, looking.today, looking.language).kind === "impossible")
      return { kind: "impossible", day };
  }
  const past = findPastDay(tokens, 0, tokens.length, looking);
  const isOver = past?.isYearless && isJustOver(past.on, looking.today);
  return isOver || tokens.some(({ word }) => VAGUE.has(word)) ? { kind: "vague" } : undefined;
}
