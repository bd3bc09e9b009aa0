import { nextOpenDay } from "../calendar/closed-days.ts";
import { addDays, isoDateIn } from "../calendar/iso-date.ts";
import { momentAt } from "../calendar/moment.ts";
import { awaySoon } from "../people/away-on.ts";
import type { Directory } from "../people/directory.ts";
import type { Person } from "../people/records.ts";
import { receivesNow } from "./ask-closed-weeks.ts";
import { closedForPerson } from "./closed-for.ts";
import { receiverOf } from "./receiver.ts";
import { rhythmOf } from "./rhythm-of.ts";

/** Who is told, and when, whose customers they look after. */
export interface HandoverSlot {
  readonly to: string;
  /** The first day away (ISO): with it the message has its key. */
  readonly from: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const MIDDAY = 12;

/**
 * When a person's substitute is told of their customers: at the substitute's hour of the first open day away, or at once when the time away has begun
 * and it is day where they are. Undefined where nobody stands in, or no day of it is open.
 */
export function handoverSlot(person: Person, directory: Directory, now: number): HandoverSlot | undefined {
  const today = isoDateIn(now, person.timeZone);
  const away = awaySoon(person, today);
  if (!away?.from || away.substitute === null || person.leftAt !== undefined) return undefined;
  const { people, company } = directory;
  const begins = away.from <= today ? now : momentAt(away.from, { hour: MIDDAY }, person.timeZone);
  const to = receiverOf(person, people, begins);
  if (!to || to._id === person._id) return undefined;
  const isClosed = closedForPerson(directory, to._id);
  const { from } = away;
  if (from <= today) {
    const there = isoDateIn(now, to.timeZone);
    if (nextOpenDay(there, isClosed) === there && receivesNow(to, directory, now)) return { to: to._id, from, at: now };
  }
  const rhythm = rhythmOf(to, company);
  const on = (day: string) => momentAt(day, { hour: rhythm.hour }, to.timeZone);
  const first = nextOpenDay(from > today ? from : today, isClosed);
  const day = on(first) >= now ? first : nextOpenDay(addDays(first, 1), isClosed);
  return day > away.until ? undefined : { to: to._id, from, at: on(day) };
}
