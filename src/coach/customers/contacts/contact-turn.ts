import type { Outcome } from "../../../channels/channel.ts";
import { converse } from "../../converse.ts";
import type { Tap } from "../../plan/tap-action.ts";
import type { Turn } from "../../turn.ts";
import type { ContactButton } from "./contact-actions.ts";
import type { ContactCommand } from "./read-contact-command.ts";

/** A button or a submit about contacts. */
export function contactTap(turn: Tap, _button: ContactButton): Promise<Outcome> {
  return converse(turn, [{ kind: "contact-how" }]);
}

/** Words about contacts. */
export function contactByCommand(turn: Turn, command: ContactCommand): Promise<Outcome> {
  switch (command.kind) {
    case "owed":
    case "how":
      return converse(turn, [{ kind: "contact-how" }]);
    default:
      return command satisfies never;
  }
}
