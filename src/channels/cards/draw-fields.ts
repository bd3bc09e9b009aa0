import type { Field, FormLink, FormValues, InputField } from "../../message/form.ts";
import { LIMITS } from "../../message/limits.ts";
import { type Language, words } from "../../text/text.ts";
import type { ActionSet, CardElement, Input } from "./adaptive-card.ts";
import { textBlock } from "./draw-words.ts";
import { escapeChoice, inputId } from "./submitted-values.ts";

export interface FieldDrawing {
  readonly language: Language;
  /** Field id → the sentence under it. */
  readonly mistakes?: { readonly [field: string]: string };
  /** What was typed, instead of what the form began with. */
  readonly values?: FormValues;
  /** What opened the dialog; comes back with the submitted values (readTapped), so that no form need be remembered meanwhile. */
  readonly opener?: { readonly action: string; readonly message: string };
}

/** Up to this many choices stand open; more are a list to open. */
const OPEN_CHOICES = 6;

/** Each field's input with its label, its hint quieter below, and its mistake where there is one. */
export function drawFields(fields: readonly Field[], drawing: FieldDrawing): readonly CardElement[] {
  return fields.flatMap((field): readonly CardElement[] => {
    if (field.kind === "note") return [textBlock(field.text, { isSubtle: true })];
    if (field.kind === "rows") return drawRows(field, drawing);
    const mistake = drawing.mistakes?.[field.id];
    return [
      drawInput(field, drawing),
      ...(mistake === undefined ? [] : [below(textBlock(mistake, { color: "attention", weight: "bolder" }))]),
      ...(field.hint === undefined ? [] : [below(textBlock(field.hint, { isSubtle: true }))]),
    ];
  });
}

/** The rows so far, each with its button; what opens another form in the same dialog comes back as a submit does. */
function drawRows(field: Extract<Field, { kind: "rows" }>, { opener }: FieldDrawing): readonly CardElement[] {
  const link = ({ label, action }: FormLink): ActionSet => ({
    type: "ActionSet",
    spacing: "small",
    actions: [
      {
        type: "Action.Execute",
        title: label,
        verb: "luotsi",
        data: { action, ...openerData(opener) },
        associatedInputs: "none",
      },
    ],
  });
  return [
    textBlock(field.label, { weight: "bolder" }),
    ...field.rows.flatMap(({ text, edit }) => [textBlock(text), link(edit)]),
    ...(field.add ? [link(field.add)] : []),
  ];
}

/** The opener as a card's action carries it. */
export function openerData(opener: FieldDrawing["opener"]) {
  return opener ? { opener: opener.action, openerMessage: opener.message } : {};
}

function below(element: CardElement): CardElement {
  return { ...element, spacing: "small" };
}

function drawInput(field: InputField, { language, values }: FieldDrawing): Input {
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
