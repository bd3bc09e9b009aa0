import { expect } from "vitest";
import type { PlanAction } from "../../src/plan/action.ts";
import { openActions } from "../../src/plan/find-actions.ts";
import type { Journey } from "./journey.ts";
import { COMPANY } from "./sample-company.ts";

/** The one open action of a team. */
export async function onlyAction(journey: Journey, team = "koneet"): Promise<PlanAction> {
  const all = await openActions(journey.store, { company: COMPANY, team });
  expect(all).toHaveLength(1);
  const [action] = all;
  if (!action) throw new Error("There is no action");
  return action;
}
