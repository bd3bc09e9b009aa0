import { z } from "zod";

/** Where a button of the digest stands. */
const standsIn = z.enum(["week", "digest"]);
const about = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("action"), id: z.string().max(400) }),
  z.strictObject({ kind: z.literal("round"), id: z.string().max(200) }),
]);
export type About = z.infer<typeof about>;

/** Buttons of the digest. Who may is decided when they come back. */
export const digestActions = [
  /** The digest as a message of its own, one page of what needs its reader; tapped in it, it turns. */
  z.strictObject({ kind: z.literal("digest"), page: z.int().min(0).max(10_000).optional(), in: standsIn.optional() }),
  /** Asks whose it is, in the reader's name. */
  z.strictObject({ kind: z.literal("digest-ask"), about, in: standsIn.optional() }),
  /** "Jätetään": a round is mentioned no more; an action is asked about as by its own button. */
  z.strictObject({ kind: z.literal("digest-leave"), about, in: standsIn.optional() }),
  /** Opens the form of a new round in the place of one that closed too thin. */
  z.strictObject({ kind: z.literal("digest-anew"), round: z.string().max(200) }),
  /** The submit of that form. */
  z.strictObject({ kind: z.literal("digest-open-anew"), round: z.string().max(200) }),
  /** Whether a week in which nothing needs the reader is told of. */
  z.strictObject({ kind: z.literal("digest-always"), always: z.boolean() }),
] as const;
const digestActionsSchema = z.discriminatedUnion("kind", digestActions);
export type DigestButton = z.infer<typeof digestActionsSchema>;
export type DigestButtonOf<K extends DigestButton["kind"]> = Extract<DigestButton, { kind: K }>;

/** Whether a button is about the digest. */
export function isDigestButton<A extends { readonly kind: string }>(action: A): action is Extract<A, DigestButton> {
  return action.kind === "digest" || action.kind.startsWith("digest-");
}

/** A page of the reader's digest. */
export const digestTells = [z.strictObject({ kind: z.literal("digest"), page: z.int().optional() })] as const;
