import type { Company, Person } from "./records.ts";

/**
 * Weekday and hour of the weekly message by the person's own clock: what they chose, else their company's default, else Mondays at 9. Salespeople who
 * have not chosen get it at 7 (DESIGN: "Schedules").
 */
export function weeklyTimeOf(
  { weekly, roles }: Pick<Person, "weekly" | "roles">,
  company: Pick<Company, "weekly"> = {},
): NonNullable<Person["weekly"]> {
  if (weekly) return weekly;
  const { weekday, hour } = company.weekly ?? { weekday: 1, hour: 9 };
  return { weekday, hour: roles.includes("salesperson") ? 7 : hour };
}
