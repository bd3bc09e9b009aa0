import { listAt, type Node, nodeAt, nodesIn, textAt, wordsIn } from "./nodes.ts";
import type { Button, Dialog, Submitted } from "./platform.ts";

type Values = Parameters<Dialog["submit"]>[0];

interface ViewParts {
  readonly id: string;
  readonly view: Node;
  /** Tells Luotsi that the view was submitted as it stands; gives back the answer. */
  readonly send: (view: Node) => Promise<unknown>;
}

/** A modal with a submit button, as it stands before someone. */
export function slackDialog({ id, view, send }: ViewParts): Dialog {
  return {
    title: textAt(nodeAt(view, "title"), "text"),
    words: wordsIn(view),
    fields: Object.fromEntries(inputsIn(view).map((input) => [fieldOf(input), choicesIn(input).map(labelOf)])),
    submit: async (values = {}): Promise<Submitted> => {
      const states = inputsIn(view).map((input) => [
        textAt(input, "block_id"),
        { "luotsi.field": stateOf(input, values) },
      ]);
      const answer = await send({ ...view, id, hash: "1", state: { values: Object.fromEntries(states) } });
      const told: Node = typeof answer === "object" && answer !== null ? { ...answer } : {};
      switch (told.response_action) {
        case "errors": {
          const words = Object.values(nodeAt(told, "errors")).join("\n");
          return { kind: "stays", dialog: slackDialog({ id, view, send }), words };
        }
        case "update": {
          const next = nodeAt(told, "view");
          if (next.submit === undefined) return { kind: "closed", told: wordsIn(next) };
          return { kind: "stays", dialog: slackDialog({ id, view: next, send }), words: wordsIn(next) };
        }
        default:
          return { kind: "closed" };
      }
    },
  };
}

function inputsIn(view: Node): readonly Node[] {
  return listAt(view, "blocks").filter(({ type }) => type === "input");
}

function fieldOf(input: Node): string {
  return textAt(input, "block_id").split(":").slice(1).join(":");
}

function choicesIn(input: Node): readonly Node[] {
  const element = nodeAt(input, "element");
  return [
    ...listAt(element, "options"),
    ...listAt(element, "option_groups").flatMap((group) => listAt(group, "options")),
  ];
}

function labelOf(option: Node): string {
  return textAt(nodeAt(option, "text"), "text");
}

/** An element's part of `state.values` (docs.slack.dev: "View state values"). */
function stateOf(input: Node, values: NonNullable<Values>): Node {
  const element = nodeAt(input, "element");
  const type = textAt(element, "type");
  const given = values[fieldOf(input)];
  const chosen = (wanted: string) => {
    const option = choicesIn(input).find((one) => one.value === wanted || labelOf(one) === wanted);
    if (!option) throw new Error(`${fieldOf(input)} has no ${wanted}: ${choicesIn(input).map(labelOf).join(", ")}`);
    return option;
  };
  const text = typeof given === "string" ? given : undefined;
  switch (type) {
    case "datepicker":
      return { type, selected_date: text ?? element.initial_date ?? null };
    case "timepicker":
      return { type, selected_time: text ?? element.initial_time ?? null };
    case "static_select":
    case "radio_buttons":
      return { type, selected_option: text === undefined ? (element.initial_option ?? null) : chosen(text) };
    case "checkboxes":
    case "multi_static_select":
      return { type, selected_options: Array.isArray(given) ? given.map(chosen) : listAt(element, "initial_options") };
    default:
      return { type, value: text ?? element.initial_value ?? null };
  }
}

/** Buttons and the entries of menus, as they stand. */
export function slackButtons(blocks: unknown): readonly Button[] {
  return nodesIn(blocks)
    .filter(({ type }) => type === "actions")
    .flatMap((block) => listAt(block, "elements").flatMap((element) => buttonsIn(block, element)));
}

function buttonsIn(block: Node, element: Node): readonly Button[] {
  if (element.type === "button") return [{ label: labelOf(element).replace(/^✓ /, ""), node: element }];
  return listAt(element, "options").map((option) => ({ label: labelOf(option), node: tapped(block, element, option) }));
}

function tapped(block: Node, menu: Node, option: Node): Node {
  return { type: menu.type, action_id: menu.action_id, block_id: block.block_id, selected_option: option };
}
