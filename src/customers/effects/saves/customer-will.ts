import { willSchema } from "../../customer.ts";
import { type Answered, customerOf, optionOf } from "../answered.ts";
import { NO_CHANGES, type RegisterChanges } from "../register-changes.ts";

/** `will-importance`: what the co-operation means to a customer, and whether the customer wants it. */
export function customerWill({ values, on }: Answered): RegisterChanges {
  const customer = customerOf(values, "customer");
  const will = willSchema.safeParse({
    importance: optionOf(values, "importance"),
    will: optionOf(values, "will"),
    on,
  }).data;
  if (!customer || !will) return NO_CHANGES;
  const change = { row: "customer/will", customer, set: { will }, scores: {}, product: "", contactPerson: "" };
  return { ...NO_CHANGES, customers: [change] };
}
