import { isoDateIn } from "../../calendar/iso-date.ts";
import { showDate, showDay, showMoment } from "../../calendar/show-date.ts";
import type { Listener } from "../scene.ts";

/** A moment by the listener's clocks: "ke 2.12. klo 14". */
export function moment(at: number, { language, timeZone }: Listener, now: number): string {
  return showMoment(at, timeZone, language, { now });
}

/** An ISO date with its weekday: "pe 11.12." */
export function day(isoDate: string, { language, timeZone }: Listener, now: number): string {
  return showDay(isoDate, language, { today: isoDateIn(now, timeZone) });
}

/** The date of a moment with its year: "24.12.2026". */
export function date(at: number, { language, timeZone }: Listener): string {
  return showDate(isoDateIn(at, timeZone), language);
}
