import type { Person } from "../../people/records.ts";
import type { Pace } from "../week/week-actions.ts";
import type { OwnChange } from "./own-change.ts";

/** How often the weekly message comes from now on. Whoever says how often wants no quiet; "as-before" brings back what held before a stop or quiet. */
export function paceChange(before: Pick<Person, "weeklyPace" | "paceBefore">, pace: Pace): OwnChange {
  const { weeklyPace, paceBefore } = before;
  switch (pace) {
    case "weekly":
      return { unset: ["quiet", "weeklyPace", "paceBefore"] };
    case "every-second":
      return { set: { weeklyPace: pace }, unset: ["quiet", "paceBefore"] };
    case "stopped":
      return weeklyPace === "every-second"
        ? { set: { weeklyPace: pace, paceBefore: weeklyPace }, unset: ["quiet"] }
        : { set: { weeklyPace: pace }, unset: ["quiet"] };
    case "as-before":
      return weeklyPace === "stopped" ? paceChange(before, paceBefore ?? "weekly") : { unset: ["quiet"] };
    default:
      return pace satisfies never;
  }
}
