import type { PlanAction } from "./action.ts";

/** A team's year: dimension × quarter → what is due then. Dropped actions are left out. */
export interface YearPlan {
  readonly year: number;
  /** The dimensions in their order, and at the end (`dimension: null`) what leads up in none of them, where there is such. */
  readonly rows: readonly {
    readonly dimension: string | null;
    readonly quarters: readonly [
      readonly PlanAction[],
      readonly PlanAction[],
      readonly PlanAction[],
      readonly PlanAction[],
    ];
  }[];
  /** Open, and not placed in any quarter. */
  readonly unplaced: readonly PlanAction[];
}

export function yearPlan(all: readonly PlanAction[], dimensions: readonly string[], year: number): YearPlan {
  const kept = all.filter(({ standing }) => standing.kind !== "dropped");
  const rowOf = (dimension: string | null) => {
    const own = kept.filter((action) => placeOf(action, dimensions) === dimension);
    const due = (quarter: number) => own.filter((action) => action.quarter === `${year}-${quarter}`);
    return { dimension, quarters: [due(1), due(2), due(3), due(4)] as const };
  };
  const none = rowOf(null);
  return {
    year,
    rows: [...dimensions.map(rowOf), ...(none.quarters.some((quarter) => quarter.length > 0) ? [none] : [])],
    unplaced: kept.filter(({ open, quarter }) => open && quarter === null),
  };
}

function placeOf({ dimension }: PlanAction, dimensions: readonly string[]): string | null {
  return dimension !== null && dimensions.includes(dimension) ? dimension : null;
}
