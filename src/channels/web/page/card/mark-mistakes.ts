import type { AdaptiveCard, Input } from "adaptivecards";
import type { Mistakes } from "../state/deed.ts";

/**
 * Shows each mistake at its field and puts the focus on the first one; what was typed stays. Mistakes that belong to no input of the card are
 * returned, to be told above it. Earlier marks go.
 */
export function markMistakes(card: AdaptiveCard, mistakes: Mistakes): readonly string[] {
  const inputs = card.getAllInputs();
  for (const input of inputs) clear(input);
  const homeless: string[] = [];
  let first: Input | undefined;
  for (const input of inputs) {
    const sentence = Object.entries(mistakes).find(([field]) => isField(input, field))?.[1];
    if (sentence === undefined) continue;
    mark(input, sentence);
    first ??= input;
  }
  for (const [field, sentence] of Object.entries(mistakes)) {
    if (!inputs.some((input) => isField(input, field))) homeless.push(sentence);
  }
  first?.focus();
  return homeless;
}

/** An input is called by its field, with the kind of its value before it ("text.goal"): src/channels/cards/submitted-values.ts. */
function isField(input: Input, field: string): boolean {
  return input.id === field || input.id?.replace(/^\w+\./, "") === field;
}

function controlsOf(input: Input): readonly Element[] {
  return [...(input.renderedElement?.querySelectorAll("input, textarea, select") ?? [])];
}

function mark(input: Input, sentence: string): void {
  const told = document.createElement("p");
  told.className = "mistake";
  told.id = `mistake-${input.id}`;
  told.textContent = sentence;
  input.renderedElement?.append(told);
  for (const control of controlsOf(input)) {
    control.setAttribute("aria-invalid", "true");
    control.setAttribute("aria-describedby", told.id);
  }
}

function clear(input: Input): void {
  for (const told of input.renderedElement?.querySelectorAll(".mistake") ?? []) told.remove();
  for (const control of controlsOf(input)) {
    control.removeAttribute("aria-invalid");
    control.removeAttribute("aria-describedby");
  }
}
