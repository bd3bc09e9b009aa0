import type { Rules } from "../customer-rules.ts";
import type { RegisterChanges } from "./register-changes.ts";

/** The company's rules as changes leave them: what they say nothing of stays. */
export function rulesAfter(standing: Rules, { rules }: Pick<RegisterChanges, "rules">): Rules {
  const { criteria, scale, thresholds, highFrom, lookAgainOn } = standing;
  const said = Object.fromEntries(Object.entries(rules ?? {}).filter(([, value]) => value !== undefined));
  return { criteria, scale, thresholds, highFrom, lookAgainOn, ...said };
}
