import type { Outcome } from "../../../channels/channel.ts";
import type { Contact } from "../../../customers/contact.ts";
import { changeContact } from "../../../customers/log-contact.ts";
import { messageOf, todayOf } from "../../plan/tap-action.ts";
import type { Tap } from "../../turn.ts";
import { bookFor, contactFor, customerFor, lookingOf } from "../customer-for.ts";
import { answerInPlace } from "./answer-in-place.ts";
import type { ContactButtonOf } from "./contact-actions.ts";
import { contactForm } from "./draw/contact-form.ts";
import { logged } from "./next-by-tap.ts";
import { pickByName } from "./pick-by-name.ts";
import { readContactForm } from "./read-contact-form.ts";

/** The form of all that a contact says. */
export async function openContactForm(turn: Tap, button: ContactButtonOf<"contact-edit">): Promise<Outcome> {
  const found = await contactFor(turn, button.contact);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  const { contact } = found;
  const over = overNow(turn, contact);
  if (over) return over;
  const about = await customerFor(turn, contact.customer);
  if ("notice" in about) return { kind: "taken", notice: about.notice };
  const message = messageOf(turn);
  const submit = { ...button, kind: "contact-save", ...(message === undefined ? {} : { message }) } as const;
  return { kind: "form", form: contactForm({ contact, customer: about.customer }, turn.person.language, submit) };
}

/** The submit of that form: the contact says what stands there, and the clocks of the customers that it is and was about follow. */
export async function saveContactForm(turn: Tap, button: ContactButtonOf<"contact-save">): Promise<Outcome> {
  const found = await contactFor(turn, button.contact);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  const { contact } = found;
  const over = overNow(turn, contact);
  if (over) return over;
  const before = await customerFor(turn, contact.customer);
  if ("notice" in before) return { kind: "taken", notice: before.notice };
  const values = turn.incoming.values ?? {};
  const read = readContactForm(values, contact, { ...lookingOf(turn, todayOf(turn)), say: turn.say });
  if ("mistakes" in read) return { kind: "mistakes", mistakes: read.mistakes };
  const isSame = read.customer === "" || read.customer === before.customer.name;
  const picked = isSame ? undefined : await pickByName(turn, read.customer);
  if (picked?.kind === "refused") return { kind: "mistakes", mistakes: { customer: picked.reason } };
  if (picked?.kind === "unknown")
    return {
      kind: "mistakes",
      mistakes: { customer: turn.say("contacts.refused.unknown", { name: picked.name.slice(0, 40) }) },
    };
  const customer = picked?.customer ?? contact.customer;
  const change = { id: contact._id, set: { ...read.set, customer }, by: turn.person._id };
  const taken = await changeContact(turn.ports.store, await bookFor(turn), change, turn.event);
  if (taken.kind === "declined") return { kind: "taken", notice: turn.say("contacts.refused.undone") };
  const changed = { ...button, customer: contact.customer, people: [before.customer.person, turn.person._id] };
  return answerInPlace(turn, changed, logged(contact));
}

/** What was taken out, and a plan that another contact kept, is edited no more. */
function overNow({ say }: Tap, { state }: Contact): Outcome | undefined {
  if (state === "kept") return { kind: "taken", notice: say("contacts.refused.keptPlan") };
  return state === "undone" || state === "dropped"
    ? { kind: "taken", notice: say("contacts.refused.undone") }
    : undefined;
}
