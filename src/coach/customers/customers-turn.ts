import type { Outcome } from "../../channels/channel.ts";
import type { Command } from "../commands/read-command.ts";
import type { Tap, Turn } from "../turn.ts";
import { contactByCommand, contactTap } from "./contacts/contact-turn.ts";
import { handsNobody } from "./contacts/hand-by-words.ts";
import type { CustomerButton } from "./customer-actions.ts";
import { isDeviationButton } from "./deviations/deviation-actions.ts";
import { deviationTap } from "./deviations/deviation-turn.ts";
import { isHandoverButton } from "./handover/handover-actions.ts";
import { handoverTap } from "./handover/handover-turn.ts";
import type { CustomersCommand } from "./read-customers-command.ts";
import { inPrivate } from "./register/in-private.ts";
import { findsNobody } from "./register/list/list-turn.ts";
import { isRegisterButton } from "./register/register-actions.ts";
import { registerByCommand, registerTap } from "./register/register-turn.ts";
import { isSavingButton } from "./saving/saving-actions.ts";
import { savingTap } from "./saving/saving-turn.ts";
import { isVisitButton } from "./visits/visit-actions.ts";
import { visitByCommand, visitsNobody, visitTap } from "./visits/visit-turn.ts";

/** A button or a submit about customers. */
export function customerTap(turn: Tap, button: CustomerButton): Promise<Outcome> {
  if (isRegisterButton(button)) return registerTap(turn, button);
  if (isDeviationButton(button)) return deviationTap(turn, button);
  if (isHandoverButton(button)) return handoverTap(turn, button);
  if (isVisitButton(button)) return visitTap(turn, button);
  if (isSavingButton(button)) return savingTap(turn, button);
  return contactTap(turn, button);
}

/** Words about customers. */
export function customersByCommand(turn: Turn, command: CustomersCommand): Promise<Outcome> {
  switch (command.kind) {
    case "contacts":
      return contactByCommand(turn, command.about);
    case "register":
      return registerByCommand(turn, command.about);
    case "visit":
      return visitByCommand(turn, command.about);
    case "portfolio":
      return inPrivate(turn, { kind: "saving-portfolio" });
    case "plans":
      return inPrivate(turn, { kind: "saving-plans" });
    default:
      return command satisfies never;
  }
}

/** Words that would be about a customer, but nobody is called so: while a question waits, they are somebody's answer. */
export async function namesNoCustomer(turn: Turn, command: Command): Promise<boolean> {
  if (command.kind !== "customers") return false;
  const { about } = command;
  if (about.kind === "contacts") return about.about.kind === "hand" && handsNobody(turn, about.about);
  if (about.kind === "register") return findsNobody(turn, about.about);
  return about.kind === "visit" && visitsNobody(turn, about.about);
}
