import { weekOf } from "../../calendar/week.ts";

const ASKED = "digest-asked:";

/** The event of asking about something on a day (ISO). */
export function askingOn(day: string): string {
  return `${ASKED}${day}`;
}

/** The last day (ISO) on which a manager asked about it, and whether that was this very week; undefined when nobody did. */
export function askedOn(
  { events }: { readonly events: readonly string[] },
  today: string,
): { readonly day: string; readonly isThisWeek: boolean } | undefined {
  const day = events.findLast((event) => event.startsWith(ASKED))?.slice(ASKED.length);
  return day === undefined ? undefined : { day, isThisWeek: weekOf(day) === weekOf(today) };
}
