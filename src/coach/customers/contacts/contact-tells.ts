import { z } from "zod";

/** What the coach has to tell of contacts with customers. */
export const contactTells = [
  /** How a contact is logged by a line. */
  z.strictObject({ kind: z.literal("contact-how") }),
] as const;
const contactTellsSchema = z.discriminatedUnion("kind", contactTells);
export type ContactTell = z.infer<typeof contactTellsSchema>;
export type ContactTellOf<K extends ContactTell["kind"]> = Extract<ContactTell, { kind: K }>;

/** Whether a tell is about contacts. */
export function isContactTell<T extends { readonly kind: string }>(tell: T): tell is Extract<T, ContactTell> {
  return tell.kind.startsWith("contact-");
}
