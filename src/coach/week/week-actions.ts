import { z } from "zod";

/** How often the weekly message comes; "as-before": as it did before it was stopped, or asked about. */
export const paceSchema = z.enum(["weekly", "every-second", "stopped", "as-before"]);
export type Pace = z.infer<typeof paceSchema>;

/** Buttons of the weekly message; what is done to its lines are the subjects' own. */
export const weekActions = [
  /** Another page, in the same message. */
  z.strictObject({ kind: z.literal("week-page"), page: z.int().min(0).max(10_000) }),
  z.strictObject({ kind: z.literal("week-pace"), pace: paceSchema }),
  /** Opens the form of one's settings. */
  z.strictObject({ kind: z.literal("week-time") }),
] as const;
const weekActionsSchema = z.discriminatedUnion("kind", weekActions);
export type WeekButton = z.infer<typeof weekActionsSchema>;

export const weekTells = [
  /**
   * A weekly message or a nudge drawn anew: which one is known by the platform's id of the message; what is not known is drawn as this week's. With
   * `line`, the page on which that line stands. A `preview` shows what the next one would say.
   */
  z.strictObject({
    kind: z.literal("week"),
    message: z.string().optional(),
    page: z.int().optional(),
    line: z.string().optional(),
    preview: z.literal(true).optional(),
  }),
] as const;
export type WeekTell = z.infer<(typeof weekTells)[0]>;

/** Whether a button is the weekly message's own. */
export function isWeekButton<A extends { readonly kind: string }>(action: A): action is Extract<A, WeekButton> {
  return action.kind.startsWith("week-");
}
