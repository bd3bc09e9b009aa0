import { isoDateIn } from "../../calendar/iso-date.ts";
import { momentAt } from "../../calendar/moment.ts";
import { readDate, readTime } from "../../flow/reading/read-plain.ts";
import type { FormValues } from "../../message/form.ts";
import type { Person } from "../../people/records.ts";
import type { Language, Say } from "../../text/text.ts";
import { many, one } from "../form-values.ts";

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
  const time = readTime(one(values.time) || "14:00", { language });
  if (!time.ok) {
    mistakes.time = time.reason;
    return undefined;
  }
  const [hour = 0, minute = 0] = time.value.split(":").map(Number);
  const at = momentAt(date.value, { hour, minute }, timeZone);
  if (at <= now + 10 * 60_000) mistakes.date = say("turn.closesTooSoon");
  else if (at > now + LONGEST_DAYS * 86_400_000) mistakes.date = say("turn.closesTooLate", { count: LONGEST_DAYS });
  return at;
}
