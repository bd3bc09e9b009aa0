import type { Outcome } from "../../channels/channel.ts";
import { converse } from "../converse.ts";
import type { Tap, Turn } from "../turn.ts";
import { addFromForm, openActionForm, openNewForm, saveActionForm } from "./action-form-turn.ts";
import { doByText } from "./doing/do-by-text.ts";
import { listByCommand, openCard, openHistory, turnList, turnManyLive, turnYear } from "./list-turn.ts";
import { noteAction, noteByText } from "./noting/note-action.ts";
import type { PlanButton } from "./plan-actions.ts";
import type { PlanCommand } from "./read-plan-command.ts";
import { chooseDue, chooseOwner, tapAction } from "./tap-action.ts";

/** A button or a submit about actions. */
export function actOnPlan(turn: Tap, button: PlanButton): Promise<Outcome> {
  switch (button.kind) {
    case "plan-tap":
      return tapAction(turn, button);
    case "plan-form":
      return openActionForm(turn, button);
    case "plan-save":
      return saveActionForm(turn, button);
    case "plan-owner":
      return chooseOwner(turn, button);
    case "plan-due":
      return chooseDue(turn, button);
    case "plan-open":
      return openCard(turn, button.action);
    case "plan-history":
      return openHistory(turn, button.action);
    case "plan-new":
      return Promise.resolve(openNewForm(turn, button.team));
    case "plan-add":
      return addFromForm(turn, button);
    case "plan-note":
      return noteAction(turn, button);
    case "plan-list":
      return turnList(turn, button);
    case "plan-many-live":
      return turnManyLive(turn, button);
    case "plan-year":
      return turnYear(turn, button);
    default:
      return button satisfies never;
  }
}

/** Words about actions. */
export function planByCommand(turn: Turn, command: PlanCommand): Promise<Outcome> {
  switch (command.kind) {
    case "note":
      return noteByText(turn, command.text);
    case "do":
      return doByText(turn, command.doing);
    case "how":
      return converse(turn, [{ kind: "plan-how" }]);
    case "list":
    case "list-by":
    case "year":
      return listByCommand(turn, command);
    default:
      return command satisfies never;
  }
}
