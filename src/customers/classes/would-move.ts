import type { Customer, CustomerClass, PortfolioField } from "../customer.ts";
import type { Rules } from "../customer-rules.ts";
import { fieldOf } from "./field.ts";
import { classOf } from "./score.ts";

type Classed = Pick<Customer, "_id" | "name" | "givenClass" | "scores" | "present" | "potential" | "buys">;

/** A customer whose class or field a change of the rules would change. */
export interface Move {
  readonly customer: Classed;
  readonly class: { readonly from: CustomerClass | null; readonly to: CustomerClass | null };
  readonly field: { readonly from: PortfolioField | null; readonly to: PortfolioField | null };
}

export interface Moves {
  readonly moves: readonly Move[];
  /** How many stand in each class before and after; those without a class under "none". */
  readonly classes: { readonly [one in CustomerClass | "none"]: { readonly before: number; readonly after: number } };
}

/** Who would move if the rules changed, and with them what is said of customers (`then`): to be seen before they are saved. */
export function wouldMove<C extends Classed>(
  all: readonly C[],
  before: Rules,
  after: Rules,
  then: (customer: C) => Classed | undefined = (customer) => customer,
): Moves {
  const classes = { A: none(), B: none(), C: none(), D: none(), none: none() };
  const moves: Move[] = [];
  for (const customer of all) {
    const next = then(customer) ?? customer;
    const found = {
      customer,
      class: { from: classOf(customer, before), to: classOf(next, after) },
      field: { from: fieldOf(customer, before), to: fieldOf(next, after) },
    };
    classes[found.class.from ?? "none"].before += 1;
    classes[found.class.to ?? "none"].after += 1;
    if (found.class.from !== found.class.to || found.field.from !== found.field.to) moves.push(found);
  }
  return { moves, classes };
}

function none() {
  return { before: 0, after: 0 };
}
