import { z } from "zod";

/** Buttons about who stands in. */
export const handoverActions = [
  /** Names the substitute of whoever taps it; null: nobody. */
  z.strictObject({ kind: z.literal("handover-to"), person: z.string().max(100).nullable() }),
] as const;
const handoverActionsSchema = z.discriminatedUnion("kind", handoverActions);
export type HandoverButton = z.infer<typeof handoverActionsSchema>;

/** Whether a button is about who stands in. */
export function isHandoverButton<A extends { readonly kind: string }>(action: A): action is Extract<A, HandoverButton> {
  return action.kind.startsWith("handover-");
}
