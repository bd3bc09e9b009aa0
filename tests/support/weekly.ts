import { actions, type PlanAction } from "../../src/plan/action.ts";
import type { Journey } from "./journey.ts";
import { COMPANY } from "./sample-company.ts";

/** The actions of the team "koneet" that are called so. */
export async function actionsNamed(journey: Journey, name: string, open = true): Promise<readonly PlanAction[]> {
  const all = await journey.store.find(actions, { name: "ofTeam", equals: { company: COMPANY, team: "koneet", open } });
  return all.filter(({ what }) => what.startsWith(name));
}
