import { receiverOf } from "../../cadence/receiver.ts";
import { addDays, isoDateIn } from "../../calendar/iso-date.ts";
import { momentAt } from "../../calendar/moment.ts";
import { weekOf } from "../../calendar/week.ts";
import type { Delivery } from "../../deliveries/due/delivery.ts";
import { awayOn } from "../../people/away-on.ts";
import type { Directory } from "../../people/directory.ts";
import type { Person } from "../../people/records.ts";
import type { Store } from "../../store/store.ts";
import { weeklyDeliveries } from "../week/weekly-deliveries.ts";

/** What is about a person reaches a manager when that person has had it for so long (DESIGN: promise 12). */
export const OWN_FIRST_DAYS = 7;
/** Weekly messages are looked at for so long: what came up before that was told in one of them. */
const WEEKS = 13;
/** Who had so many of their weeks without a word is not waited for. One is not enough: some hear only every second week. */
const WITHOUT_WORDS = 2;

/** Whether a person has had for a week what came up on a day (ISO). */
export type HasHadForAWeek = (person: Person, on: string) => Promise<boolean>;

/**
 * A week after a message to them, or to who stands in for them, that really came: one that could not be sent, or only asked whether to go on, told nothing.
 * Who wants none has it on their Home at once; who gets none, since they answer nothing or have no chat, has had it when the second of their weeks without
 * one is a week ago. While nobody is here to hear it nobody has had it; who has left is not waited for. Each person's messages are read once.
 */
export function hasHadForAWeek(store: Store, directory: Directory, now: number): HasHadForAWeek {
  const known = new Map<string, Promise<readonly Delivery[]>>();
  const messagesTo = (person: Person) => {
    const before = known.get(person._id);
    if (before) return before;
    const reading = weeklyDeliveries(store, person, { last: weekOf(isoDateIn(now, person.timeZone)), weeks: WEEKS });
    known.set(person._id, reading);
    return reading;
  };
  return async (person, on) => {
    if (person.leftAt !== undefined || person.joinedInto !== undefined) return true;
    const hearer = receiverOf(person, directory.people, now) ?? person;
    const today = isoDateIn(now, hearer.timeZone);
    if (awayOn(hearer, today)) return false;
    if (hearer.quiet || hearer.weeklyPace === "stopped") return addDays(on, OWN_FIRST_DAYS) <= today;
    for (const one of hearer === person ? [person] : [person, hearer]) {
      const from = momentAt(on, { hour: 0 }, one.timeZone);
      const isOld = (at: number) => at >= from && addDays(isoDateIn(at, one.timeZone), OWN_FIRST_DAYS) <= today;
      const old = (await messagesTo(one)).filter(({ posted, dueAt }) => isOld(posted?.at ?? dueAt));
      if (old.some(({ posted }) => posted && !posted.asks) || old.length >= WITHOUT_WORDS) return true;
    }
    return false;
  };
}
