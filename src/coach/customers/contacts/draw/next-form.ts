import { type Customer, LONGEST } from "../../../../customers/customer.ts";
import type { Field, Form } from "../../../../message/form.ts";
import { LIMITS } from "../../../../message/limits.ts";
import type { Person } from "../../../../people/records.ts";
import { type Language, type Say, words } from "../../../../text/text.ts";
import { actionText } from "../../../action.ts";
import { shorten } from "../../../draw/shorten.ts";
import type { ContactButtonOf } from "../contact-actions.ts";
import { meansField } from "./contact-form.ts";

/** Slack takes a hundred options. */
const MOST_OPTIONS = 100;

interface Known {
  readonly language: Language;
  readonly today: string;
  /** A day on which nobody is closed. */
  readonly offered: string;
  readonly people: readonly Person[];
}

/** One thing about a customer's next contact: move (field on), hand (to), not-needed (why), plan (on, means, what). */
export function nextForm(customer: Customer, known: Known, submit: ContactButtonOf<"contact-next-save">): Form {
  const say = words(known.language);
  const title = submit.form === "not-needed" ? "notNeeded" : submit.form;
  return {
    title: say(`contacts.form.${title}`),
    intro: shorten(customer.name, LIMITS.heading),
    fields: fieldsOf(submit.form, customer, known, say),
    submit: say("contacts.form.save"),
    action: actionText(submit),
  };
}

function fieldsOf(
  form: ContactButtonOf<"contact-next-save">["form"],
  { dueOn }: Customer,
  { today, offered, people }: Known,
  say: Say,
): readonly Field[] {
  switch (form) {
    case "move":
      return [dayField(say, dueOn !== null && dueOn > today ? dueOn : offered)];
    case "hand":
      return [
        {
          kind: "pick",
          id: "to",
          label: say("contacts.form.to"),
          options: people
            .slice(0, MOST_OPTIONS)
            .map(({ _id, name }) => ({ value: _id, label: shorten(name, LIMITS.optionLabel) })),
        },
      ];
    case "not-needed":
      return [{ kind: "text", id: "why", label: say("contacts.form.why"), maxLength: LONGEST.text }];
    case "plan":
      return [
        dayField(say, offered),
        meansField(say, null),
        { kind: "text", id: "what", label: say("contacts.form.what"), maxLength: LONGEST.text, optional: true },
      ];
    default:
      return form satisfies never;
  }
}

function dayField(say: Say, value: string): Field {
  return { kind: "date", id: "on", label: say("contacts.form.on"), value };
}
