import { type Language, words } from "../../text/text.ts";
import { formatDate } from "../wording/format.ts";
import { quoted } from "./expected.ts";
import { addMonths } from "./plain/calendar.ts";
import { normalise } from "./plain/normalise.ts";
import { readWantedDay, type WantedDay } from "./read-day.ts";
import { type Read, withLabels } from "./reading.ts";

/** A value read outside of flows, for the coach's own forms; the reason is a sentence in the person's language. */
export type Plain<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

const LONGEST = 200;

/** Reads a day as an ISO date, not before `earliest` (ISO). What can be read in two ways is refused with the question. */
export function readDate(text: string, asked: Omit<WantedDay, "expected">): Plain<string> {
  const example = () => formatDate(addMonths(asked.today, 6), asked.language);
  const expected = () => words(asked.language)("reading.expected.date", { example: example() });
  return plain(readWantedDay(text.slice(0, LONGEST), { ...asked, expected }));
}

/** Reads a time of day as "14:30": "klo 14.30", "14:30", "14", "2.30 pm". */
export function readTime(text: string, asked: { readonly language: Language }): Plain<string> {
  const say = words(asked.language);
  const expected = say("reading.expected.time");
  const typed = normalise(text.slice(0, LONGEST)).replace(/\.$/, "");
  const found = /^(?:klo\.?|kello|at)? ?(\d{1,2})(?:[.:](\d{2}))?(?::\d{2})? ?(am|pm|a\.m|p\.m)?$/.exec(typed);
  if (!found) return { ok: false, reason: say("reading.not.time", { expected }) };
  const minute = Number(found[2] ?? 0);
  const hour = onClock(Number(found[1]), found[3]);
  if (hour === undefined || hour > 23 || minute > 59) {
    return { ok: false, reason: say("reading.noSuchTime", { text: quoted(text), expected }) };
  }
  return { ok: true, value: `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}` };
}

/** Undefined for an hour that a twelve-hour clock does not have. */
function onClock(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half.startsWith("p") ? 12 : 0);
}

function plain<T>(read: Read<T>): Plain<T> {
  switch (read.kind) {
    case "value":
      return { ok: true, value: read.value };
    case "unclear":
      return { ok: false, reason: withLabels(read) };
    case "refused":
      return { ok: false, reason: read.reason };
    default:
      return read satisfies never;
  }
}
