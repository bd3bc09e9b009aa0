import { z } from "zod";

/** Whose: a team's own, else the company's. */
const of = { team: z.string().max(100).optional() };
const year = z.int().min(2000).max(2200);

export const closedWeeksActions = [
  /** One tap's worth: the proposal, Christmas beside what stands, none at all, for a team the company's again. */
  z.strictObject({
    kind: z.literal("closed-weeks-set"),
    ...of,
    year,
    to: z.enum(["proposal", "christmas", "none", "company"]),
  }),
  z.strictObject({ kind: z.literal("closed-weeks-form"), ...of }),
  /** The submit of that form; `message` is where its button stood. */
  z.strictObject({ kind: z.literal("closed-weeks-save"), ...of, message: z.string().max(200).optional() }),
] as const;
const schema = z.discriminatedUnion("kind", closedWeeksActions);
export type ClosedWeeksButton = z.infer<typeof schema>;

export const closedWeeksTells = [
  /** What stands, with the ways to change it; `ask`: the year that an admin is asked about. */
  z.strictObject({ kind: z.literal("closed-weeks"), team: z.string().optional(), ask: z.int().optional() }),
] as const;

export function isClosedWeeksButton<A extends { readonly kind: string }>(
  action: A,
): action is Extract<A, ClosedWeeksButton> {
  return action.kind.startsWith("closed-weeks-");
}
