import { z } from "zod";
import { outboxFields, outboxIndex, outboxQuery } from "../deliveries/outbox.ts";
import { collection } from "../store/collection.ts";
import { meansSchema } from "./care-plan.ts";
import { dayBegins } from "./clock/day-begins.ts";
import { clockSchema } from "./customer.ts";

export const LONGEST_NOTE = 1000;
const MOST_MEASURES = 10;
export const KEPT_CONTACT_HISTORY = 20;

/** Something that was agreed on with the customer. */
const measureSchema = z.strictObject({
  id: z.string(),
  what: z.string().min(1).max(300),
  on: z.iso.date().nullable(),
  done: z.boolean(),
});

/** What a contact says; `null` and "": not said. */
export const contactFields = {
  means: meansSchema.nullable(),
  purpose: z.string().max(300),
  outcome: z.string().max(300),
  notes: z.string().max(LONGEST_NOTE),
  /** In the words of who promised it. */
  promise: z.string().max(300),
  measures: z.array(measureSchema).max(MOST_MEASURES),
} as const;
const contentSchema = z.strictObject(contactFields);
export type ContactContent = z.infer<typeof contentSchema>;

export const NO_CONTACT_CONTENT: ContactContent = {
  means: null,
  purpose: "",
  outcome: "",
  notes: "",
  promise: "",
  measures: [],
};

/** A contact with a customer: planned for a day, or made on one. */
export const contactSchema = z.strictObject({
  _id: z.string(),
  company: z.string(),
  customer: z.string(),
  /** Who made it or is to make it. */
  person: z.string().nullable(),
  /**
   * `tried`: nobody answered, so that no clock starts anew. `kept`: a plan that another contact kept; `dropped`: one that is not needed. `undone`: logged
   * by mistake, or a plan given up.
   */
  state: z.enum(["planned", "made", "tried", "kept", "dropped", "undone"]),
  /** The day that it was planned for. */
  due: z.iso.date().nullable(),
  /** The day on which it was made or tried. */
  on: z.iso.date().nullable(),
  ...contactFields,
  /** When the next contact is to be, as it was said when this one was logged: a planned contact of its own comes of it. */
  next: z.strictObject({ on: z.iso.date(), means: meansSchema.nullable() }).nullable(),
  /** A planned contact that this one keeps, whatever day it was planned for. */
  keeps: z.string().nullable(),
  /** The contact that kept this plan. */
  keptBy: z.string().nullable(),
  /** The contact with which this one was planned. */
  plannedWith: z.string().nullable(),
  /** How the customer's occurrence was moved when this was logged: so it is again, when it is undone. */
  movedBefore: clockSchema.shape.moved,
  by: z.string().nullable(),
  createdAt: z.number(),
  /** When the day begins anywhere for which it is planned: the clock looks at it then; null for what is not planned, or was looked at. */
  lookAt: z.number().nullable(),
  /** The customer that it was about before it was corrected, until that one's clock knows. */
  left: z.string().nullable(),
  /** What has not reached the customer's clock yet, and since when; null when all has. */
  pendingAt: z.number().nullable(),
  history: z
    .array(
      z.strictObject({
        at: z.number(),
        by: z.string().nullable(),
        did: z.enum(["edited", "moved", "made", "kept", "dropped", "undone"]),
        /** The day for which a plan that was moved had been. */
        from: z.iso.date().optional(),
      }),
    )
    .max(KEPT_CONTACT_HISTORY),
  revision: z.int(),
  ...outboxFields,
});
export type Contact = z.infer<typeof contactSchema>;

/** When the clock has to look at a contact: as the day begins for which it is planned. */
export function lookAtOf({ state, due }: Pick<Contact, "state" | "due">): number | null {
  return state === "planned" && due !== null ? dayBegins(due) : null;
}

export const contacts = collection({
  name: "contacts",
  schema: contactSchema,
  indexes: [
    { name: "customer", fields: ["company", "customer", "createdAt"] },
    { name: "customer-state", fields: ["company", "customer", "state"] },
    { name: "company-on", fields: ["company", "on"] },
    { name: "pending", fields: ["bucket", "pendingAt"] },
    { name: "look", fields: ["bucket", "lookAt"] },
    { name: "person-due", fields: ["company", "person", "state", "due"] },
    outboxIndex,
  ],
  queries: {
    ofCustomer: { equals: ["company", "customer"], range: "createdAt" },
    ofCustomerIn: { equals: ["company", "customer", "state"] },
    /** Made or tried on a day of the range. */
    ofCompanyOn: { equals: ["company"], range: "on" },
    pending: { equals: ["bucket"], range: "pendingAt" },
    toLookAt: { equals: ["bucket"], range: "lookAt" },
    /** Of a state, by the day for which it is planned. */
    ofPersonDue: { equals: ["company", "person", "state"], range: "due" },
    sending: outboxQuery,
  },
});
