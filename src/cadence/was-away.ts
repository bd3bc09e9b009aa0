import { addDays } from "../calendar/iso-date.ts";
import type { Away } from "../people/records.ts";

/**
 * What is remembered of a time away when another one takes its place, or the person says that they are back; undefined where it had not begun, or
 * goes on with another end or substitute. `today`: the person's date.
 */
export function wasAwayAfter(before: Away | undefined, next: Away | undefined, today: string): Away | undefined {
  if (!before || (before.from ?? "") > today) return undefined;
  if (next && before.until >= today && next.from === before.from) return undefined;
  const until = before.until < today ? before.until : addDays(today, -1);
  return until < (before.from ?? until) ? undefined : { ...before, until };
}
