import { z } from "zod";

const of = z.string();

/** What the coach has to tell of what a flow's answers change in the register. */
export const savingTells = [
  /** What would change, and the way to save it; or that it is saved. */
  z.strictObject({ kind: z.literal("saving-card"), of }),
  z.strictObject({ kind: z.literal("saving-how"), of }),
  z.strictObject({ kind: z.literal("saving-portfolio") }),
  z.strictObject({ kind: z.literal("saving-plans") }),
] as const;
const savingTellsSchema = z.discriminatedUnion("kind", savingTells);
export type SavingTell = z.infer<typeof savingTellsSchema>;

export function isSavingTell<T extends { readonly kind: string }>(tell: T): tell is Extract<T, SavingTell> {
  return tell.kind.startsWith("saving-");
}
