import { IANAZone } from "luxon";

/** Whether this is the name of a time zone in the IANA database: "Europe/Helsinki". */
export function isTimeZone(name: string): boolean {
  // Newer engines take bare offsets ("+02:00") for zones; those know no summer time.
  return /^[A-Z]/i.test(name) && IANAZone.isValidZone(name);
}
