import { z } from "zod";
import { contactActions } from "./contacts/contact-actions.ts";
import { deviationActions } from "./deviations/deviation-actions.ts";
import { handoverActions } from "./handover/handover-actions.ts";
import { registerActions } from "./register/register-actions.ts";
import { savingActions } from "./saving/saving-actions.ts";
import { visitActions } from "./visits/visit-actions.ts";

/** Buttons and submits about customers: each part of the room adds its own here. */
export const customerActions = [
  ...contactActions,
  ...registerActions,
  ...deviationActions,
  ...handoverActions,
  ...visitActions,
  ...savingActions,
] as const;
const customerActionsSchema = z.discriminatedUnion("kind", customerActions);
export type CustomerButton = z.infer<typeof customerActionsSchema>;

const KINDS: ReadonlySet<string> = new Set(customerActions.map(({ shape }) => shape.kind.value));

/** Whether a button is about customers. */
export function isCustomerButton<A extends { readonly kind: string }>(action: A): action is Extract<A, CustomerButton> {
  return KINDS.has(action.kind);
}
