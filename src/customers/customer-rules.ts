import { z } from "zod";
import { collection } from "../store/collection.ts";
import { MOST } from "./customer.ts";

export const criterionSchema = z.strictObject({
  id: z.string().min(1).max(60),
  name: z.string().min(1).max(100),
  weight: z.number().min(0).max(100),
  /** Whether the salesperson can influence it. */
  influenced: z.boolean(),
  /** By what a customer can be moved to another class. */
  lever: z.string().max(300),
});
export type Criterion = z.infer<typeof criterionSchema>;

export const rulesFields = {
  criteria: z.array(criterionSchema).max(MOST.scores),
  /** Every criterion is valued on this scale. */
  scale: z.strictObject({ min: z.number(), max: z.number() }),
  /** The least score of a class; below all of them is D. */
  thresholds: z.strictObject({ A: z.number(), B: z.number(), C: z.number() }),
  /** From so many euro cents on a value is high. */
  highFrom: z.strictObject({ present: z.int(), potential: z.int() }),
  lookAgainOn: z.iso.date().nullable(),
} as const;
const rulesFieldsSchema = z.strictObject(rulesFields);
/** By what a company classes its customers and places them in the value portfolio. */
export type Rules = z.infer<typeof rulesFieldsSchema>;

export const customerRulesSchema = z.strictObject({
  /** The company. */
  _id: z.string(),
  company: z.string(),
  ...rulesFields,
  by: z.string().nullable(),
  savedAt: z.number(),
  revision: z.int(),
});
export type CustomerRules = z.infer<typeof customerRulesSchema>;

export const customerRules = collection({
  name: "customerRules",
  schema: customerRulesSchema,
  indexes: [],
  queries: {},
});

/** Luotsi's proposal (CONTENT.md, `classification`); names are given in the company's language where it is offered. */
export const FIRST_RULES: Rules = {
  criteria: [],
  scale: { min: 1, max: 5 },
  thresholds: { A: 4, B: 3, C: 2 },
  highFrom: { present: 1_000_000, potential: 1_000_000 },
  lookAgainOn: null,
};
