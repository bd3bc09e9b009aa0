import { isoDateIn } from "../../calendar/iso-date.ts";
import { momentAt } from "../../calendar/moment.ts";
import { readDate } from "../../flow/reading/read-plain.ts";
import type { FormValues } from "../../message/form.ts";
import type { Person } from "../../people/records.ts";
import type { Language, Say } from "../../text/text.ts";

/** What the facilitator confirmed; a round that is answered together closes by its last step, not by the clock. */
export interface Start {
  readonly invited: readonly string[];
  readonly closesAt: number | null;
}

type Read =
  | { readonly ok: true; readonly value: Start }
  | { readonly ok: false; readonly mistakes: { readonly [field: string]: string } };

interface Known {
  readonly together: boolean;
  readonly members: readonly Person[];
  readonly timeZone: string;
  readonly now: number;
  readonly language: Language;
  readonly say: Say;
}

/** A round longer than this is forgotten, not answered. */
const LONGEST_DAYS = 60;

/** Reads the form that startForm drew (fields invited, date, time). */
export function readStartForm(values: FormValues, known: Known): Read {
  const { members, say } = known;
  const chosen = new Set(many(values.invited));
  const invited = members.map(({ _id }) => _id).filter((id) => chosen.has(id));
  if (known.together) return { ok: true, value: { invited: members.map(({ _id }) => _id), closesAt: null } };
  const mistakes: { [field: string]: string } = {};
  if (invited.length === 0) mistakes.invited = say("turn.inviteSomeone");
  const closesAt = readClosing(values, known, mistakes);
  return Object.keys(mistakes).length > 0 || closesAt === undefined
    ? { ok: false, mistakes }
    : { ok: true, value: { invited, closesAt } };
}

function readClosing(
  values: FormValues,
  { now, timeZone, language, say }: Known,
  mistakes: { [field: string]: string },
): number | undefined {
  const date = readDate(one(values.date), { today: isoDateIn(now, timeZone), language });
  if (!date.ok) {
    mistakes.date = date.reason;
    return undefined;
  }
  const clock = /^\s*(?:klo\s*)?(\d{1,2})(?:[.:](\d{2}))?\s*$/iu.exec(one(values.time) || "14.00");
  const [hour, minute] = [Number(clock?.[1] ?? -1), Number(clock?.[2] ?? 0)];
  if (hour < 0 || hour > 23 || minute > 59) {
    mistakes.time = say("turn.timeUnread");
    return undefined;
  }
  const at = momentAt(date.value, { hour, minute }, timeZone);
  if (at <= now + 10 * 60_000) mistakes.date = say("turn.closesTooSoon");
  else if (at > now + LONGEST_DAYS * 86_400_000) mistakes.date = say("turn.closesTooLate", { count: LONGEST_DAYS });
  return at;
}

export function one(value: FormValues[string] | undefined): string {
  return typeof value === "string" ? value : (value?.[0] ?? "");
}

export function many(value: FormValues[string] | undefined): readonly string[] {
  return typeof value === "string" ? (value === "" ? [] : [value]) : (value ?? []);
}
