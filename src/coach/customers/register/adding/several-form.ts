import type { Form } from "../../../../message/form.ts";
import { LIMITS } from "../../../../message/limits.ts";
import { type Language, words } from "../../../../text/text.ts";
import { actionText } from "../../../action.ts";

/** Several customers, one a line (field names). */
export function severalForm(language: Language, once: string): Form {
  const say = words(language);
  return {
    title: say("customers.form.several"),
    fields: [
      {
        kind: "text",
        id: "names",
        label: say("customers.form.severalLabel"),
        hint: say("customers.form.severalHint"),
        multiline: true,
        maxLength: LIMITS.answerText,
      },
    ],
    submit: say("customers.form.save"),
    action: actionText({ kind: "register-add-several", once }),
  };
}
