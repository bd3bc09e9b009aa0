import type { Person } from "./records.ts";

/** Weekday and hour of the weekly message by the person's own clock: what they chose, else Mondays at 9, for salespeople at 7 (DESIGN: "Schedules"). */
export function weeklyTimeOf({ weekly, roles }: Pick<Person, "weekly" | "roles">): NonNullable<Person["weekly"]> {
  return weekly ?? { weekday: 1, hour: roles.includes("salesperson") ? 7 : 9 };
}
