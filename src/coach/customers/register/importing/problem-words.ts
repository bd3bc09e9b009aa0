import type { Problem } from "../../../../customers/exchange/draft.ts";
import { formatDate, formatNumber } from "../../../../flow/wording/format.ts";
import { type Language, words } from "../../../../text/text.ts";

/** A row that somebody may not touch, beside what can be wrong with it. */
export type Trouble = Problem | { readonly kind: "not-yours" };

/** What is wrong with a value, in a few words without a full stop. */
export function problemWords(
  problem: Trouble,
  { language, nameOf }: { readonly language: Language; readonly nameOf: (person: string) => string },
): string {
  const say = words(language);
  switch (problem.kind) {
    case "not-yours":
    case "no-name":
      return say(`exchange.problem.${problem.kind}`);
    case "same-as-row":
      return say("exchange.problem.same-as-row", { row: problem.row });
    case "several-persons": {
      const names = problem.persons.map(nameOf).join(" / ");
      return say("exchange.problem.several-persons", {
        field: fieldName(problem, language),
        value: problem.value,
        names,
      });
    }
    case "two-ways": {
      const numbers = problem.numbers.map((number) => formatNumber(number, language)).join(" / ");
      return say("exchange.problem.two-ways", { field: fieldName(problem, language), value: problem.value, numbers });
    }
    case "off-scale": {
      const { value, from, to } = problem;
      return say("exchange.problem.off-scale", { field: fieldName(problem, language), value, from, to });
    }
    case "in-the-past":
      return say("exchange.problem.in-the-past", {
        field: fieldName(problem, language),
        value: formatDate(problem.value, language),
      });
    case "too-long":
      return say("exchange.problem.too-long", { field: fieldName(problem, language) });
    case "several-customers":
      return say("exchange.problem.several-customers", { value: problem.value });
    case "two-days":
    case "not-a-number":
    case "not-a-date":
    case "in-the-future":
    case "limit-alone":
    case "unknown-person":
    case "not-a-class":
    case "not-a-phase":
    case "not-a-will":
    case "not-weeks":
    case "not-yes-or-no":
    case "not-a-name":
    case "not-a-phone":
    case "not-an-email":
    case "wrong-business-id":
    case "formula":
    case "formula-error":
      return say(`exchange.problem.${problem.kind}`, { field: fieldName(problem, language), value: problem.value });
    default:
      return problem satisfies never;
  }
}

function fieldName({ field }: Problem, language: Language): string {
  const say = words(language);
  return field === "score" ? say("exchange.problem.score") : say(`customers.column.${field}`);
}
