import { standsInFor } from "../../../../cadence/receiver.ts";
import type { Customer } from "../../../../customers/customer.ts";
import { contactsIn } from "../../../../customers/find-customers.ts";
import type { Directory } from "../../../../people/directory.ts";
import type { CoachPorts } from "../../../ports.ts";

/** Whether a customer's next contact is a person's: in their charge or promised by them, or by somebody for whom they stand in. Nobody's is everybody's. */
export async function owes(
  { store }: Pick<CoachPorts, "store">,
  directory: Directory,
  { person, now }: { readonly person: string; readonly now: number },
  { _id, company, person: inCharge }: Customer,
): Promise<boolean> {
  const whose = [person, ...standsInFor(person, directory.people, now).map((away) => away._id)];
  if (inCharge === null || whose.includes(inCharge)) return true;
  const plans = await contactsIn(store, { company, customer: _id, state: "planned" });
  return plans.some((plan) => plan.person !== null && whose.includes(plan.person));
}
