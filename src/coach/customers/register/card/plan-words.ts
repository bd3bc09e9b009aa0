import type { Care } from "../../../../customers/care-plan.ts";
import { limitsOf } from "../../../../customers/clock/limits.ts";
import type { Customer } from "../../../../customers/customer.ts";
import { type Cadence, cadenceOf, type Rulebook } from "../../../../customers/rulebook.ts";
import type { Say } from "../../../../text/text.ts";

/** "4 yhteydenottoa vuodessa, luokan A suunnitelma" */
export function cadenceWords(
  customer: Pick<Customer, "ownPlan" | "class" | "field">,
  book: Pick<Rulebook, "plans">,
  say: Say,
): string {
  const cadence = cadenceOf(customer, book);
  return `${oftenWords(cadence.care, say)}, ${sourceWords(cadence, customer, say)}`;
}

/** How often a plan asks for a contact. */
export function oftenWords(care: Care, say: Say): string {
  if (limitsOf(care) === undefined) return say("customers.card.noReminders");
  return care.contactsPerYear === null
    ? say("customers.card.contactEvery", { count: care.wishDays ?? 0 })
    : say("customers.card.contactsAYear", { count: care.contactsPerYear });
}

function sourceWords({ by }: Cadence, customer: Pick<Customer, "class" | "field">, say: Say): string {
  switch (by) {
    case "own":
      return say("customers.card.fromOwn");
    case "class":
      return say("customers.card.fromClass", { class: customer.class ?? "" });
    case "field":
      return say("customers.card.fromField", {
        field: customer.field === null ? "" : say(`customers.field.${customer.field}`),
      });
    case "all":
      return say("customers.card.fromAll");
    case "first":
      return say("customers.card.fromFirst");
    default:
      return by satisfies never;
  }
}
