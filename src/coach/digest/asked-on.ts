import { weekOf } from "../../calendar/week.ts";

const ASKED = "digest-asked:";

/** The event of asking about something on a day (ISO). */
export function askingOn(day: string): string {
  return `${ASKED}${day}`;
}

/** The day (ISO) of this very week on which a manager asked about it; undefined when nobody did. */
export function askedOn({ events }: { readonly events: readonly string[] }, today: string): string | undefined {
  const days = events.filter((event) => event.startsWith(ASKED)).map((event) => event.slice(ASKED.length));
  return days.findLast((day) => weekOf(day) === weekOf(today));
}
