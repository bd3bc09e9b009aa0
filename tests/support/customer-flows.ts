import { addCustomers, namedOnly } from "../../src/customers/add-customers.ts";
import type { Customer, CustomerContent } from "../../src/customers/customer.ts";
import { allCustomers } from "../../src/customers/find-customers.ts";
import { readRulebook } from "../../src/customers/rulebook.ts";
import { begins } from "./agreeing.ts";
import { type Journey, optionsOf, thread } from "./journey.ts";
import { COMPANY } from "./sample-company.ts";

/** Customers stand in the company's register, in the charge of `person`. */
export async function hasCustomers(
  journey: Journey,
  person: string | null,
  customers: { readonly [name: string]: Partial<CustomerContent> },
): Promise<void> {
  const book = await readRulebook(journey.store, { _id: COMPANY });
  const added = Object.entries(customers).map(([name, over]) => ({ content: { ...namedOnly(name, person), ...over } }));
  const adding = { company: COMPANY, by: person, today: "2026-11-23", book };
  const event = { id: `seeded ${Object.keys(customers).join()}`, now: journey.now };
  await addCustomers(journey.store, added, adding, event);
}

/** Name → customer, as the store has them. */
export async function register(journey: Journey): Promise<{ readonly [name: string]: Customer }> {
  const all = await allCustomers(journey.store, COMPANY);
  return Object.fromEntries(all.map((customer) => [customer.name, customer]));
}

/** Begins an own record of a flow in a person's private chat. */
export async function beginsAlone(journey: Journey, person: string, flow: string): Promise<void> {
  await journey.says(person, `aloita ${flow}`);
  const begin = ["Itseksesi", "On my own", "Aloita", "Begin"].find((label) => journey.offers(person, label));
  if (begin !== undefined) await journey.taps(person, begin);
}

/** Answers one question after the other by typing; a table that asks for its end gets it. */
export async function answersAlone(journey: Journey, person: string, answers: readonly string[]): Promise<void> {
  for (const answer of answers) {
    await journey.says(person, answer);
    const done = ["Rivit valmiit", "Rows are done"].find((label) => journey.offers(person, label));
    if (done !== undefined && answer.includes(";")) await journey.taps(person, done);
  }
}

/** Satu leads the team through a flow in its thread, and the team says each of these; a sitting that ends is gone on with at once. */
export async function agreesOn(journey: Journey, flow: string, answers: readonly string[]): Promise<void> {
  await begins(journey, flow);
  const place = thread("koneet", `koneet:${flow}:1`);
  for (const answer of answers) {
    if (journey.offers(place, "Jatketaan nyt")) await journey.taps("satu", "Jatketaan nyt", place);
    await journey.says("satu", answer, { in: place });
    const offered = optionsOf(journey.last(place).message).find(({ label }) => /^Otetaan|^Rivit valmiit$/u.test(label));
    if (offered?.label === "Otetaan…") {
      const form = await journey.opensForm("satu", "Otetaan…", place);
      await journey.submits("satu", form, { own: answer }, place);
      // "Ohita" of the facilitator's leads on by itself.
    } else if (!journey.offers(place, "Ei muuta, kirjataan"))
      await journey.taps("satu", offered?.label ?? "Otetaan", place);
    await journey.taps("satu", "Ei muuta, kirjataan", place);
  }
}
