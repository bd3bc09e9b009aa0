import { scoreOf } from "../../../../customers/classes/score.ts";
import { limitsOf } from "../../../../customers/clock/limits.ts";
import { cadenceOf } from "../../../../customers/rulebook.ts";
import { formatNumber } from "../../../../flow/wording/format.ts";
import { LIMITS } from "../../../../message/limits.ts";
import type { Block } from "../../../../message/message.ts";
import { type Language, type Say, words } from "../../../../text/text.ts";
import { actionText } from "../../../action.ts";
import { paragraph, quiet, rows } from "../../../draw/compose.ts";
import { shorten } from "../../../draw/shorten.ts";
import type { Listener } from "../../../scene.ts";
import { mayErase } from "../may.ts";
import { CARE_TEXTS } from "../planning/plan-form.ts";
import type { CardPart } from "../register-actions.ts";
import { personLine } from "./card-facts.ts";
import { historyPart } from "./history-part.ts";
import type { KnownCustomer } from "./known-customer.ts";
import { cadenceWords } from "./plan-words.ts";

type Blocks = readonly (Block | undefined)[];

/** What of a customer is shown on request. */
export function cardPart(part: Exclude<CardPart, "facts">, known: KnownCustomer, listener: Listener): Blocks {
  const say = words(listener.language);
  switch (part) {
    case "class":
      return classPart(known, listener.language);
    case "plan":
      return planPart(known, say);
    case "history":
      return historyPart(known, listener);
    case "people":
      return peoplePart(known, listener);
    case "erase":
      return [paragraph(say("customers.erase.why"))];
    default:
      return part satisfies never;
  }
}

/** DESIGN, promise 10: the formula with its numbers. */
function classPart({ customer, book }: KnownCustomer, language: Language): Blocks {
  const say = words(language);
  const number = (value: number) => formatNumber(Math.round(value * 100) / 100, language);
  const { thresholds } = book.rules;
  const limits = say("customers.formula.thresholds", {
    a: number(thresholds.A),
    b: number(thresholds.B),
    c: number(thresholds.C),
  });
  const given =
    customer.givenClass === null
      ? undefined
      : paragraph(say("customers.formula.given", { class: customer.givenClass }));
  const found = scoreOf(customer.scores, book.rules);
  if (!found) return [given ?? paragraph(say("customers.formula.none")), quiet(limits)];
  const sum = found.parts.reduce((total, { criterion, value }) => total + criterion.weight * value, 0);
  const weights = found.parts.reduce((total, { criterion }) => total + criterion.weight, 0);
  const parts = found.parts.map(({ criterion: { name, weight }, value }) =>
    say("customers.formula.part", { name, weight: number(weight), value: number(value) }),
  );
  const missing = found.missing.map(({ name }) => name).join(", ");
  return [
    given,
    paragraph(parts.join("\n")),
    paragraph(
      say("customers.formula.class", { sum: number(sum), weights: number(weights), score: number(found.score) }),
    ),
    quiet(missing === "" ? undefined : say("customers.formula.missing", { names: missing })),
    quiet(limits),
  ];
}

function planPart({ customer, book }: KnownCustomer, say: Say): Blocks {
  const { care } = cadenceOf(customer, book);
  const limits = limitsOf(care);
  const means = care.means.map((one) => say(`customers.means.${one}`)).join(", ");
  const facts = [
    { label: say("customers.plan.means"), value: means },
    ...CARE_TEXTS.map((part) => ({
      label: say(`customers.plan.${part}`),
      value: shorten(care[part], LIMITS.messageText),
    })),
  ].filter(({ value }) => value !== "");
  return [
    paragraph(cadenceWords(customer, book, say)),
    quiet(limits && say("customers.plan.limits", { ...limits })),
    facts.length === 0 ? undefined : { kind: "facts", facts },
  ];
}

function peoplePart({ customer, directory }: KnownCustomer, { language, person }: Listener): Blocks {
  const say = words(language);
  if (customer.contactPersons.length === 0) return [paragraph(say("customers.erase.noPeople"))];
  const erases = person !== undefined && mayErase(directory.people.get(person._id), customer.person);
  if (!erases) return [paragraph(customer.contactPersons.map(personLine).join("\n"))];
  return [
    quiet(say("customers.erase.personHint")),
    rows(
      customer.contactPersons.map((one, nth) => ({
        mark: String(nth + 1),
        label: shorten(one.name, LIMITS.optionLabel),
        description: shorten(one.name, LIMITS.description),
        sign: shorten(personLine({ ...one, name: "" }), LIMITS.sign),
        opensForm: true,
        action: actionText({ kind: "register-erase-person", customer: customer._id, person: one.id }),
      })),
    ),
  ];
}
