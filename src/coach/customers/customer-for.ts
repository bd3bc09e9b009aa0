import { closedDays } from "../../calendar/closed-days.ts";
import { isoDateIn } from "../../calendar/iso-date.ts";
import { type Contact, contacts } from "../../customers/contact.ts";
import { type Customer, customers } from "../../customers/customer.ts";
import type { Looking } from "../../customers/line/find-day.ts";
import { type Rulebook, readRulebook } from "../../customers/rulebook.ts";
import type { Turn } from "../turn.ts";

/** A customer of the person's company; customers belong to the company (DESIGN: "Records"). */
export async function customerFor(
  turn: Turn,
  id: string,
): Promise<{ readonly customer: Customer } | { readonly notice: string }> {
  const customer = await turn.ports.store.get(customers, id);
  return customer?.company === turn.incoming.company ? { customer } : { notice: turn.say("customers.card.gone") };
}

export async function contactFor(
  turn: Turn,
  id: string,
): Promise<{ readonly contact: Contact } | { readonly notice: string }> {
  const contact = await turn.ports.store.get(contacts, id);
  return contact?.company === turn.incoming.company
    ? { contact }
    : { notice: turn.say("contacts.refused.contactGone") };
}

export function bookFor({ ports, directory }: Turn): Promise<Rulebook> {
  return readRulebook(ports.store, directory.company);
}

/** How days are read in what a person says on a day (ISO). */
export function lookingOf({ directory, person }: Turn, today: string): Looking {
  return { today, language: person.language, isClosed: closedDays(directory.company.closedWeeks) };
}

/** The date on the company's calendar: contact clocks go by it. */
export function companyToday({ event, directory }: Turn): string {
  return isoDateIn(event.now, directory.company.timeZone);
}
