import type { CellValue } from "../../../flow/answer-value.ts";
import { type Means, meansSchema, NO_CARE } from "../../care-plan.ts";
import { fieldSchema } from "../../customer.ts";
import { type Answered, numberIn, optionIn, rowsIn, textIn } from "../answered.ts";
import { NO_CHANGES, type PlanChange, type RegisterChanges } from "../register-changes.ts";

const LONGEST = 1000;

/**
 * `care-plan`: a plan for each group whose cadence or whose care was agreed; one without a cadence has that of the next plan in line. The later of two
 * rows of a group counts.
 */
export function carePlans({ values }: Answered): RegisterChanges {
  const rowsOf = (step: string) =>
    new Map(rowsIn(values, step).map(({ cells }) => [optionIn(cells, "group") ?? "", cells] as const));
  const [often, held] = [rowsOf("cadence"), rowsOf("care")];
  const plans = [...new Set([...often.keys(), ...held.keys()])].flatMap((group): PlanChange[] => {
    const whose = planOf(group);
    if (whose === undefined) return [];
    const cells = often.get(group) ?? {};
    const text = (column: string) => textIn(held.get(group) ?? {}, column, LONGEST);
    return [
      {
        ...whose,
        care: {
          ...NO_CARE,
          contactsPerYear: numberIn(cells, "contacts") ?? null,
          wishDays: numberIn(cells, "wish") ?? null,
          worstDays: numberIn(cells, "worst") ?? null,
          means: meansIn(cells),
          content: text("content"),
          training: text("training"),
          service: text("service"),
          afterMarketing: text("after"),
          goals: text("goals"),
        },
      },
    ];
  });
  return { ...NO_CHANGES, plans };
}

/** "class-a", "growth", "all" → whose plan it is. */
function planOf(group: string): Pick<PlanChange, "kind" | "of"> | undefined {
  const [, inClass] = /^class-([a-d])$/u.exec(group) ?? [];
  if (inClass !== undefined) return { kind: "class", of: inClass.toUpperCase() };
  const field = fieldSchema.safeParse(group).data;
  if (field !== undefined) return { kind: "field", of: field };
  return group === "all" ? { kind: "all", of: "" } : undefined;
}

function meansIn(cells: { readonly [column: string]: CellValue }): Means[] {
  const said = [optionIn(cells, "means"), optionIn(cells, "also")];
  return [...new Set(said.flatMap((one) => meansSchema.safeParse(one).data ?? []))];
}
