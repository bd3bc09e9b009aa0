import type { Outcome } from "../../../channels/channel.ts";
import { converse } from "../../converse.ts";
import type { Tap, Turn } from "../../turn.ts";
import type { ContactButton } from "./contact-actions.ts";
import { openContactForm, saveContactForm } from "./contact-form-turn.ts";
import { handByWords } from "./hand-by-words.ts";
import { chooseCustomer, logFromQuestion, openLineForm, saveLineForm } from "./line/heard-contact.ts";
import { logByTap, snooze, takeCustomer, undoContact, unmove } from "./next-by-tap.ts";
import { openNextForm, saveNextForm } from "./next-form-turn.ts";
import { tapOnOthersLine } from "./others-line.ts";
import { tellOwed } from "./owed/tell-owed.ts";
import type { ContactCommand } from "./read-contact-command.ts";
import { undoLatest } from "./undo-latest.ts";

/** A button or a submit about contacts. */
export async function contactTap(turn: Tap, button: ContactButton): Promise<Outcome> {
  return (await tapOnOthersLine(turn, button)) ?? tap(turn, button);
}

function tap(turn: Tap, button: ContactButton): Promise<Outcome> {
  switch (button.kind) {
    case "contact-made":
      return logByTap(turn, button);
    case "contact-undo":
      return undoContact(turn, button);
    case "contact-edit":
      return openContactForm(turn, button);
    case "contact-save":
      return saveContactForm(turn, button);
    case "contact-snooze":
      return snooze(turn, button);
    case "contact-unmove":
      return unmove(turn, button);
    case "contact-take":
      return takeCustomer(turn, button);
    case "contact-next-form":
      return openNextForm(turn, button);
    case "contact-next-save":
      return saveNextForm(turn, button);
    case "contact-line":
    case "contact-line-again":
      return chooseCustomer(turn, button);
    case "contact-line-read":
      return logFromQuestion(turn, button);
    case "contact-line-form":
      return Promise.resolve(openLineForm(turn, button));
    case "contact-line-save":
      return saveLineForm(turn, button);
    default:
      return button satisfies never;
  }
}

/** Words about contacts. */
export function contactByCommand(turn: Turn, command: ContactCommand): Promise<Outcome> {
  switch (command.kind) {
    case "owed":
      return tellOwed(turn);
    case "undo":
      return undoLatest(turn);
    case "hand":
      return handByWords(turn, command);
    case "how":
      return converse(turn, [{ kind: "contact-how" }]);
    default:
      return command satisfies never;
  }
}
