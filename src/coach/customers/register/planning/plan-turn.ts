import type { Outcome } from "../../../../channels/channel.ts";
import { edit } from "../../../../customers/decide.ts";
import type { Tap } from "../../../turn.ts";
import { customerFor } from "../../customer-for.ts";
import { decideAndShow, standsIn } from "../adding/customer-form-turn.ts";
import type { RegisterButtonOf } from "../register-actions.ts";
import { planForm, readPlanForm } from "./plan-form.ts";

/** The form of a customer's own care plan. */
export async function openPlanForm(turn: Tap, { customer: id }: RegisterButtonOf<"register-plan">): Promise<Outcome> {
  const found = await customerFor(turn, id);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  const submit = { kind: "register-plan-save", customer: id, ...standsIn(turn) } as const;
  return { kind: "form", form: planForm(found.customer.ownPlan, turn.person.language, submit) };
}

/** The submit of that form. */
export async function savePlan(turn: Tap, button: RegisterButtonOf<"register-plan-save">): Promise<Outcome> {
  const read = readPlanForm(turn.incoming.values ?? {}, turn.say);
  if ("mistakes" in read) return { kind: "mistakes", mistakes: read.mistakes };
  return decideAndShow(turn, button, (now) => edit(now, read));
}
