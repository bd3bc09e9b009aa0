import { contacts } from "../../../customers/contact.ts";
import { customers } from "../../../customers/customer.ts";
import type { Directory } from "../../../people/directory.ts";
import type { Listener } from "../../scene.ts";
import type { CustomerSources, Drawing } from "../load-customer-tell.ts";
import type { ContactTell } from "./contact-tells.ts";
import { drawHow } from "./draw/draw-how.ts";
import { drawLogged, drawTwice } from "./draw/draw-logged.ts";
import { drawNext } from "./draw/draw-next.ts";
import { drawContactOrAnswer, drawHanded, drawStranger, drawWhich } from "./draw/draw-which.ts";
import { factsOf } from "./owed/owed-facts.ts";

/** Reads what a tell about contacts is drawn from. Undefined when what was to be told of is gone. */
export async function loadContactTell(
  { store, now }: CustomerSources,
  directory: Directory,
  tell: ContactTell,
  { person }: Listener,
): Promise<Drawing | undefined> {
  const company = directory.company._id;
  const customerOf = async (id: string) => {
    const customer = await store.get(customers, id);
    return customer?.company === company ? customer : undefined;
  };
  switch (tell.kind) {
    case "contact-how":
      return drawHow;
    case "contact-logged": {
      const contact = await store.get(contacts, tell.contact);
      const customer = contact && (await customerOf(contact.customer));
      return contact && customer && ((listener) => drawLogged({ contact, customer, now: now() }, listener));
    }
    case "contact-twice": {
      const contact = await store.get(contacts, tell.contact);
      const customer = contact && (await customerOf(contact.customer));
      return contact && customer && ((listener) => drawTwice(tell, { contact, customer, now: now() }, listener));
    }
    case "contact-next": {
      const customer = await customerOf(tell.customer);
      if (!customer || !person) return undefined;
      const [facts] = await factsOf({ store }, directory, [customer]);
      return facts && ((listener) => drawNext(facts, { directory, person, now: now() }, listener));
    }
    case "contact-which": {
      const found = (await store.getMany(customers, tell.customers)).filter((one) => one.company === company);
      return ({ language }) => drawWhich(tell, found, directory, language);
    }
    case "contact-stranger":
      return ({ language }) => drawStranger(tell, language);
    case "contact-or-answer": {
      const customer = await customerOf(tell.customer);
      return customer && (({ language }) => drawContactOrAnswer(tell, customer, language));
    }
    case "contact-handed": {
      const customer = await customerOf(tell.customer);
      return customer && ((listener) => drawHanded(tell, { customer, directory, now: now() }, listener));
    }
    default:
      return tell satisfies never;
  }
}
