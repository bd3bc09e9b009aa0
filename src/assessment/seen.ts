import type { Flow } from "../flow/flow.ts";
import type { Round } from "../rounds/round.ts";
import { assessedSteps } from "./assessed-step.ts";

/**
 * What others see of somebody's answers (DESIGN, promise 6). me: nothing, not even that there are any · count: how many answered · spread: how the
 * answers lie, without names · team: everyone in the channel sees who proposed what.
 */
export type Seen = "me" | "count" | "spread" | "team";

/** Only what lies on a line has a spread; texts, choices and rows that somebody gave alone are shown to nobody. */
export function seenOf({ mode }: Pick<Round, "mode">, flow: Flow): Seen {
  switch (mode) {
    case "own":
      return "me";
    case "together":
      return "team";
    case "each":
      return assessedSteps(flow).length > 0 ? "spread" : "count";
    default:
      return mode satisfies never;
  }
}

/** With fewer answers than this nothing of the spread would be shown, and a closed round stays closed: then it is asked first. */
export const FEWEST_TO_CLOSE = 3;
