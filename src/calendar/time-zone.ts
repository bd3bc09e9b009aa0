import { IANAZone } from "luxon";

/** Asking for a zone makes a formatter each time; names come from outside, so only so many are kept. */
const known = new Map<string, boolean>();
const MOST_KEPT = 1_000;

/** Whether this is the name of a time zone in the IANA database: "Europe/Helsinki". */
export function isTimeZone(name: string): boolean {
  const kept = known.get(name);
  if (kept !== undefined) return kept;
  // Newer engines take bare offsets ("+02:00") for zones; those know no summer time.
  const isZone = /^[A-Z]/i.test(name) && IANAZone.isValidZone(name);
  if (known.size >= MOST_KEPT) known.clear();
  known.set(name, isZone);
  return isZone;
}
