import { questionOf } from "../../../flow/compile-flow.ts";
import { LONGEST_NOTE } from "../../contact.ts";
import { LONGEST } from "../../customer.ts";
import { type Answered, customerIn, rowsIn, textIn, textOf } from "../answered.ts";
import { type ContactChange, type CustomerChange, NO_CHANGES, type RegisterChanges } from "../register-changes.ts";

/** What of a row stands in the contact's notes, in this order. */
const NOTED = ["need", "solution", "interest", "background"] as const;

/** `sales-plan`: each row's customer with whom one reaches there and what it is offered, and a contact on the agreed day. */
export function salesPlan({ values, flow, language }: Answered): RegisterChanges {
  const product = textOf(values, "product", LONGEST.short);
  const step = questionOf(flow, "rows");
  const columns = step?.kind === "table" ? step.columns : [];
  const customers: CustomerChange[] = [];
  const contacts: ContactChange[] = [];
  for (const { id, cells } of rowsIn(values, "rows")) {
    const customer = customerIn(cells, "customer");
    if (!customer) continue;
    const row = `rows/${id}`;
    const contactPerson = textIn(cells, "contact", LONGEST.short);
    customers.push({ row, customer, set: {}, scores: {}, product, contactPerson });
    const due = cells.due;
    if (due?.kind !== "date") continue;
    const notes = NOTED.flatMap((column) => {
      const text = textIn(cells, column, LONGEST_NOTE);
      return text === "" ? [] : [`${columns.find((one) => one.id === column)?.label[language] ?? column}: ${text}`];
    });
    contacts.push({
      row,
      customer,
      kind: "planned",
      on: due.date,
      means: null,
      purpose: textIn(cells, "goal", LONGEST.text),
      outcome: "",
      notes: notes.join("\n").slice(0, LONGEST_NOTE),
    });
  }
  return { ...NO_CHANGES, customers, contacts };
}
