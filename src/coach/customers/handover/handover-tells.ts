import { z } from "zod";

/** What the coach has to tell of who stands in. */
export const handoverTells = [
  /** Asks who stands in for the listener, who goes away and has named nobody. */
  z.strictObject({ kind: z.literal("handover-who") }),
] as const;
const handoverTellsSchema = z.discriminatedUnion("kind", handoverTells);
export type HandoverTell = z.infer<typeof handoverTellsSchema>;

/** Whether a tell is about who stands in. */
export function isHandoverTell<T extends { readonly kind: string }>(tell: T): tell is Extract<T, HandoverTell> {
  return tell.kind.startsWith("handover-");
}
