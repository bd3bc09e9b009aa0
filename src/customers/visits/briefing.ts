import type { Contact } from "../contact.ts";
import type { Customer } from "../customer.ts";
import { lastPromise, type Promised } from "../last-promise.ts";
import { openMeasures } from "../measures/open-measures.ts";
import { ofSalesPlans } from "../plans/sale-plan.ts";
import { type CustomerState, stateOf } from "./customer-state.ts";
import { chooseCard, type QuestionCard } from "./question-cards.ts";
import type { MapAnswer } from "./value-map.ts";

/** What one knows before the door, line by line; what nobody has said is undefined. */
export interface Briefing {
  /** The last thing that was promised, and when. */
  readonly promise: Promised | undefined;
  /** What a sales plan means to do next. */
  readonly plan: Contact | undefined;
  /** The last contact that was made. */
  readonly last: (Pick<Contact, "means" | "notes"> & { readonly on: string }) | undefined;
  /** Agreed measures that are not done, the one due first first. */
  readonly open: readonly { readonly what: string; readonly on: string | null }[];
  readonly lifecycle: Customer["lifecycle"];
  readonly state: CustomerState | undefined;
  readonly map: MapAnswer | undefined;
  readonly card: QuestionCard;
}

/** `contacts`: the customer's, in any order. */
export function briefingOf(customer: Customer, contacts: readonly Contact[], map: MapAnswer | undefined): Briefing {
  const real = contacts
    .filter(({ state }) => state === "made" || state === "tried")
    .toSorted((a, b) => (b.on ?? "").localeCompare(a.on ?? "") || b.createdAt - a.createdAt);
  const made = real.filter(({ state }) => state === "made");
  const [last] = made;
  const { lifecycle, will, buys } = customer;
  return {
    promise: lastPromise(contacts),
    plan: ofSalesPlans(contacts)[0],
    last: last?.on ? { on: last.on, means: last.means, notes: last.notes } : undefined,
    open: openMeasures(contacts),
    lifecycle,
    state: will ? stateOf(will) : undefined,
    map,
    card: chooseCard({ lifecycle, will, buys, answered: map !== undefined }, made.length),
  };
}
