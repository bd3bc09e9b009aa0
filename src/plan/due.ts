import { type IsClosed, lastOpenDay } from "../calendar/closed-days.ts";
import { isoDateIn } from "../calendar/iso-date.ts";
import { addWorkingDays } from "../calendar/working-day.ts";
import type { Due, PlanAction } from "./action.ts";

/** The day by which it is to be done (ISO): the day itself, which somebody chose, or the quarter's last working day that is not closed. */
export function dueDate(due: Due, isClosed: IsClosed = () => false): string {
  return due.kind === "day" ? due.on : lastOpenDay(lastWorkingDay(due), isClosed);
}

/** The quarter in which it is due: "2027-1". */
export function quarterKey(due: Due): string {
  if (due.kind === "quarter") return `${due.year}-${due.quarter}`;
  const [year = "", month = ""] = due.on.split("-");
  return `${year}-${Math.ceil(Number(month) / 3)}`;
}

/** Whether it can be planned for no more: its day is past, or its quarter; the one that is running is not. */
export function isOver(due: Due, today: string): boolean {
  if (due.kind === "day") return due.on < today;
  const [year = "", month = ""] = today.split("-");
  return due.year * 4 + due.quarter < Number(year) * 4 + Math.ceil(Number(month) / 3);
}

function lastWorkingDay({ year, quarter }: { readonly year: number; readonly quarter: number }): string {
  const next = quarter === 4 ? `${year + 1}-01-01` : `${year}-${String(quarter * 3 + 1).padStart(2, "0")}-01`;
  return addWorkingDays(next, -1);
}

type Dated = Pick<PlanAction, "standing" | "firstDeed" | "dueOn" | "history">;

/** The day (ISO) of the first deed as long as nothing is under way; of what waits for its turn, where it had not gone by when that was said. */
export function deedDay({ standing, firstDeed, history }: Omit<Dated, "dueOn">): string | null {
  const on = firstDeed?.on ?? null;
  if (on === null || standing.kind === "planned") return on;
  const since = history.findLast(({ did }) => did === "waiting")?.at ?? 0;
  return standing.kind === "waiting" && on >= isoDateIn(since, "UTC") ? on : null;
}

/** The days (ISO) on which something of an action is due: its first deed as long as nothing is under way, and itself. */
export function dueDays(action: Dated): readonly string[] {
  return [...new Set([deedDay(action), action.dueOn])].filter((on) => on !== null);
}
