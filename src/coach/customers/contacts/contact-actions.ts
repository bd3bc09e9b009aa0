import { z } from "zod";
import { waitingLineFields } from "./line/waiting-line.ts";

const customer = z.string().max(200);
const contact = z.string().max(300);
const message = z.string().max(500).optional();

/** In which message a button stands, which is answered in place; elsewhere a new message tells what became of it. */
export const standsInSchema = z.enum(["week", "home", "logged"]);
export type StandsIn = z.infer<typeof standsInSchema>;
const standsIn = { in: standsInSchema.optional() } as const;

/** What is done about a customer's next contact through a form. */
export const nextFormSchema = z.enum(["move", "hand", "not-needed", "plan"]);
export type NextForm = z.infer<typeof nextFormSchema>;

/** Buttons and submits about contacts with customers. */
export const contactActions = [
  /** One tap logs that the customer was contacted today. */
  z.strictObject({ kind: z.literal("contact-made"), customer, ...standsIn }),
  /** Takes a logged or planned contact back. */
  z.strictObject({ kind: z.literal("contact-undo"), contact, ...standsIn }),
  /** Opens the form of all that a contact says; `contact-save` is its submit, `message` where the button stood. */
  z.strictObject({ kind: z.literal("contact-edit"), contact, ...standsIn }),
  z.strictObject({ kind: z.literal("contact-save"), contact, message, ...standsIn }),
  /** What is due comes next week. */
  z.strictObject({ kind: z.literal("contact-snooze"), customer, ...standsIn }),
  /** Asked for again, after it was snoozed, moved or left out; `back`: the day for which a plan had been. */
  z.strictObject({ kind: z.literal("contact-unmove"), customer, back: z.iso.date().optional(), ...standsIn }),
  /** Takes a customer into one's own charge: back from who it was handed to. */
  z.strictObject({ kind: z.literal("contact-take"), customer, ...standsIn }),
  z.strictObject({ kind: z.literal("contact-next-form"), form: nextFormSchema, customer, ...standsIn }),
  z.strictObject({ kind: z.literal("contact-next-save"), form: nextFormSchema, customer, message, ...standsIn }),
  /** That customer was meant by a line. */
  z.strictObject({ kind: z.literal("contact-line"), customer, ...waitingLineFields }),
  /** What reads like a contact that is logged already is another one. */
  z.strictObject({ kind: z.literal("contact-line-again"), customer, ...waitingLineFields }),
  /** A line was a contact, and no answer to the question that waits. */
  z.strictObject({ kind: z.literal("contact-line-read"), ...waitingLineFields }),
  /** Opens the form in which one says which customer a line is about, a new one perhaps; `contact-line-save` is its submit. */
  z.strictObject({ kind: z.literal("contact-line-form"), called: z.string().max(100), ...waitingLineFields }),
  z.strictObject({ kind: z.literal("contact-line-save"), message, ...waitingLineFields }),
] as const;
const contactActionsSchema = z.discriminatedUnion("kind", contactActions);
export type ContactButton = z.infer<typeof contactActionsSchema>;
export type ContactButtonOf<K extends ContactButton["kind"]> = Extract<ContactButton, { kind: K }>;

/** Whether a button is about contacts. */
export function isContactButton<A extends { readonly kind: string }>(action: A): action is Extract<A, ContactButton> {
  return action.kind.startsWith("contact-");
}
