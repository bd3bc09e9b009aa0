import { z } from "zod";

/** What the coach has to tell of deviations. */
export const deviationTells = [
  /** For a manager: the customers that are past their limits or not agreed on. */
  z.strictObject({ kind: z.literal("deviation-list") }),
] as const;
const deviationTellsSchema = z.discriminatedUnion("kind", deviationTells);
export type DeviationTell = z.infer<typeof deviationTellsSchema>;

/** Whether a tell is about deviations. */
export function isDeviationTell<T extends { readonly kind: string }>(tell: T): tell is Extract<T, DeviationTell> {
  return tell.kind.startsWith("deviation-");
}
