import type { IsClosed } from "../calendar/closed-days.ts";
import { addDays } from "../calendar/iso-date.ts";
import { momentAt } from "../calendar/moment.ts";
import { dayOfWeek, sundayOf } from "../calendar/week.ts";
import { isHoliday, isWorkingDay } from "../calendar/working-day.ts";

/** When a person hears from Luotsi: ISO weekday 1 (Monday) to 7 and hour 0–23, by the clocks of their zone. */
export interface Rhythm {
  readonly weekday: number;
  readonly hour: number;
  readonly timeZone: string;
}

/** The time of one weekly message. `week` ("2027-W13") is the week that it belongs to, also where its day was moved into the next: its key. */
export interface Slot {
  readonly week: string;
  readonly day: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/**
 * The slot of an ISO week: its weekday at that hour, on a public holiday the next working day. A weekend day that somebody chose is kept. A slot on a
 * closed day waits for the first open one of its week; where there is none it is undefined, and the first week back tells what it would have told.
 */
export function weeklySlot(week: string, { weekday, hour, timeZone }: Rhythm, isClosed: IsClosed): Slot | undefined {
  const day = slotDay(dayOfWeek(week, weekday), isClosed);
  return day === undefined ? undefined : { week, day, at: momentAt(day, { hour }, timeZone) };
}

function slotDay(nominal: string, isClosed: IsClosed): string | undefined {
  if (!isHoliday(nominal) && !isClosed(nominal)) return nominal;
  const sunday = sundayOf(nominal);
  let day = nominal;
  let closed = false;
  while (isClosed(day) || !isWorkingDay(day)) {
    closed ||= isClosed(day);
    day = addDays(day, 1);
    if (closed && day > sunday) return undefined;
  }
  return day;
}
