import { IANAZone } from "luxon";

/** Whether this is the name of a time zone in the IANA database: "Europe/Helsinki". */
export function isTimeZone(name: string): boolean {
  return IANAZone.isValidZone(name);
}
