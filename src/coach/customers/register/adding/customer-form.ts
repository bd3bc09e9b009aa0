import { NO_CARE } from "../../../../customers/care-plan.ts";
import { weeksText } from "../../../../customers/clock/weeks-text.ts";
import {
  type Customer,
  type CustomerContent,
  classSchema,
  LONGEST,
  lifecycleSchema,
} from "../../../../customers/customer.ts";
import type { Criterion, Rules } from "../../../../customers/customer-rules.ts";
import { willText } from "../../../../customers/exchange/take-will.ts";
import { formatNumber } from "../../../../flow/wording/format.ts";
import type { Field, FieldOption, Form } from "../../../../message/form.ts";
import { LIMITS } from "../../../../message/limits.ts";
import type { Person } from "../../../../people/records.ts";
import { type Language, type Say, words } from "../../../../text/text.ts";
import { actionText } from "../../../action.ts";
import { shorten } from "../../../draw/shorten.ts";
import { personLine, worthText } from "../card/card-facts.ts";
import type { RegisterButton } from "../register-actions.ts";

/** Slack takes a hundred options. */
const MOST_OPTIONS = 100;
/** As many criteria as a form is filled in with patience. */
export const MOST_CRITERIA = 12;
/** What a pick holds where nothing is chosen. */
export const NONE = "none";

export interface FormSurroundings {
  readonly language: Language;
  /** Who can be in charge. */
  readonly people: readonly Person[];
  readonly rules: Rules;
}

/** Importance and will as one choice: "opportunity/wanted". */
export const WILLS = (["opportunity", "necessary", "no-difference"] as const).flatMap((importance) =>
  (["wanted", "doubted"] as const).map((will) => ({ importance, will, value: `${importance}/${will}` })),
);

/**
 * All that people say of a customer (fields name, businessId, town, person, people, segment, products, class, buys, present, potential, lifecycle, will,
 * contactsPerYear, closedWeeks, score:<criterion>).
 */
export function customerForm(
  content: CustomerContent,
  { language, people, rules }: FormSurroundings,
  submit: RegisterButton,
): Form {
  const say = words(language);
  const isNew = submit.kind === "register-add";
  const { contactsPerYear } = content.ownPlan ?? NO_CARE;
  const will = WILLS.find(
    (one) => one.importance === content.will?.importance && one.will === content.will.will,
  )?.value;
  return {
    title: say(isNew ? "customers.form.add" : "customers.form.edit"),
    fields: [
      line("name", say("customers.column.name"), content.name, { maxLength: LONGEST.name, optional: false }),
      pick("person", say("customers.column.person"), peopleOptions(people, content.person, say), content.person),
      {
        kind: "text",
        id: "people",
        label: say("customers.form.people"),
        hint: say("customers.form.peopleHint"),
        multiline: true,
        optional: true,
        maxLength: LIMITS.answerText,
        value: content.contactPersons.map(personLine).join("\n"),
      },
      line("town", say("customers.column.town"), content.town),
      line("businessId", say("customers.column.businessId"), content.businessId, { maxLength: 30 }),
      line("segment", say("customers.column.segment"), content.segment),
      line("products", say("customers.column.products"), content.products.join(", "), {
        hint: say("customers.form.productsHint"),
        maxLength: 2000,
      }),
      pick(
        "buys",
        say("customers.column.buys"),
        (["yes", "no"] as const).map((value) => ({ value, label: say(`customers.${value}`) })),
        content.buys ? "yes" : "no",
      ),
      worth("present", content, language),
      worth("potential", content, language),
      ...rules.criteria.slice(0, MOST_CRITERIA).map((criterion) => score(criterion, content, rules, language)),
      {
        ...pick(
          "class",
          say("customers.form.givenClass"),
          classSchema.options.map((one) => ({ value: one, label: one })),
          content.givenClass,
          say,
        ),
        hint: say("customers.form.givenClassHint"),
      },
      pick(
        "lifecycle",
        say("customers.column.lifecycle"),
        lifecycleSchema.options.map((one) => ({ value: one, label: say(`customers.lifecycle.${one}`) })),
        content.lifecycle,
        say,
      ),
      pick(
        "will",
        say("customers.column.will"),
        WILLS.map((one) => ({
          value: one.value,
          label: willText(one, language),
        })),
        will ?? null,
        say,
      ),
      {
        kind: "number",
        id: "contactsPerYear",
        label: say("customers.column.contactsPerYear"),
        hint: say("customers.form.contactsPerYearHint"),
        optional: true,
        value: contactsPerYear === null ? "" : String(contactsPerYear),
      },
      line("closedWeeks", say("customers.form.closedWeeks"), weeksText(content.closedWeeks), {
        hint: say("customers.form.closedWeeksHint"),
      }),
    ],
    submit: say("customers.form.save"),
    action: actionText(submit),
  };
}

/** Why a relationship ends (field why). */
export function endForm({ name }: Pick<Customer, "name">, language: Language, submit: RegisterButton): Form {
  const say = words(language);
  return {
    title: say("customers.form.end"),
    intro: shorten(name, LIMITS.heading),
    fields: [
      {
        kind: "text",
        id: "why",
        label: say("customers.form.why"),
        hint: say("customers.form.endHint"),
        multiline: true,
        optional: true,
        maxLength: LONGEST.text,
      },
    ],
    submit: say("customers.form.saveEnd"),
    action: actionText(submit),
  };
}

type Line = Partial<Pick<Extract<Field, { kind: "text" }>, "hint" | "maxLength" | "optional">>;

function line(id: string, label: string, value: string, how: Line = {}): Field {
  return { kind: "text", id, label, optional: true, maxLength: LONGEST.short, value, ...how };
}

/** With `say` nothing may be chosen, too. */
function pick(id: string, label: string, options: readonly FieldOption[], value: string | null, say?: Say) {
  const all = say ? [{ value: NONE, label: say("customers.form.none") }, ...options] : options;
  const chosen = value ?? (say ? NONE : undefined);
  return {
    kind: "pick",
    id,
    label,
    options: all,
    ...(chosen === undefined ? {} : { value: chosen }),
    optional: true,
  } as const;
}

function peopleOptions(people: readonly Person[], chosen: string | null, say: Say): readonly FieldOption[] {
  const first = people.filter(({ _id }) => _id === chosen);
  const others = people.filter(({ _id }) => _id !== chosen);
  return [
    ...[...first, ...others]
      .slice(0, MOST_OPTIONS - 1)
      .map(({ _id, name }) => ({ value: _id, label: shorten(name, LIMITS.optionLabel) })),
    { value: NONE, label: say("customers.card.nobody") },
  ];
}

function worth(id: "present" | "potential", content: CustomerContent, language: Language): Field {
  const say = words(language);
  const value = worthText(content[id], language);
  return line(id, say(`customers.column.${id}`), value, { hint: say("customers.form.worthHint"), maxLength: 40 });
}

function score({ id, name }: Criterion, { scores }: CustomerContent, { scale }: Rules, language: Language): Field {
  const value = scores[id];
  return {
    kind: "number",
    id: `score:${id}`,
    label: shorten(`${name} (${scale.min}–${scale.max})`, LIMITS.fieldLabel),
    optional: true,
    value: value === undefined ? "" : formatNumber(value, language),
  };
}
