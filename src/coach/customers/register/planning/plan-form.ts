import { type Care, careSchema, meansSchema, NO_CARE } from "../../../../customers/care-plan.ts";
import { limitsOf } from "../../../../customers/clock/limits.ts";
import { numbersOf } from "../../../../customers/exchange/column-numbers.ts";
import type { Field, Form, FormValues } from "../../../../message/form.ts";
import { type Language, type Say, words } from "../../../../text/text.ts";
import { actionText } from "../../../action.ts";
import { many, one } from "../../../form-values.ts";
import type { RegisterButton } from "../register-actions.ts";

const NUMBERS = [
  { id: "contactsPerYear", from: 0, to: 365 },
  { id: "wishDays", from: 1, to: 3650 },
  { id: "worstDays", from: 1, to: 3650 },
] as const;
/** What care holds besides its means, in the order in which it is asked and told. */
export const CARE_TEXTS = ["content", "training", "service", "afterMarketing", "goals"] as const;
const LONGEST = 1000;

/** The customer's own care plan; what is left empty the plan of its class or its field says. */
export function planForm(own: Care | null, language: Language, submit: RegisterButton): Form {
  const say = words(language);
  const care = own ?? NO_CARE;
  const text = (id: (typeof CARE_TEXTS)[number]): Field => ({
    kind: "text",
    id,
    label: say(`customers.plan.${id}`),
    optional: true,
    multiline: true,
    maxLength: LONGEST,
    value: care[id],
  });
  return {
    title: say("customers.plan.title"),
    intro: say("customers.plan.intro"),
    fields: [
      ...NUMBERS.map(({ id }): Field => {
        const value = care[id] === null ? "" : String(care[id]);
        const hint = say(`customers.plan.${id}Hint`);
        return { kind: "number", id, label: say(`customers.plan.${id}`), hint, optional: true, value };
      }),
      {
        kind: "pick-many",
        id: "means",
        label: say("customers.plan.means"),
        optional: true,
        options: meansSchema.options.map((value) => ({ value, label: say(`customers.means.${value}`) })),
        values: care.means,
      },
      ...CARE_TEXTS.map(text),
    ],
    submit: say("customers.form.save"),
    action: actionText(submit),
  };
}

/** What that form says; null where it says nothing, so that the class's or the field's plan holds. */
export function readPlanForm(
  values: FormValues,
  say: Say,
): { readonly ownPlan: Care | null } | { readonly mistakes: { readonly [field: string]: string } } {
  const mistakes: { [field: string]: string } = {};
  const number = ({ id, from, to }: (typeof NUMBERS)[number]): number | null => {
    const text = one(values[id]).trim();
    if (text === "") return null;
    const read = numbersOf([text])(text);
    if (read?.kind === "number" && Number.isInteger(read.number) && read.number >= from && read.number <= to)
      return read.number;
    mistakes[id] = say("customers.refused.wholeNumber", { from, to });
    return null;
  };
  const [contactsPerYear, wishDays, worstDays] = NUMBERS.map(number);
  // Alone it would stand beside another plan's cadence, which may be slower.
  if (worstDays && !wishDays && !contactsPerYear) mistakes.worstDays = say("customers.refused.limitAlone");
  const wish = limitsOf({ ...NO_CARE, contactsPerYear: contactsPerYear ?? null, wishDays: wishDays ?? null })?.wish;
  if (worstDays && wish && worstDays < wish) mistakes.worstDays = say("flows.plan.limitBelowWish", { wish });
  const texts = Object.fromEntries(CARE_TEXTS.map((id) => [id, one(values[id]).trim().slice(0, LONGEST)]));
  const means = many(values.means).flatMap((said) => meansSchema.safeParse(said).data ?? []);
  if (Object.keys(mistakes).length > 0) return { mistakes };
  const care = careSchema.parse({ ...texts, contactsPerYear, wishDays, worstDays, means });
  return { ownPlan: JSON.stringify(care) === JSON.stringify(careSchema.parse(NO_CARE)) ? null : care };
}
