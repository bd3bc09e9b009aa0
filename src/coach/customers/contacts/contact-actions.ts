import { z } from "zod";

const customer = z.string().max(200);
const contact = z.string().max(300);
const message = z.string().max(500).optional();
/** A dictated line that waits for a choice, and the event with which it came: chosen twice, it is one contact. */
const line = { text: z.string().max(1500), once: z.string().max(300) } as const;

/** In which message a button stands: that message is answered in place. A customer's own card where nothing is said. */
export const standsInSchema = z.enum(["week", "home", "logged"]);
export type StandsIn = z.infer<typeof standsInSchema>;
const standsIn = { in: standsInSchema.optional() } as const;

/** What is done about a customer's next contact through a form. */
export const contactFormSchema = z.enum(["move", "hand", "not-needed", "plan"]);
export type ContactForm = z.infer<typeof contactFormSchema>;

/** Buttons and submits about contacts with customers. Who may is decided when they come back. */
export const contactActions = [
  /** One tap logs that the customer was contacted today. */
  z.strictObject({ kind: z.literal("contact-made"), customer, ...standsIn }),
  /** Takes a logged or planned contact back. */
  z.strictObject({ kind: z.literal("contact-undo"), contact, ...standsIn }),
  /** Opens the form of all that a contact says; `contact-edit-save` is its submit, `message` where the button stood. */
  z.strictObject({ kind: z.literal("contact-edit"), contact, ...standsIn }),
  z.strictObject({ kind: z.literal("contact-edit-save"), contact, message, ...standsIn }),
  /** This occurrence comes a week later. */
  z.strictObject({ kind: z.literal("contact-snooze"), customer, ...standsIn }),
  /** This occurrence is asked for again, after it was snoozed, moved or left out. */
  z.strictObject({ kind: z.literal("contact-unmove"), customer, ...standsIn }),
  z.strictObject({ kind: z.literal("contact-form"), form: contactFormSchema, customer, ...standsIn }),
  z.strictObject({ kind: z.literal("contact-form-save"), form: contactFormSchema, customer, message, ...standsIn }),
  /** That customer was meant by a line. */
  z.strictObject({ kind: z.literal("contact-line"), customer, ...line }),
  /** Nobody is called so: a new customer of that name, and the contact with it. */
  z.strictObject({ kind: z.literal("contact-line-new"), name: z.string().max(200), ...line }),
  /** A line was a contact, and no answer to the question that waits. */
  z.strictObject({ kind: z.literal("contact-line-read"), ...line }),
  /** Whom one owes a contact, as a list of its own. */
  z.strictObject({ kind: z.literal("contact-owed"), page: z.int().min(0).max(10_000) }),
] as const;
const contactActionsSchema = z.discriminatedUnion("kind", contactActions);
export type ContactButton = z.infer<typeof contactActionsSchema>;
export type ContactButtonOf<K extends ContactButton["kind"]> = Extract<ContactButton, { kind: K }>;

/** Whether a button is about contacts. */
export function isContactButton<A extends { readonly kind: string }>(action: A): action is Extract<A, ContactButton> {
  return action.kind.startsWith("contact-");
}
