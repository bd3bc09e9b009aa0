import { z } from "zod";

const customer = z.string().max(200);
/** The day of the visit, by the calendar of whoever made it. */
const day = z.iso.date();

/** When the visit begins, by the same person's clocks: "13:00". */
export const visitTime = z.iso.time({ precision: -1 }).optional();

/** Buttons and submits about visits. Who may is decided when they come back. */
export const visitActions = [
  /** That customer was meant: "menossa Virtaselle". */
  z.strictObject({ kind: z.literal("visit-begin"), customer, at: visitTime }),
  /** The visit is logged by one tap: it was made, or nobody was met. */
  z.strictObject({ kind: z.literal("visit-went"), customer, day, met: z.boolean() }),
  /** Opens the form of what was agreed. */
  z.strictObject({ kind: z.literal("visit-agreed"), customer, day }),
  /** Its submit; `message` is where the button stood. */
  z.strictObject({ kind: z.literal("visit-agreed-save"), customer, day, message: z.string().max(500).optional() }),
] as const;
const visitActionsSchema = z.discriminatedUnion("kind", visitActions);
export type VisitButton = z.infer<typeof visitActionsSchema>;
export type VisitButtonOf<K extends VisitButton["kind"]> = Extract<VisitButton, { kind: K }>;

/** Whether a button is about visits. */
export function isVisitButton<A extends { readonly kind: string }>(action: A): action is Extract<A, VisitButton> {
  return action.kind.startsWith("visit-");
}
