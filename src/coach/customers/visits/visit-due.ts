import { contacts } from "../../../customers/contact.ts";
import { customers } from "../../../customers/customer.ts";
import { LIMITS } from "../../../message/limits.ts";
import type { Message } from "../../../message/message.ts";
import { words } from "../../../text/text.ts";
import { button, choices, heading, messageOf, quiet } from "../../draw/compose.ts";
import { shorten } from "../../draw/shorten.ts";
import type { WeekReader } from "../../week/week-section.ts";

/** How a visit went, asked two hours after somebody set off; undefined when it is logged already or the customer is kept no more. */
export async function askHowItWent(
  { ports, person }: Pick<WeekReader, "ports" | "person">,
  { customer: id, day }: { readonly customer: string; readonly day: string },
): Promise<Message | undefined> {
  const { company, language } = person;
  const customer = await ports.store.get(customers, id);
  if (customer?.company !== company || !customer.kept) return undefined;
  const made = await ports.store.find(contacts, { name: "ofCompanyOn", equals: { company }, from: day, to: day });
  const isLogged = made.some(
    (contact) =>
      contact.customer === id &&
      contact.person === person._id &&
      contact.state === "made" &&
      // One tap says no means.
      (contact.means === "visit" || contact.means === "meeting" || contact.means === null),
  );
  if (isLogged) return undefined;
  const say = words(language);
  return messageOf(language, [
    heading(shorten(say("visits.went.title", { name: customer.name }), LIMITS.heading)),
    choices([
      button(say("visits.went.agreed"), { kind: "visit-agreed", customer: id, day }, { opensForm: true }),
      button(say("visits.went.made"), { kind: "visit-went", customer: id, day, met: true }),
      button(say("visits.went.missed"), { kind: "visit-went", customer: id, day, met: false }),
    ]),
    quiet(say("visits.went.why")),
  ]);
}
