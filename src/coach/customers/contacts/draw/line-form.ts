import { LONGEST } from "../../../../customers/customer.ts";
import type { Form } from "../../../../message/form.ts";
import { type Language, words } from "../../../../text/text.ts";
import { actionText } from "../../../action.ts";
import type { ContactButtonOf } from "../contact-actions.ts";

/** Which customer a line is about (fields name, town): as it was called in the line, to be put right. */
export function lineForm(called: string, submit: ContactButtonOf<"contact-line-save">, language: Language): Form {
  const say = words(language);
  return {
    title: say("contacts.form.who"),
    intro: say("contacts.form.whoIntro"),
    fields: [
      {
        kind: "text",
        id: "name",
        label: say("contacts.form.name"),
        value: called.charAt(0).toLocaleUpperCase() + called.slice(1),
        maxLength: LONGEST.name,
      },
      { kind: "text", id: "town", label: say("contacts.form.town"), maxLength: LONGEST.short, optional: true },
    ],
    submit: say("contacts.form.save"),
    action: actionText(submit),
  };
}
