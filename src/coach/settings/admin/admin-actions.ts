import { z } from "zod";

/** What only an admin may do, as buttons. Roles are read afresh when they come back. */
export const adminActions = [
  z.strictObject({ kind: z.literal("admin") }),
  z.strictObject({ kind: z.literal("admin-roles") }),
  z.strictObject({ kind: z.literal("admin-save-roles") }),
  z.strictObject({ kind: z.literal("admin-defaults") }),
  z.strictObject({ kind: z.literal("admin-save-defaults") }),
  /** What may not have arrived; tapped in its own message (`anew` missing), it turns. */
  z.strictObject({
    kind: z.literal("admin-sendings"),
    page: z.int().min(0).max(10_000),
    anew: z.literal(true).optional(),
  }),
] as const;
const schema = z.discriminatedUnion("kind", adminActions);
export type AdminButton = z.infer<typeof schema>;

export const adminTells = [
  /** What the company goes by, with the ways to change it. */
  z.strictObject({ kind: z.literal("admin") }),
  z.strictObject({ kind: z.literal("admin-sendings"), page: z.int() }),
] as const;

export function isAdminButton<A extends { readonly kind: string }>(action: A): action is Extract<A, AdminButton> {
  return action.kind === "admin" || action.kind.startsWith("admin-");
}
