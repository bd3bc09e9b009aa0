import { z } from "zod";
import { collection } from "../../src/store/collection.ts";

export const cardSchema = z.strictObject({
  _id: z.string(),
  company: z.string(),
  number: z.int(),
  title: z.string().optional(),
  dueAt: z.number().nullable(),
  done: z.boolean(),
  version: z.int(),
  asked: z.strictObject({ step: z.string() }).optional(),
  answers: z.record(z.string(), z.strictObject({ value: z.string(), revision: z.int() })),
  events: z.array(z.string()),
  outbox: z.array(z.strictObject({ id: z.string(), text: z.string() })).optional(),
});
export type Card = z.infer<typeof cardSchema>;

/** A collection with every kind of field, index and query that the port knows. */
export const cards = collection({
  name: "cards",
  schema: cardSchema,
  indexes: [
    { name: "company-number", fields: ["company", "number"], unique: true },
    { name: "company-due", fields: ["company", "dueAt"] },
    { name: "company-done-number", fields: ["company", "done", "number"] },
    { name: "asked", fields: ["asked.step", "company"] },
  ],
  queries: {
    ofCompany: { equals: ["company"] },
    byNumber: { equals: ["company", "number"] },
    due: { equals: ["company"], range: "dueAt" },
    open: { equals: ["company", "done"], order: "number" },
    asking: { equals: ["company", "asked.step"] },
  },
});

/** The documents of `cards`, read and written as if the schema allowed anything: a document of an older or a faulty program. */
export const anyCards = collection({ ...cards, schema: z.looseObject({ _id: z.string() }) });

let last = 0;

/** A name that no other test uses, so that tests share one store. */
export function newCompany(): string {
  last += 1;
  return `company-${last}`;
}

export function card(company: string, number: number, fields: Partial<Card> = {}): Card {
  const _id = `${company}/${String(number).padStart(4, "0")}`;
  return { _id, company, number, dueAt: null, done: false, version: 0, answers: {}, events: [], ...fields };
}
