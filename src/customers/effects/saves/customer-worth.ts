import type { CellValue } from "../../../flow/answer-value.ts";
import type { Worth } from "../../customer.ts";
import { type Answered, customerIn, optionIn, rowsIn } from "../answered.ts";
import { type CustomerChange, NO_CHANGES, type RegisterChanges } from "../register-changes.ts";

/** `value-portfolio`: each row's present and potential value, and in euros the thresholds that divide them. */
export function customerWorth({ values }: Answered): RegisterChanges {
  const inEuros = values.measure?.kind === "choice" && values.measure.option === "euros";
  const step = inEuros ? "euros" : "levels";
  const customers = rowsIn(values, step).flatMap(({ id, cells }): CustomerChange[] => {
    const customer = customerIn(cells, "customer");
    const [present, potential] = [worthIn(cells.present), worthIn(cells.potential)];
    if (!customer || !present || !potential) return [];
    const buys = optionIn(cells, "buys") !== "no";
    const set = { buys, present, potential };
    return [{ row: `${step}/${id}`, customer, set, scores: {}, product: "", contactPerson: "" }];
  });
  const { "present-from": now, "potential-from": later } = values;
  const highFrom =
    inEuros && now?.kind === "money" && later?.kind === "money" ? { present: now.cents, potential: later.cents } : null;
  return { ...NO_CHANGES, customers, rules: highFrom && { highFrom } };
}

function worthIn(cell: CellValue | undefined): Worth | undefined {
  if (cell?.kind === "money") return { kind: "euros", cents: cell.cents };
  if (cell?.kind !== "choice" || (cell.option !== "low" && cell.option !== "high")) return undefined;
  return { kind: "level", level: cell.option };
}
