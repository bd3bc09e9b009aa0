import { closureBehind, type DayRange, type IsClosed } from "../calendar/closed-days.ts";
import type { Person } from "../people/records.ts";

/** The time away that a person is just back from on a day (ISO): closed weeks, an absence of their own, or one after the other. */
export function backOn(
  { away, wasAway }: Pick<Person, "away" | "wasAway">,
  isClosed: IsClosed,
  day: string,
): DayRange | undefined {
  const over = [away, wasAway].filter((one) => one !== undefined && one.until < day);
  const wasOut: IsClosed = (isoDate) =>
    isClosed(isoDate) || over.some((one) => one && (one.from ?? "") <= isoDate && isoDate <= one.until);
  return closureBehind(day, wasOut);
}
