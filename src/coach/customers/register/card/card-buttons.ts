import type { Block } from "../../../../message/message.ts";
import { words } from "../../../../text/text.ts";
import { button, choices } from "../../../draw/compose.ts";
import type { Listener } from "../../../scene.ts";
import { mayErase } from "../may.ts";
import type { CardPart } from "../register-actions.ts";
import type { KnownCustomer } from "./known-customer.ts";

/** What can be done about a customer by tap, most likely first; from a part of the card the way back. */
export function cardButtons(
  { customer: { _id: customer, kept, person }, directory }: KnownCustomer,
  { language, person: listener }: Listener,
  part: CardPart | undefined,
): Block | undefined {
  const say = words(language);
  const to = (wanted: Exclude<CardPart, "facts">) =>
    button(say(wanted === "erase" ? "customers.button.erase" : `customers.button.${wanted}`), {
      kind: "customer-card",
      customer,
      part: wanted,
    });
  const back = button(say("customers.button.back"), { kind: "customer-card", customer, part: "facts" });
  if (part === "erase")
    return choices([button(say("customers.button.erase"), { kind: "register-erase", customer }), back]);
  const own = { kind: "register-plan", customer } as const;
  if (part === "plan" && kept)
    return choices([button(say("customers.button.ownPlan"), own, { opensForm: true }), back]);
  if (part !== undefined) return choices([back]);
  const erases = listener !== undefined && mayErase(directory.people.get(listener._id), person);
  return choices(
    [
      kept
        ? button(say("customers.button.contacted"), { kind: "contact-made", customer }, { primary: true })
        : button(say("customers.button.keep"), { kind: "register-keep", customer }),
      button(say("customers.button.edit"), { kind: "register-edit", customer }, { opensForm: true }),
      to("history"),
    ],
    [
      to("people"),
      to("plan"),
      to("class"),
      kept ? button(say("customers.button.end"), { kind: "register-end", customer }, { opensForm: true }) : undefined,
      erases ? to("erase") : undefined,
    ],
    say("customers.button.more"),
  );
}
