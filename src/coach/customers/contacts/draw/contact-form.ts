import { meansSchema } from "../../../../customers/care-plan.ts";
import { type Contact, LONGEST_NOTE } from "../../../../customers/contact.ts";
import { type Customer, LONGEST } from "../../../../customers/customer.ts";
import { formatDate } from "../../../../flow/wording/format.ts";
import type { Field, Form } from "../../../../message/form.ts";
import { type Language, type Say, words } from "../../../../text/text.ts";
import { actionText } from "../../../action.ts";
import { shorten } from "../../../draw/shorten.ts";
import type { ContactButtonOf } from "../contact-actions.ts";

/** Ten measures with their days, as lines. */
const MEASURES_TEXT = 3000;

/**
 * All that a contact says (fields customer, on, means, outcome, notes, promise, measures; of one that was made also reached and next).
 */
export function contactForm(
  { contact, customer }: { readonly contact: Contact; readonly customer: Customer },
  language: Language,
  submit: ContactButtonOf<"contact-save">,
): Form {
  const say = words(language);
  const isPlan = contact.state === "planned";
  return {
    title: say(isPlan ? "contacts.form.plan" : "contacts.form.contact"),
    fields: [
      { ...textField(say, "outcome", contact.outcome), maxLength: LONGEST.text },
      meansField(say, contact.means),
      ...(isPlan ? [] : [reachedField(say, contact.state === "made")]),
      { ...textField(say, "notes", contact.notes), maxLength: LONGEST_NOTE, multiline: true },
      { ...textField(say, "promise", contact.promise), maxLength: LONGEST.text },
      {
        ...textField(say, "measures", measuresText(contact.measures, language)),
        hint: say("contacts.form.measuresHint"),
        maxLength: MEASURES_TEXT,
        multiline: true,
      },
      ...(isPlan ? [] : [dateField(say, "next", contact.next?.on ?? "")]),
      dateField(say, "on", (isPlan ? contact.due : contact.on) ?? ""),
      { ...textField(say, "customer", shorten(customer.name, LONGEST.name)), maxLength: LONGEST.name },
    ],
    submit: say("contacts.form.save"),
    action: actionText(submit),
  };
}

/** Measures as they are typed: one a line, its day at the end. */
export function measuresText(measures: Contact["measures"], language: Language): string {
  return measures.map(({ what, on }) => (on === null ? what : `${what}, ${formatDate(on, language)}`)).join("\n");
}

export function meansField(say: Say, value: string | null): Field {
  const options = meansSchema.options.map((means) => ({ value: means, label: say(`contacts.means.${means}`) }));
  const none = { value: "none", label: say("contacts.form.unsaid") };
  return {
    kind: "pick",
    id: "means",
    label: say("contacts.form.means"),
    options: [none, ...options],
    value: value ?? "none",
    optional: true,
  };
}

function reachedField(say: Say, isReached: boolean): Field {
  return {
    kind: "pick",
    id: "reached",
    label: say("contacts.form.reached"),
    options: [
      { value: "yes", label: say("contacts.form.reachedYes") },
      { value: "no", label: say("contacts.form.reachedNo") },
    ],
    value: isReached ? "yes" : "no",
  };
}

function textField(say: Say, id: "outcome" | "notes" | "promise" | "measures" | "customer", value: string) {
  return { kind: "text", id, label: say(`contacts.form.${id}`), value, optional: true } as const;
}

function dateField(say: Say, id: "on" | "next", value: string): Field {
  return { kind: "date", id, label: say(`contacts.form.${id}`), value, optional: true };
}
