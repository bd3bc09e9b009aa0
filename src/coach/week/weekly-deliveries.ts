import { addWeeks } from "../../calendar/week.ts";
import { type Delivery, deliveries, weeklyKey } from "../../deliveries/due/delivery.ts";
import type { Person } from "../../people/records.ts";
import type { Store } from "../../store/store.ts";

/** DESIGN: at most five lines on screen; three in the first week back. */
export const LINES = { usual: 5, back: 3 } as const;

/** A person's weekly messages of so many weeks up to `last` ("2027-W13"), the newest first; a week in which none was planned has none. */
export function weeklyDeliveries(
  store: Store,
  { company, _id }: Pick<Person, "company" | "_id">,
  { last, weeks }: { readonly last: string; readonly weeks: number },
): Promise<readonly Delivery[]> {
  const keys = Array.from({ length: weeks }, (_, nth) => weeklyKey(company, _id, addWeeks(last, -nth)));
  return store.getMany(deliveries, keys);
}
