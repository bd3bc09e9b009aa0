import { LRUCache } from "lru-cache";
import { DateTime } from "luxon";

/** Many people's messages come at the same moment. */
const moments = new LRUCache<string, number>({ max: 2_000 });

/**
 * The moment at which a zone's clocks show that date and time, in milliseconds since 1970. A time that the spring change skips is the one an hour
 * later; one that the autumn change repeats is the first of the two.
 */
export function momentAt(
  isoDate: string,
  { hour, minute = 0 }: { readonly hour: number; readonly minute?: number },
  timeZone: string,
): number {
  const key = `${isoDate} ${hour} ${minute} ${timeZone}`;
  const known = moments.get(key);
  if (known !== undefined) return known;
  const at = DateTime.fromISO(isoDate, { zone: timeZone }).set({ hour, minute, second: 0, millisecond: 0 }).toMillis();
  moments.set(key, at);
  return at;
}
