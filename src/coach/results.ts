/** What flows may name under `result`, and how a round with that result ends. */
export type ResultName = "maturity-profile" | "next-level-targets";

export const results: ReadonlySet<string> = new Set<ResultName>(["maturity-profile", "next-level-targets"]);
