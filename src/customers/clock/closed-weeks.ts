import { z } from "zod";
import type { IsClosed } from "../../calendar/closed-days.ts";
import { weekOf } from "../../calendar/week.ts";

const week = z.int().min(1).max(53);

/** ISO weeks of every year in which a customer is left alone, both included; from 51 to 2 goes over the turn of the year. */
export const closedWeeksSchema = z.array(z.strictObject({ from: week, to: week })).max(10);
export type ClosedWeeks = z.infer<typeof closedWeeksSchema>;

export function closedInWeeks(weeks: ClosedWeeks): IsClosed {
  return (isoDate) => {
    if (weeks.length === 0) return false;
    const nth = Number(weekOf(isoDate).slice(-2));
    return weeks.some(({ from, to }) => (from <= to ? from <= nth && nth <= to : nth >= from || nth <= to));
  };
}
