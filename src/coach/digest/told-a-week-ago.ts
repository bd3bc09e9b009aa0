import { receiverOf } from "../../cadence/receiver.ts";
import { addDays, isoDateIn } from "../../calendar/iso-date.ts";
import { momentAt } from "../../calendar/moment.ts";
import { addWeeks, weekOf } from "../../calendar/week.ts";
import { deliveries, weeklyKey } from "../../deliveries/due/delivery.ts";
import type { Directory } from "../../people/directory.ts";
import type { Person } from "../../people/records.ts";
import type { Store } from "../../store/store.ts";

/** What is about a person reaches a manager when that person has had it for so long (DESIGN: promise 12). */
const OWN_FIRST_DAYS = 7;
/** Weekly messages are looked at for so long: what came up before that was told in one of them. */
const WEEKS = 12;

/** Whether what came up on a day (ISO) was told to a person so long ago. */
export type ToldAWeekAgo = (person: Person, on: string) => Promise<boolean>;

/**
 * By the messages that really came: one that was due while nothing could be sent told nobody anything. Who wants none, or has left, is not waited for.
 * Each person's messages are read once.
 */
export function toldAWeekAgo(store: Store, directory: Directory, now: number): ToldAWeekAgo {
  const known = new Map<string, Promise<readonly number[]>>();
  const postedTo = ({ _id, company, timeZone }: Person) => {
    const before = known.get(_id);
    if (before) return before;
    const week = weekOf(isoDateIn(now, timeZone));
    const keys = Array.from({ length: WEEKS + 1 }, (_, nth) => weeklyKey(company, _id, addWeeks(week, -nth)));
    const reading = store.getMany(deliveries, keys).then((all) => all.flatMap(({ posted }) => posted?.at ?? []));
    known.set(_id, reading);
    return reading;
  };
  return async (person, on) => {
    if (person.leftAt !== undefined || person.joinedInto !== undefined) return true;
    const hearers = [person, receiverOf(person, directory.people, now) ?? person];
    for (const hearer of hearers) {
      if (hearer.quiet || hearer.weeklyPace === "stopped") return true;
      const from = momentAt(on, { hour: 0 }, hearer.timeZone);
      const today = isoDateIn(now, hearer.timeZone);
      const isOld = (at: number) => at >= from && addDays(isoDateIn(at, hearer.timeZone), OWN_FIRST_DAYS) <= today;
      if ((await postedTo(hearer)).some(isOld)) return true;
    }
    return false;
  };
}
