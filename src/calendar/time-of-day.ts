import { DateTime } from "luxon";

/** What a zone's clocks show at a moment. */
export function timeOfDayIn(ms: number, timeZone: string): { readonly hour: number; readonly minute: number } {
  const { hour, minute } = DateTime.fromMillis(ms, { zone: timeZone });
  return { hour, minute };
}
