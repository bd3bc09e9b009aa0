import type { Outcome } from "../../channels/channel.ts";
import type { Tap } from "../plan/tap-action.ts";
import type { Turn } from "../turn.ts";
import { contactByCommand, contactTap } from "./contacts/contact-turn.ts";
import type { CustomerButton } from "./customer-actions.ts";
import type { CustomersCommand } from "./read-customers-command.ts";

/** A button or a submit about customers. */
export function customerTap(turn: Tap, button: CustomerButton): Promise<Outcome> {
  return contactTap(turn, button);
}

/** Words about customers. */
export function customersByCommand(turn: Turn, command: CustomersCommand): Promise<Outcome> {
  switch (command.kind) {
    case "contacts":
      return contactByCommand(turn, command.about);
    default:
      return command.kind satisfies never;
  }
}
