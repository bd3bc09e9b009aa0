import type { IsClosed } from "../../src/calendar/closed-days.ts";
import { namedOnly } from "../../src/customers/add-customers.ts";
import { type Care, NO_CARE } from "../../src/customers/care-plan.ts";
import { newClock } from "../../src/customers/clock/clock-events.ts";
import type { Customer } from "../../src/customers/customer.ts";
import { type Criterion, FIRST_RULES, type Rules } from "../../src/customers/customer-rules.ts";
import { type Rulebook, rulebook } from "../../src/customers/rulebook.ts";
import { emptyOutbox } from "../../src/deliveries/outbox.ts";

export const TODAY = "2027-01-11";
export const NOW = Date.parse("2027-01-11T08:00:00Z");
export const ALWAYS_OPEN: IsClosed = () => false;

/** A care plan that says how many contacts a year, and what a test wants otherwise. */
export function care(contactsPerYear: number | null, over: Partial<Care> = {}): Care {
  return { ...NO_CARE, contactsPerYear, ...over };
}

/** A company's rulebook by short words: { "class/A": 26, all: 4 }. */
export function bookOf(
  plans: { readonly [of: string]: number | Care } = {},
  { rules = FIRST_RULES, isClosed = ALWAYS_OPEN }: { readonly rules?: Rules; readonly isClosed?: IsClosed } = {},
): Rulebook {
  const list = Object.entries(plans).map(([key, plan]) => {
    const [kind, of = ""] = key.split("/");
    const said = typeof plan === "number" ? care(plan) : plan;
    return {
      kind: kind === "class" ? ("class" as const) : kind === "field" ? ("field" as const) : ("all" as const),
      of,
      ...said,
    };
  });
  return rulebook(rules, list, isClosed);
}

export function criterion(id: string, weight: number): Criterion {
  return { id, name: id, weight, influenced: false, lever: "" };
}

/** A customer of the company "c1", in the charge of "p1" and never contacted, with what a test wants otherwise. */
export function sampleCustomer(over: Partial<Customer> = {}): Customer {
  return {
    _id: "k1",
    company: "c1",
    ...namedOnly("Virtasen Konepaja", "p1"),
    class: null,
    field: null,
    kept: true,
    endedWhy: "",
    clock: newClock(TODAY),
    dueOn: null,
    limitOn: null,
    dueAt: null,
    history: [],
    createdAt: NOW,
    changedAt: NOW,
    revision: 1,
    ...emptyOutbox("c1"),
    ...over,
  };
}
