import type { Outcome } from "../../../channels/channel.ts";
import { customers } from "../../../customers/customer.ts";
import type { Tap } from "../../plan/tap-action.ts";
import type { Turn } from "../../turn.ts";
import { inPrivate, turned } from "./in-private.ts";
import type { RegisterCommand } from "./read-register-command.ts";
import type { RegisterButton, RegisterButtonOf } from "./register-actions.ts";

/** A button or a submit about the register. */
export async function registerTap(turn: Tap, button: RegisterButton): Promise<Outcome> {
  switch (button.kind) {
    case "customer-card":
      return openCard(turn, button);
    default:
      return { kind: "taken", notice: turn.say("turn.oldButton") };
  }
}

async function openCard(turn: Tap, { customer, part }: RegisterButtonOf<"customer-card">): Promise<Outcome> {
  const found = await turn.ports.store.get(customers, customer);
  if (found?.company !== turn.incoming.company) return { kind: "taken", notice: turn.say("customers.card.gone") };
  const tell = { kind: "customer-card", customer, ...(part === undefined ? {} : { part }) } as const;
  return part === undefined ? inPrivate(turn, tell) : turned(turn, tell);
}

/** Words about the register. */
export async function registerByCommand(turn: Turn, _command: RegisterCommand): Promise<Outcome> {
  return inPrivate(turn, { kind: "register-ask" });
}
