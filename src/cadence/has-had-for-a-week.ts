import { addDays, isoDateIn } from "../calendar/iso-date.ts";
import { momentAt } from "../calendar/moment.ts";
import { awayOn } from "../people/away-on.ts";
import type { Directory } from "../people/directory.ts";
import type { Person } from "../people/records.ts";
import { closedForPerson } from "./closed-for.ts";
import { nextSlot } from "./next-slot.ts";
import { receiverOf } from "./receiver.ts";
import { rhythmOf } from "./rhythm-of.ts";

/** What is about a person reaches a manager when that person has had it for so long (DESIGN: promise 12). */
const OWN_FIRST_DAYS = 7;

/**
 * Whether something that came up on a day (ISO) has stood in the person's weekly message for a week, or in that of who stands in for them. While nobody
 * hears it nobody has had it; nobody is waited for who has left.
 */
export function hasHadForAWeek(person: Person, directory: Directory, on: string, now: number): boolean {
  if (person.leftAt !== undefined || person.joinedInto !== undefined) return true;
  const hearer = receiverOf(person, directory.people, now) ?? person;
  // Who wants quiet has it on their Home.
  if (awayOn(hearer, isoDateIn(now, hearer.timeZone))) return false;
  const from = momentAt(on, { hour: 0 }, hearer.timeZone);
  const known = { settled: null, since: from };
  const slot = nextSlot(rhythmOf(hearer, directory.company), closedForPerson(directory, hearer._id), known, from);
  return slot !== undefined && addDays(slot.day, OWN_FIRST_DAYS) <= isoDateIn(now, hearer.timeZone);
}
