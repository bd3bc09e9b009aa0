import { z } from "zod";

/** A round or own record. */
const of = z.string().max(300);

/** Buttons about what a flow's answers change in the register. */
export const savingActions = [
  z.strictObject({ kind: z.literal("saving-save"), of }),
  /** By what formula, of what numbers. */
  z.strictObject({ kind: z.literal("saving-how"), of }),
  /** The value portfolio of all customers. */
  z.strictObject({ kind: z.literal("saving-portfolio") }),
  /** The care plans of the company. */
  z.strictObject({ kind: z.literal("saving-plans") }),
] as const;
const savingActionsSchema = z.discriminatedUnion("kind", savingActions);
export type SavingButton = z.infer<typeof savingActionsSchema>;

export function isSavingButton<A extends { readonly kind: string }>(action: A): action is Extract<A, SavingButton> {
  return action.kind.startsWith("saving-");
}
