import type { Form } from "../../message/form.ts";
import type { AdaptiveCard, CardElement } from "./adaptive-card.ts";
import { drawFields, type FieldDrawing, openerData } from "./draw-fields.ts";
import { textBlock } from "./draw-words.ts";

/** A form's fields and button, as elements of a card. Its title is the dialog's, so it is not drawn here. */
export function drawFormElements(form: Form, drawing: FieldDrawing): readonly CardElement[] {
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
          data: { action: form.action, ...openerData(drawing.opener) },
          associatedInputs: "auto",
          style: "positive",
        },
      ],
    },
  ];
}

/** A dialog's card: for the web chat's dialog and Teams' task module. */
export function drawForm(form: Form, drawing: FieldDrawing): AdaptiveCard {
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
