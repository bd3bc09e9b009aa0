import { LIMITS } from "../../message/limits.ts";
import type { Option } from "../../message/message.ts";
import type { ActionSet, ExecuteAction } from "./adaptive-card.ts";

export function drawAction(option: Option): ExecuteAction {
  return {
    type: "Action.Execute",
    title: option.label,
    verb: "luotsi",
    data: { action: option.action, ...(option.opensForm ? { opens: "form" as const } : {}) },
    associatedInputs: "none",
    ...(option.primary ? { style: "positive" as const } : {}),
  };
}

/**
 * Buttons in a row and, behind the overflow menu, what is needed seldom. Teams shows six primary actions in a set and the web's renderer as many
 * as its host says: what goes over stands in the menu too, so that nothing falls away. A menu with no button before it would hide all that can be
 * done, so there what is needed seldom stands in the row.
 */
export function drawChoices(options: readonly Option[], more: readonly Option[]): ActionSet {
  const [first, rest] = options.length > 0 ? [options, more] : [more, []];
  const shown = first.slice(0, LIMITS.actionsPerCard);
  const hidden = [...first.slice(LIMITS.actionsPerCard), ...rest];
  return {
    type: "ActionSet",
    spacing: "medium",
    actions: [
      ...shown.map(drawAction),
      ...hidden.map((option): ExecuteAction => ({ ...drawAction(option), mode: "secondary" })),
    ],
  };
}
