import type { ActionsBlock, Button, Overflow, StaticSelect } from "@slack/types";
import type { Option } from "../../../../message/message.ts";
import { type Language, words } from "../../../../text/text.ts";
import { buttonId, menuId } from "../ids.ts";
import { packMenu } from "../pack-menu.ts";
import { SLACK_LIMITS } from "../slack-limits.ts";
import { plain } from "./text-objects.ts";

export interface Choices {
  readonly options: readonly Option[];
  readonly more?: readonly Option[];
  readonly moreLabel?: string;
}

/**
 * Buttons in a row and, behind a menu, what is needed seldom: up to five behind "…", more in a select that is called by the menu's name. A menu with no
 * button before it would hide all that can be done, and one with a single entry saves nothing: those are buttons, as is what a menu cannot carry.
 */
export function drawChoices(
  { options, more = [], moreLabel }: Choices,
  { nth, language }: { readonly nth: number; readonly language: Language },
): readonly ActionsBlock[] {
  const menu = options.length > 0 && more.length > 1 ? drawMenu(more, { nth, language, moreLabel }) : undefined;
  const buttons = (menu ? options : [...options, ...more]).map((option, at) => drawButton(option, `${nth}.${at}`));
  const room = SLACK_LIMITS.actions - (menu ? 1 : 0);
  const first = [...buttons.slice(0, room), ...(menu ? [menu.element] : [])];
  return first.length === 0
    ? []
    : [
        { type: "actions", block_id: menu?.blockId ?? `actions${nth}`, elements: first },
        ...furtherRows(buttons.slice(room), nth),
      ];
}

function furtherRows(buttons: readonly Button[], nth: number): readonly ActionsBlock[] {
  const rows = Math.ceil(buttons.length / SLACK_LIMITS.actions);
  return Array.from({ length: rows }, (_, row) => ({
    type: "actions",
    block_id: `actions${nth}.${row}`,
    elements: buttons.slice(row * SLACK_LIMITS.actions, (row + 1) * SLACK_LIMITS.actions),
  }));
}

export function drawButton(option: Option, nth: string): Button {
  return {
    type: "button",
    action_id: buttonId(nth, option.opensForm === true),
    text: plain(option.label, SLACK_LIMITS.buttonText),
    value: option.action,
    ...(option.primary ? { style: "primary" as const } : {}),
  };
}

function drawMenu(
  entries: readonly Option[],
  { nth, language, moreLabel }: { nth: number; language: Language; moreLabel: string | undefined },
): { readonly blockId: string; readonly element: Overflow | StaticSelect } | undefined {
  if (entries.length > SLACK_LIMITS.selectOptions) return undefined;
  const packed = packMenu(
    `${nth}`,
    entries.map(({ action, opensForm }) => ({ action, opensForm: opensForm === true })),
  );
  if (packed === undefined) return undefined;
  const options = entries.map(({ label }, index) => ({
    text: plain(label, SLACK_LIMITS.optionText),
    value: packed.values[index] ?? "",
  }));
  const action_id = menuId(`${nth}`);
  const element: Overflow | StaticSelect =
    options.length <= SLACK_LIMITS.overflowOptions
      ? { type: "overflow", action_id, options }
      : {
          type: "static_select",
          action_id,
          options,
          placeholder: plain(moreLabel ?? words(language)("slack.menu"), SLACK_LIMITS.placeholder),
        };
  return { blockId: packed.blockId, element };
}
