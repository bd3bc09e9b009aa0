import { z } from "zod";
import { cardPartSchema, groupedBySchema, listOfSchema } from "./register-actions.ts";

/** What the coach has to tell of the register of customers. */
export const registerTells = [
  z.strictObject({ kind: z.literal("customer-card"), customer: z.string(), part: cardPartSchema.optional() }),
  z.strictObject({ kind: z.literal("register-list"), of: listOfSchema, page: z.int() }),
  z.strictObject({ kind: z.literal("register-groups"), by: groupedBySchema }),
  /** Nobody is there yet, or more are to be added: asks for names, one a line. */
  z.strictObject({ kind: z.literal("register-ask") }),
  /** Asks whether a line that may be a name is one. */
  z.strictObject({ kind: z.literal("register-doubted"), line: z.string() }),
  /** What one event added; `known` stood there already, `doubled` were listed more than once, `unread` were no names. */
  z.strictObject({
    kind: z.literal("register-added"),
    once: z.string(),
    added: z.array(z.string()),
    /** How many there were, where not all are named here. */
    count: z.int(),
    known: z.array(z.string()),
    /** The one that stood there, where it is one. */
    card: z.string().optional(),
    /** The lines of those, to be added all the same. */
    held: z.string().optional(),
    doubled: z.array(z.string()).default([]),
    unread: z.array(z.string()),
  }),
  /** An import: its preview, how far it is, or what came of it. */
  z.strictObject({ kind: z.literal("register-import"), batch: z.string(), page: z.int() }),
  /** The register as a file. */
  z.strictObject({ kind: z.literal("register-export"), file: z.string() }),
  z.strictObject({ kind: z.literal("register-exports"), page: z.int() }),
] as const;
const registerTellsSchema = z.discriminatedUnion("kind", registerTells);
export type RegisterTell = z.infer<typeof registerTellsSchema>;
export type RegisterTellOf<K extends RegisterTell["kind"]> = Extract<RegisterTell, { kind: K }>;

/** Whether a tell is about the register. */
export function isRegisterTell<T extends { readonly kind: string }>(tell: T): tell is Extract<T, RegisterTell> {
  return tell.kind === "customer-card" || tell.kind.startsWith("register-");
}
