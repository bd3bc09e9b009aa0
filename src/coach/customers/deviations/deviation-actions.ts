import { z } from "zod";

const customer = z.string().max(200);
/** A deviation's id. */
const deviation = z.string().max(300);
const message = z.string().max(500).optional();
const person = z.string().max(100);
const form = z.enum(["action", "leave"]);

/** Buttons and submits about deviations and about customers of people who left. Who may is decided when they come back. */
export const deviationActions = [
  /** Opens the form of what is done, or of why nothing is. */
  z.strictObject({ kind: z.literal("deviation-form"), form, customer, deviation }),
  /** Its submit; `message` is where the button stood. */
  z.strictObject({ kind: z.literal("deviation-save"), form, customer, deviation, message }),
  /** For a manager: the customers that are past their limits or not agreed on. */
  z.strictObject({ kind: z.literal("deviation-list") }),
  /** All customers of somebody who left go to one person. */
  z.strictObject({ kind: z.literal("left-hand"), from: person, to: person }),
  /** Opens the form in which some or all of them go to anybody. */
  z.strictObject({ kind: z.literal("left-form"), from: person }),
  z.strictObject({ kind: z.literal("left-save"), from: person, message }),
  /** The manager is asked about them no more. */
  z.strictObject({ kind: z.literal("left-let"), from: person }),
] as const;
const deviationActionsSchema = z.discriminatedUnion("kind", deviationActions);
export type DeviationButton = z.infer<typeof deviationActionsSchema>;
export type DeviationButtonOf<K extends DeviationButton["kind"]> = Extract<DeviationButton, { kind: K }>;

/** Whether a button is about deviations. */
export function isDeviationButton<A extends { readonly kind: string }>(
  action: A,
): action is Extract<A, DeviationButton> {
  return action.kind.startsWith("deviation-") || action.kind.startsWith("left-");
}
