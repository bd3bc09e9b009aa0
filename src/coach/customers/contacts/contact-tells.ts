import { z } from "zod";
import { waitingLineFields } from "./line/waiting-line.ts";

/** What the coach has to tell of contacts with customers. */
export const contactTells = [
  /** A contact as it was logged or planned: what was understood, and what follows. Taken back, it says so. */
  z.strictObject({ kind: z.literal("contact-logged"), contact: z.string() }),
  /** What became of a customer's next contact. */
  z.strictObject({ kind: z.literal("contact-next"), customer: z.string() }),
  /** Several customers may have been meant, or one is only guessed. */
  z.strictObject({
    kind: z.literal("contact-which"),
    customers: z.array(z.string()),
    called: z.string(),
    ...waitingLineFields,
  }),
  /** The same was logged of that customer today: a line that was said or heard twice. */
  z.strictObject({ kind: z.literal("contact-twice"), contact: z.string(), ...waitingLineFields }),
  /** Nobody is called so. */
  z.strictObject({ kind: z.literal("contact-stranger"), called: z.string(), ...waitingLineFields }),
  /** It reads as a contact, while a question waits that takes any words: the response's pending answer. */
  z.strictObject({
    kind: z.literal("contact-or-answer"),
    customer: z.string(),
    answer: z.strictObject({ round: z.string(), pending: z.string() }),
    ...waitingLineFields,
  }),
  /** Somebody handed a customer over to the listener. */
  z.strictObject({ kind: z.literal("contact-handed"), customer: z.string(), by: z.string() }),
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
