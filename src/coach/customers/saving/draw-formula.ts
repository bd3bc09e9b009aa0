import { fieldOf } from "../../../customers/classes/field.ts";
import { classOfScore, scoreOf } from "../../../customers/classes/score.ts";
import { formatMoney, formatNumber } from "../../../flow/wording/format.ts";
import type { Block, Message } from "../../../message/message.ts";
import { type Language, type Say, words } from "../../../text/text.ts";
import { heading, messageOf, paragraph } from "../../draw/compose.ts";
import { personName } from "../../draw/naming.ts";
import { shorten } from "../../draw/shorten.ts";
import type { Listener } from "../../scene.ts";
import { worthText } from "../register/card/card-facts.ts";
import { aWeek } from "./a-week.ts";
import type { SavingView } from "./load-saving.ts";

const NAME = 60;
const MOST_PEOPLE = 10;
const MOST_CUSTOMERS = 15;

type Draw = (view: SavingView, say: Say, language: Language) => readonly (Block | undefined)[];

/** Save → its formula with the numbers that it was counted of. */
const FORMULAS: ReadonlyMap<string, Draw> = new Map<string, Draw>([
  ["customer-worth", worth],
  ["company-rules", rules],
  ["care-plans", plans],
]);

export function hasFormula({ scene }: Pick<SavingView, "scene">): boolean {
  return scene.flow.saves.some((name) => FORMULAS.has(name));
}

export function drawFormula(view: SavingView, { language }: Listener): Message {
  const say = words(language);
  const blocks = view.scene.flow.saves.flatMap((name) => FORMULAS.get(name)?.(view, say, language) ?? []);
  return messageOf(language, [heading(say("flows.how.title", { flow: view.scene.flow.title[language] })), ...blocks]);
}

function worth({ after, changes }: SavingView, say: Say, language: Language): readonly (Block | undefined)[] {
  const { present, potential } = after.rules.highFrom;
  const thresholds = { present: formatMoney(present, language), potential: formatMoney(potential, language) };
  const facts = changes.customers.slice(0, MOST_CUSTOMERS).map(({ customer, set }) => {
    const { present = null, potential = null, buys = true } = set;
    const field = fieldOf({ present, potential, buys }, after.rules);
    const numbers = { present: worthText(present, language), potential: worthText(potential, language) };
    return {
      label: shorten(customer.name, NAME),
      value: say("flows.how.customerWorth", {
        ...numbers,
        field: field === null ? "–" : say(`customers.field.${field}`),
      }),
    };
  });
  return [
    paragraph(changes.rules?.highFrom ? say("flows.how.worth", thresholds) : say("flows.how.saidWorth")),
    paragraph(say("flows.how.fields")),
    facts.length === 0 ? undefined : { kind: "facts", facts },
  ];
}

/** The formula, the weights, and one of the customers as it is counted. */
function rules({ after, changes }: SavingView, say: Say, language: Language): readonly (Block | undefined)[] {
  const { criteria, thresholds } = after.rules;
  const shown = (number: number) => formatNumber(Math.round(number * 100) / 100, language);
  const [A, B, C] = [shown(thresholds.A), shown(thresholds.B), shown(thresholds.C)];
  const first = changes.customers.find(({ scores }) => scoreOf(scores, after.rules) !== undefined);
  const score = first && scoreOf(first.scores, after.rules);
  const sum = score?.parts.map(({ criterion, value }) => `${shown(criterion.weight)} × ${shown(value)}`).join(" + ");
  return [
    paragraph(say("flows.how.score")),
    {
      kind: "facts",
      facts: criteria.map(({ name, weight }) => ({
        label: name,
        value: say("flows.how.weight", { weight: shown(weight) }),
      })),
    },
    paragraph(say("customers.formula.thresholds", { a: A, b: B, c: C })),
    first && score && sum
      ? paragraph(
          say("flows.how.example", {
            customer: shorten(first.customer.name, NAME),
            sum,
            weights: shown(score.parts.reduce((all, { criterion }) => all + criterion.weight, 0)),
            score: shown(score.score),
            class: classOfScore(score.score, thresholds),
          }),
        )
      : undefined,
  ];
}

/** The formula, and each person's load as it is counted. */
function plans(
  { weeksOpen, preview, scene }: SavingView,
  say: Say,
  language: Language,
): readonly (Block | undefined)[] {
  const weeks = aWeek(weeksOpen, language);
  const facts = preview.loads.slice(0, MOST_PEOPLE).map(({ person, asked, parts }) => ({
    label: person === null ? say("flows.loads.nobody") : personName(scene.directory, person, language),
    value: say("flows.how.person", {
      sum: parts.map(({ customers, aYear }) => `${customers} × ${aWeek(aYear, language)}`).join(" + "),
      weeks,
      load: aWeek(asked, language),
    }),
  }));
  return [
    paragraph(say("flows.how.load", { weeks })),
    facts.length === 0 ? undefined : { kind: "facts", facts },
    paragraph(say("flows.how.now")),
    paragraph(say("flows.how.limits")),
  ];
}
