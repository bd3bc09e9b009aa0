import type { Form } from "../../message/form.ts";
import type { AdaptiveCard, CardElement } from "./adaptive-card.ts";
import { drawFields, type FieldDrawing } from "./draw-fields.ts";
import { textBlock } from "./draw-words.ts";

export interface FormDrawing extends FieldDrawing {
  /** What opened the dialog; comes back with the submitted values (readTapped), so that no form need be remembered meanwhile. */
  readonly opener?: { readonly action: string; readonly message: string };
}

/** A form's fields and button, as elements of a card. Its title is the dialog's, so it is not drawn here. */
export function drawFormElements(form: Form, drawing: FormDrawing): readonly CardElement[] {
  const { opener } = drawing;
  return [
    ...(form.intro === undefined ? [] : [textBlock(form.intro)]),
    ...drawFields(form.fields, drawing),
    {
      type: "ActionSet",
      spacing: "large",
      actions: [
        {
          type: "Action.Execute",
          title: form.submit,
          verb: "luotsi",
          data: { action: form.action, ...(opener ? { opener: opener.action, openerMessage: opener.message } : {}) },
          associatedInputs: "auto",
          style: "positive",
        },
      ],
    },
  ];
}

/** A dialog's card: for the web chat's dialog and Teams' task module. */
export function drawForm(form: Form, drawing: FormDrawing): AdaptiveCard {
  return {
    type: "AdaptiveCard",
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    version: "1.5",
    lang: drawing.language,
    fallbackText: form.title,
    speak: form.title,
    body: drawFormElements(form, drawing),
  };
}
