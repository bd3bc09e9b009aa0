import { z } from "zod";
import { classSchema, fieldSchema } from "../../../customers/customer.ts";

const customer = z.string().max(200);
const message = z.string().max(500).optional();
/** The event that brought the form or the question: answered twice, it does one thing. */
const once = z.string().max(300);
const page = z.int().min(0).max(10_000);
const batch = z.string().max(200);

/** What of a customer is shown beside the card's facts, on request. */
export const cardPartSchema = z.enum(["facts", "class", "plan", "history", "people", "erase"]);
export type CardPart = z.infer<typeof cardPartSchema>;

/** By what a list of customers is divided. */
export const groupedBySchema = z.enum(["class", "field", "person"]);
export type GroupedBy = z.infer<typeof groupedBySchema>;

/** Which customers a list holds; all that are kept where nothing is said. `null`: those without one. */
export const listOfSchema = z.strictObject({
  person: z.string().max(100).nullable().optional(),
  class: classSchema.nullable().optional(),
  field: fieldSchema.nullable().optional(),
  ended: z.literal(true).optional(),
  /** In the person's own words. */
  called: z.string().max(100).optional(),
});
export type ListOf = z.infer<typeof listOfSchema>;

/** Buttons and submits about the register of customers. Who may is decided when they come back. */
export const registerActions = [
  /** What is said of one customer. With `part` the card itself turns, "facts" back to what stands on it first. */
  z.strictObject({ kind: z.literal("customer-card"), customer, part: cardPartSchema.optional() }),
  /** A list turns in its own message; `anew` from a message that is about something else. */
  z.strictObject({ kind: z.literal("register-list"), of: listOfSchema, page, anew: z.literal(true).optional() }),
  z.strictObject({ kind: z.literal("register-groups"), by: groupedBySchema }),
  /** Opens the form of a new customer; `register-add` is its submit. */
  z.strictObject({ kind: z.literal("register-new") }),
  z.strictObject({ kind: z.literal("register-add"), once }),
  /** Opens the form that takes several, one a line. */
  z.strictObject({ kind: z.literal("register-several") }),
  z.strictObject({ kind: z.literal("register-add-several"), once }),
  /** Adds whom a line names of which it was asked. */
  z.strictObject({ kind: z.literal("register-add-line"), line: z.string().max(200) }),
  /** Adds those of whom some of the same name stand there already, as others than them. */
  z.strictObject({ kind: z.literal("register-add-apart"), once, lines: z.string().max(1200) }),
  /** Takes back what one event added. */
  z.strictObject({ kind: z.literal("register-undo"), once }),
  z.strictObject({ kind: z.literal("register-edit"), customer }),
  z.strictObject({ kind: z.literal("register-save"), customer, message }),
  /** Opens the form of the customer's own care plan; `register-plan-save` is its submit. */
  z.strictObject({ kind: z.literal("register-plan"), customer }),
  z.strictObject({ kind: z.literal("register-plan-save"), customer, message }),
  /** Opens the form in which one says why the relationship ends. */
  z.strictObject({ kind: z.literal("register-end"), customer }),
  z.strictObject({ kind: z.literal("register-end-save"), customer, message }),
  z.strictObject({ kind: z.literal("register-keep"), customer }),
  /** Asks first, since it cannot be taken back; `sure` is the submit of that, `message` the card that shows the person. */
  z.strictObject({
    kind: z.literal("register-erase-person"),
    customer,
    person: z.string().max(40),
    sure: z.literal(true).optional(),
    message,
  }),
  z.strictObject({ kind: z.literal("register-erase"), customer }),
  /** Does what an import's preview showed: with all rows, or only those without problems. */
  z.strictObject({ kind: z.literal("register-import"), batch, which: z.enum(["all", "good"]) }),
  z.strictObject({ kind: z.literal("register-import-page"), batch, page }),
  z.strictObject({ kind: z.literal("register-import-drop"), batch }),
  /** Takes whom it added out again. */
  z.strictObject({ kind: z.literal("register-import-undo"), batch }),
  z.strictObject({ kind: z.literal("register-export"), format: z.enum(["csv", "xlsx"]) }),
  /** Who took the register out as a file, and when: for admins. */
  z.strictObject({ kind: z.literal("register-exports"), page, anew: z.literal(true).optional() }),
] as const;
const registerActionsSchema = z.discriminatedUnion("kind", registerActions);
export type RegisterButton = z.infer<typeof registerActionsSchema>;
export type RegisterButtonOf<K extends RegisterButton["kind"]> = Extract<RegisterButton, { kind: K }>;

/** Whether a button is about the register. */
export function isRegisterButton<A extends { readonly kind: string }>(action: A): action is Extract<A, RegisterButton> {
  return action.kind === "customer-card" || action.kind.startsWith("register-");
}
