import { z } from "zod";
import { outboxFields, outboxIndex, outboxQuery } from "../deliveries/outbox.ts";
import { collection } from "../store/collection.ts";
import { cadenceFields, meansSchema } from "./care-plan.ts";
import { closedWeeksSchema } from "./clock/closed-weeks.ts";

/** How long the words of a customer may be, in characters, and how many there may be of what it has several. */
export const LONGEST = { name: 200, short: 100, text: 300 } as const;
export const MOST = { contactPersons: 10, products: 20, scores: 30 } as const;
/** How much of a customer's history is kept: the newest. */
export const KEPT_HISTORY = 30;

const person = z.string();

export const classSchema = z.enum(["A", "B", "C", "D"]);
export type CustomerClass = z.infer<typeof classSchema>;

/** The fields of the value portfolio. */
export const fieldSchema = z.enum(["acquisition", "growth", "strategic", "retention", "efficiency"]);
export type PortfolioField = z.infer<typeof fieldSchema>;

/** A value of a customer, now or in the future: said as low or high, or in euros that a threshold of the company divides. */
export const worthSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("level"), level: z.enum(["low", "high"]) }),
  z.strictObject({ kind: z.literal("euros"), cents: z.int() }),
]);
export type Worth = z.infer<typeof worthSchema>;

export const lifecycleSchema = z.enum(["birth", "development", "upkeep", "letting-go"]);

export const willSchema = z.strictObject({
  importance: z.enum(["opportunity", "necessary", "no-difference"]),
  will: z.enum(["wanted", "doubted"]),
  on: z.iso.date(),
});
export type Will = z.infer<typeof willSchema>;

/** Personal data: what is needed to reach somebody, and nothing else. */
export const contactPersonSchema = z.strictObject({
  id: z.string(),
  name: z.string().min(1).max(LONGEST.short),
  role: z.string().max(LONGEST.short),
  phone: z.string().max(40),
  email: z.string().max(200),
});
export type ContactPerson = z.infer<typeof contactPersonSchema>;

/** Why this occurrence of the next contact stands elsewhere than its cadence would have it. */
const movedSchema = z.strictObject({
  kind: z.enum(["snoozed", "moved", "not-needed"]),
  to: z.iso.date(),
  /** The day on which that was said. */
  on: z.iso.date(),
  by: person.nullable(),
  /** The planned contact for which it was moved: it goes where that goes. */
  plan: z.string().nullable(),
  /** Of one that is not needed: the day for which it stood. */
  from: z.iso.date().optional(),
});

/** All that the contact clock goes by; days are of the company's calendar. */
export const clockSchema = z.strictObject({
  /** Since when this customer is kept: the clock of one never contacted starts here. */
  startOn: z.iso.date(),
  /**
   * Not asked for before that day, so that new customers and changed plans do not all come at once. `since`: the last contact of which was known then;
   * with another one it is over.
   */
  spread: z.strictObject({ to: z.iso.date(), since: z.iso.date().nullable() }).nullable(),
  /** The last contact before there were any here, as it was told when the customer was added. */
  toldLast: z.iso.date().nullable(),
  /** The last real contact, whoever made it. */
  last: z
    .strictObject({ contact: z.string(), on: z.iso.date(), by: person.nullable(), means: meansSchema.nullable() })
    .nullable(),
  /** The earliest of the contacts that are planned; `promised`: somebody gave their word for that day, or for a later one. */
  planned: z.strictObject({ contact: z.string(), on: z.iso.date(), promised: z.boolean().optional() }).nullable(),
  /** Of this occurrence alone: gone with the next contact. */
  moved: movedSchema.nullable(),
});
export type Clock = z.infer<typeof clockSchema>;

/** What people say about a customer; `null` and "": not said. */
export const contentFields = {
  name: z.string().min(1).max(LONGEST.name),
  /** "1234567-8"; of a foreign company as it writes it. */
  businessId: z.string().max(30),
  /** Tells two of the same name apart. */
  town: z.string().max(LONGEST.short),
  /** In charge of the relationship; null: nobody yet. */
  person: person.nullable(),
  contactPersons: z.array(contactPersonSchema).max(MOST.contactPersons),
  segment: z.string().max(LONGEST.short),
  products: z.array(z.string().min(1).max(LONGEST.short)).max(MOST.products),
  /** Buys already; a prospect does not. */
  buys: z.boolean(),
  /** criterion → value. */
  scores: z.record(z.string(), z.number()),
  /** Given by people: it stands before what the scores say. */
  givenClass: classSchema.nullable(),
  present: worthSchema.nullable(),
  potential: worthSchema.nullable(),
  lifecycle: lifecycleSchema.nullable(),
  will: willSchema.nullable(),
  /** The customer's own care plan, before its class's and its field's. */
  ownPlan: z.strictObject(cadenceFields).nullable(),
  closedWeeks: closedWeeksSchema,
} as const;
const contentSchema = z.strictObject(contentFields);
export type CustomerContent = z.infer<typeof contentSchema>;

const historySchema = z.strictObject({
  at: z.number(),
  by: person.nullable(),
  did: z.enum([
    "added",
    "edited",
    "imported",
    "handed",
    "class",
    "field",
    "will",
    "moved",
    "skipped",
    "ended",
    "kept",
    "erased",
  ]),
  note: z.string().max(LONGEST.text),
});
export type Did = z.infer<typeof historySchema>["did"];

/** A customer of the company: who it is, what it is worth, and when somebody owes it a contact. */
export const customerSchema = z.strictObject({
  _id: z.string(),
  company: z.string(),
  ...contentFields,
  /** The class that holds: the given one, else by the scores. */
  class: classSchema.nullable(),
  field: fieldSchema.nullable(),
  /** Looked after; an ended relationship stays with its history, and no clock runs. */
  kept: z.boolean(),
  endedWhy: z.string().max(LONGEST.text),
  clock: clockSchema,
  /** When the next contact is due; null: no cadence and nothing planned. */
  dueOn: z.iso.date().nullable(),
  /** The last day within the worst-case limit. */
  limitOn: z.iso.date().nullable(),
  /** When the day of `dueOn` begins anywhere, in milliseconds since 1970: what crosses companies is found by it. */
  dueAt: z.number().nullable(),
  history: z.array(historySchema),
  createdAt: z.number(),
  changedAt: z.number(),
  /** Grows with every change. */
  revision: z.int(),
  ...outboxFields,
});
export type Customer = z.infer<typeof customerSchema>;

export const customers = collection({
  name: "customers",
  schema: customerSchema,
  indexes: [
    { name: "company-changed", fields: ["company", "changedAt"] },
    { name: "person-due", fields: ["company", "person", "dueOn"] },
    { name: "class", fields: ["company", "class"] },
    { name: "field", fields: ["company", "field"] },
    { name: "due", fields: ["bucket", "dueAt"] },
    outboxIndex,
  ],
  queries: {
    ofCompany: { equals: ["company"] },
    changedSince: { equals: ["company"], range: "changedAt" },
    /** Due in a range of days. */
    dueOfPerson: { equals: ["company", "person"], range: "dueOn" },
    ofPerson: { equals: ["company", "person"] },
    ofClass: { equals: ["company", "class"] },
    ofField: { equals: ["company", "field"] },
    due: { equals: ["bucket"], range: "dueAt" },
    sending: outboxQuery,
  },
});
