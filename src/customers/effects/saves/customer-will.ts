import { LONGEST, willSchema } from "../../customer.ts";
import { type Answered, customerOf, optionOf, textOf } from "../answered.ts";
import { type ContactChange, NO_CHANGES, type RegisterChanges } from "../register-changes.ts";

/** `will-importance`: what the co-operation means to a customer, whether the customer wants it, and a contact on the day that one set oneself. */
export function customerWill({ values, on }: Answered): RegisterChanges {
  const customer = customerOf(values, "customer");
  const will = willSchema.safeParse({
    importance: optionOf(values, "importance"),
    will: optionOf(values, "will"),
    on,
  }).data;
  if (!customer || !will) return NO_CHANGES;
  const change = { row: "customer/will", customer, set: { will }, scores: {}, product: "", contactPerson: "" };
  const purpose = textOf(values, "next", LONGEST.text);
  const day = values["next-by"];
  const planned = {
    row: "customer/next",
    customer,
    kind: "planned",
    means: null,
    purpose,
    outcome: "",
    notes: "",
  } as const;
  const contacts: ContactChange[] = purpose === "" || day?.kind !== "date" ? [] : [{ ...planned, on: day.date }];
  return { ...NO_CHANGES, customers: [change], contacts };
}
