import { type Care, careSchema, NO_CARE } from "../care-plan.ts";
import type { Rulebook } from "../rulebook.ts";
import { keyOf, type PlanChange } from "./register-changes.ts";

/**
 * The plans that a saving writes. Saved anew, a plan that its answers say as before stays as others have laid it down since; one whose row is gone is
 * emptied, so that the next in line speaks, unless others have laid down another since.
 */
export function plansToSave(
  said: readonly PlanChange[],
  before: readonly PlanChange[],
  { plans: standing }: Pick<Rulebook, "plans">,
): PlanChange[] {
  const isOthers = (old: PlanChange) => !sameCare(standing.get(keyOf(old)) ?? NO_CARE, old.care);
  const news = said.filter((plan) => {
    const old = before.find((one) => keyOf(one) === keyOf(plan));
    return old === undefined || !sameCare(old.care, plan.care) || !isOthers(old);
  });
  const gone = before.filter((old) => !said.some((plan) => keyOf(plan) === keyOf(old)) && !isOthers(old));
  return [...news, ...gone.map(({ kind, of }) => ({ kind, of, care: NO_CARE }))];
}

/** Whether two plans say the same, whatever else is kept beside them. */
export function sameCare(one: Care, other: Care): boolean {
  const said = (care: Care) => JSON.stringify(careSchema.parse(care));
  return said(one) === said(other);
}
