import { listAt, type Node, nodeAt, nodesIn, textAt, wordsIn } from "./nodes.ts";
import type { Button, Dialog, Submitted } from "./platform.ts";

/** Brings an invoke to Luotsi and gives back its answer. */
export type Invoke = (name: string, value: object) => Promise<Node>;

/** The dialog of a task's answer; undefined where it is a sentence, or closes. */
export function teamsDialog(answer: Node, invoke: Invoke): Dialog | undefined {
  const value = nodeAt(nodeAt(answer, "task"), "value");
  const card = nodeAt(nodeAt(value, "card"), "content");
  const inputs = nodesIn(card.body).filter((node) => textAt(node, "type").startsWith("Input."));
  const button = nodesIn(card.body).findLast(({ type, style }) => type === "Action.Submit" && style === "positive");
  if (!button) return undefined;
  return {
    title: textAt(value, "title"),
    words: wordsIn(card),
    fields: Object.fromEntries(
      inputs.map((input) => [fieldOf(input), listAt(input, "choices").map((one) => textAt(one, "title"))]),
    ),
    submit: async (values = {}): Promise<Submitted> => {
      const typed = inputs.map((input) => [textAt(input, "id"), typedIn(input, values[fieldOf(input)])] as const);
      const filled = typed.filter(([, text]) => text !== undefined);
      const data = { ...nodeAt(button, "data"), ...Object.fromEntries(filled) };
      const next = await invoke("task/submit", { data });
      if (next.task === undefined) return { kind: "closed" };
      const task = nodeAt(next, "task");
      if (task.type === "message") return { kind: "closed", told: textAt(task, "value") };
      const dialog = teamsDialog(next, invoke);
      if (!dialog) throw new Error(`the form was answered with ${JSON.stringify(next)}`);
      return { kind: "stays", dialog, words: dialog.words };
    },
  };
}

function fieldOf(input: Node): string {
  return textAt(input, "id").split(".").slice(1).join(".");
}

/** As the client sends it: choices joined by commas (Adaptive Cards, "Input.ChoiceSet"). */
function typedIn(input: Node, given: string | readonly string[] | undefined): unknown {
  if (given === undefined) return input.value;
  const choices = listAt(input, "choices");
  if (choices.length === 0) return given;
  return [given]
    .flat()
    .map((wanted) => {
      const choice = choices.find(({ title, value }) => title === wanted || value === wanted);
      if (!choice) throw new Error(`${fieldOf(input)} has no ${wanted}`);
      return textAt(choice, "value");
    })
    .join(",");
}

/** What can be tapped on cards: buttons, and rows that can be tapped anywhere. */
export function teamsButtons(cards: unknown): readonly Button[] {
  return nodesIn(cards)
    .filter(({ type }) => type === "Action.Execute" || type === "Action.Submit")
    .map((node) => ({ label: textAt(node, "title").replace(/^✓ /, ""), node }));
}
