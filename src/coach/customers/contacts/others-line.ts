import type { Outcome } from "../../../channels/channel.ts";
import { homeView } from "../../../conversations/refresh-homes.ts";
import { plan } from "../../converse.ts";
import { personName } from "../../draw/naming.ts";
import { messageOf } from "../../plan/tap-action.ts";
import type { Tap } from "../../turn.ts";
import { customerFor } from "../customer-for.ts";
import type { ContactButton } from "./contact-actions.ts";
import { owes } from "./owed/owes.ts";

/**
 * A button of an old line about a customer whom somebody else looks after by now: nothing is done by it, but the line says whose it is. Undefined: the
 * line still is the tapper's.
 */
export async function tapOnOthersLine(turn: Tap, button: ContactButton): Promise<Outcome | undefined> {
  const { ports, directory, event, person } = turn;
  const message = messageOf(turn);
  if (message === undefined || !("customer" in button && "in" in button) || button.kind === "contact-take")
    return undefined;
  const found = await customerFor(turn, button.customer);
  if ("notice" in found || found.customer.person === null) return undefined;
  const { customer } = found;
  if (await owes(ports, directory, { person: person._id, now: event.now }, customer)) return undefined;
  const place = { kind: "private", person: person._id } as const;
  const line = { kind: "week", message, line: customer._id } as const;
  const redrawn =
    button.in === "week" ? { place, how: { kind: "edit", message } as const, tell: line } : homeView(person._id);
  const told = await plan(turn, place, [redrawn], { told: [] });
  if (told.kind !== "taken") return told;
  const name = personName(directory, found.customer.person, person.language);
  return { kind: "taken", notice: turn.say("contacts.refused.others", { name }) };
}
