import type { Form, FormValues } from "../../../message/form.ts";
import { drawForm } from "../../cards/draw-form.ts";
import { CARD } from "./draw-activity.ts";
import { forDialog } from "./for-teams.ts";
import type { TaskAnswer } from "./invoke-answers.ts";

export interface DialogDrawing {
  readonly language: "fi" | "en";
  /** What opened the dialog; comes back when it is submitted, so that no form need be remembered meanwhile. */
  readonly opener?: { readonly action: string; readonly message: string };
  readonly mistakes?: { readonly [field: string]: string };
  readonly values?: FormValues;
}

/** Forms with more fields than this get the tall dialog; on a phone every dialog is the whole screen. */
const SHORT_FORM = 3;

/** A form as a dialog, opened or gone on with. */
export function drawDialog(form: Form, drawing: DialogDrawing): TaskAnswer {
  const content = forDialog(drawForm(form, drawing));
  return {
    task: {
      type: "continue",
      value: {
        title: form.title,
        width: "medium",
        height: form.fields.length > SHORT_FORM ? "large" : "medium",
        card: { contentType: CARD, content },
      },
    },
  };
}
