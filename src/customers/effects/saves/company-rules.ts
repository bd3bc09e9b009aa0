import type { Flow } from "../../../flow/flow.ts";
import type { Criterion, Rules } from "../../customer-rules.ts";
import { type Answered, customerIn, numberIn, numberOf, optionIn, rowsIn, textIn, textOf } from "../answered.ts";
import { type CustomerChange, NO_CHANGES, type RegisterChanges } from "../register-changes.ts";

const SCALE: Rules["scale"] = { min: 1, max: 5 };
const OWN = "own";

/** `classification`: the criteria with their weights, the limits of the classes, and what each customer is valued at by them. */
export function companyRules({ values, flow, language }: Answered): RegisterChanges {
  const { criteria: chosen, "look-again": again } = values;
  const [A, B, C] = [numberOf(values, "limit-a"), numberOf(values, "limit-b"), numberOf(values, "limit-c")];
  if (chosen?.kind !== "choices" || A === undefined || B === undefined || C === undefined) return NO_CHANGES;
  const weights = new Map(rowsIn(values, "weights").map(({ cells }) => [optionIn(cells, "criterion"), cells] as const));
  const criteria = chosen.options.map((id): Criterion => {
    const cells = weights.get(id) ?? {};
    const own = id === OWN ? textOf(values, "own-name", 100) : "";
    const name = own === "" ? labelOf(flow, id)[language] : own;
    const influenced = optionIn(cells, "influenced") === "yes";
    return { id, name, weight: numberIn(cells, "weight") ?? 1, influenced, lever: textIn(cells, "lever", 300) };
  });
  const customers = rowsIn(values, "scores").flatMap(({ id, cells }): CustomerChange[] => {
    const customer = customerIn(cells, "customer");
    const valued = chosen.options.flatMap((criterion): [string, number][] => {
      const value = numberIn(cells, criterion);
      return value === undefined ? [] : [[criterion, value]];
    });
    if (!customer || valued.length === 0) return [];
    const scores = Object.fromEntries(valued);
    return [{ row: `scores/${id}`, customer, set: {}, scores, product: "", contactPerson: "" }];
  });
  const lookAgainOn = again?.kind === "date" ? again.date : null;
  return { ...NO_CHANGES, customers, rules: { criteria, scale: SCALE, thresholds: { A, B, C }, lookAgainOn } };
}

function labelOf({ steps }: Flow, option: string): { readonly fi: string; readonly en: string } {
  const step = steps.find(({ id }) => id === "criteria");
  const found = step?.kind === "choices" ? step.options?.find(({ id }) => id === option) : undefined;
  return found?.label ?? { fi: option, en: option };
}
