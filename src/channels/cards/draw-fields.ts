import type { Field, FormValues } from "../../message/form.ts";
import { LIMITS } from "../../message/limits.ts";
import { type Language, words } from "../../text/text.ts";
import type { CardElement, Input } from "./adaptive-card.ts";
import { textBlock } from "./draw-words.ts";
import { escapeChoice, inputId } from "./submitted-values.ts";

export interface FieldDrawing {
  readonly language: Language;
  /** Field id → the sentence under it. */
  readonly mistakes?: { readonly [field: string]: string };
  /** What was typed, instead of what the form began with. */
  readonly values?: FormValues;
}

/** Up to this many choices stand open; more are a list to open. */
const OPEN_CHOICES = 6;

/** Each field's input with its label, its hint quieter below, and its mistake where there is one. */
export function drawFields(fields: readonly Field[], drawing: FieldDrawing): readonly CardElement[] {
  return fields.flatMap((field): readonly CardElement[] => {
    if (field.kind === "note") return [textBlock(field.text, { isSubtle: true })];
    const mistake = drawing.mistakes?.[field.id];
    return [
      drawInput(field, drawing),
      ...(mistake === undefined ? [] : [below(textBlock(mistake, { color: "attention", weight: "bolder" }))]),
      ...(field.hint === undefined ? [] : [below(textBlock(field.hint, { isSubtle: true }))]),
    ];
  });
}

function below(element: CardElement): CardElement {
  return { ...element, spacing: "small" };
}

function drawInput(field: Exclude<Field, { kind: "note" }>, { language, values }: FieldDrawing): Input {
  const typed = values?.[field.id];
  const base = {
    id: inputId(field),
    label: field.label,
    spacing: "medium" as const,
    isRequired: field.optional !== true,
    ...(field.optional ? {} : { errorMessage: words(language)("web.cards.required") }),
  };
  const value = typeof typed === "string" ? typed : field.kind === "pick-many" ? undefined : field.value;
  const standing = value === undefined || value === "" ? {} : { value };
  switch (field.kind) {
    case "text":
      return {
        type: "Input.Text",
        ...base,
        ...standing,
        maxLength: field.maxLength,
        isMultiline: field.multiline === true,
      };
    case "number": {
      const label = field.unit === undefined ? field.label : `${field.label} (${field.unit})`;
      return { type: "Input.Text", ...base, ...standing, label, maxLength: LIMITS.fieldLabel };
    }
    case "date":
      return { type: "Input.Date", ...base, ...standing };
    case "time":
      return { type: "Input.Time", ...base, ...standing };
    case "pick":
      return { ...choiceSet(field.options, false), ...base, ...(value ? { value: escapeChoice(value) } : {}) };
    case "pick-many": {
      const picked = Array.isArray(typed) ? typed : (field.values ?? []);
      return {
        ...choiceSet(field.options, true),
        ...base,
        ...(picked.length > 0 ? { value: picked.map(escapeChoice).join(",") } : {}),
      };
    }
    default:
      return field satisfies never;
  }
}

function choiceSet(options: readonly { readonly value: string; readonly label: string }[], many: boolean) {
  return {
    type: "Input.ChoiceSet",
    style: many || options.length <= OPEN_CHOICES ? "expanded" : "compact",
    isMultiSelect: many,
    wrap: true,
    choices: options.map((option) => ({ title: option.label, value: escapeChoice(option.value) })),
  } as const;
}
