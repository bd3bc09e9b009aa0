import { z } from "zod";
import { visitTime } from "./visit-actions.ts";

/** What the coach has to tell of visits. */
export const visitTells = [
  /** What one knows before the door, behind which it begins at that time. */
  z.strictObject({ kind: z.literal("visit-before"), customer: z.string(), at: visitTime }),
  /** Several may have been meant, or one is only guessed. */
  z.strictObject({ kind: z.literal("visit-which"), customers: z.array(z.string()), at: visitTime }),
  z.strictObject({ kind: z.literal("visit-nobody"), called: z.string() }),
  z.strictObject({ kind: z.literal("visit-how") }),
] as const;
const visitTellsSchema = z.discriminatedUnion("kind", visitTells);
export type VisitTell = z.infer<typeof visitTellsSchema>;

/** Whether a tell is about visits. */
export function isVisitTell<T extends { readonly kind: string }>(tell: T): tell is Extract<T, VisitTell> {
  return tell.kind.startsWith("visit-");
}
