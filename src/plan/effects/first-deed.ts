import { LIFT, type Round } from "../../rounds/round.ts";
import type { Store } from "../../store/store.ts";
import { actions, type PlanAction, rowActionId } from "../action.ts";

/** The row of a round's plan: there is one. */
export const FIRST_DEED = "first-deed";

/** The action that a round's first deed became, as it stands now; undefined where none was made of it yet. */
export function firstDeedOf(store: Store, round: Pick<Round, "_id">): Promise<PlanAction | undefined> {
  return store.get(actions, rowActionId({ round: round._id, step: LIFT, row: FIRST_DEED }));
}
