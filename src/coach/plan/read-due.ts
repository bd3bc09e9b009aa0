import { readDayText } from "../../flow/reading/plain/day-text.ts";
import { normalise } from "../../flow/reading/plain/normalise.ts";
import { quarterOf, readQuarterText } from "../../flow/reading/plain/quarter-text.ts";
import { readWantedDay } from "../../flow/reading/read-day.ts";
import { formatQuarter } from "../../flow/wording/format.ts";
import type { Due } from "../../plan/action.ts";
import { isOver } from "../../plan/due.ts";
import { type Language, words } from "../../text/text.ts";

export type DueRead =
  | { readonly kind: "due"; readonly due: Due }
  /** It may be one of these days (ISO). */
  | { readonly kind: "unclear"; readonly question: string; readonly days: readonly string[] }
  /** It is a time, but not one that can be planned for: it is over, or there is no such day. */
  | { readonly kind: "refused"; readonly reason: string }
  /** It speaks of no time. */
  | { readonly kind: "none" };

/** "3/2027". */
export const MONTH = /^\d{1,2} ?\/ ?\d{4}$/u;

/** Reads a day or a quarter that is not over: "15.12.", "ensi perjantaina", "Q1/2027", "next quarter". */
export function readDue(
  text: string,
  { today, language }: { readonly today: string; readonly language: Language },
): DueRead {
  const typed = text.trim().slice(0, 100);
  const quarter = /\p{L}/u.test(typed) ? readQuarterText(withoutBy(typed), today) : { kind: "none" as const };
  // "3/2027" may be a month or a quarter, and Q7 is none: a time, though none that can be taken.
  if (quarter.kind === "impossible" || MONTH.test(typed))
    return { kind: "refused", reason: words(language)("plan.refused.due") };
  if (quarter.kind === "quarter") {
    const due = { kind: "quarter", ...quarter.quarter } as const;
    if (!isOver(due, today)) return { kind: "due", due };
    const [value, earliest] = [formatQuarter(due, language), formatQuarter(quarterOf(today), language)];
    return { kind: "refused", reason: words(language)("reading.quarterOver", { value, earliest }) };
  }
  if (readDayText(typed, today, language).kind === "none") return { kind: "none" };
  const day = readWantedDay(typed, { today, language, earliest: today, expected: () => "" });
  switch (day.kind) {
    case "value":
      return { kind: "due", due: { kind: "day", on: day.value } };
    case "unclear":
      return { kind: "unclear", question: day.question, days: day.candidates.map(({ value }) => value) };
    case "refused":
      return { kind: "refused", reason: day.reason.trim() };
    default:
      return day satisfies never;
  }
}

function withoutBy(text: string): string {
  return normalise(text).replace(/^(?:by|before|the end of|viimeistään)\s+|\s+(?:mennessä|aikana|loppuun)$/gu, "");
}
