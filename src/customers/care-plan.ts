import { z } from "zod";
import { collection } from "../store/collection.ts";

export const meansSchema = z.enum(["phone", "visit", "meeting", "online", "email", "message", "event", "other"]);
/** How a customer is reached. */
export type Means = z.infer<typeof meansSchema>;

const LONGEST_TEXT = 1000;
/** No plan asks for a contact more seldom. */
export const MOST_DAYS = 3650;

/** How often, and in what way. `null` and "": not said here, so that the next plan in line speaks. */
export const cadenceFields = {
  /** 0: nobody is reminded of a contact. */
  contactsPerYear: z.int().min(0).max(365).nullable(),
  /** In which the next contact is wished for, where the year's share does not give it: after them it is due. */
  wishDays: z.int().min(1).max(MOST_DAYS).nullable(),
  /** After these days it is late. */
  worstDays: z.int().min(1).max(MOST_DAYS).nullable(),
  means: z.array(meansSchema),
  /** What a contact is about, and how good it is to be. */
  content: z.string().max(LONGEST_TEXT),
  training: z.string().max(LONGEST_TEXT),
  service: z.string().max(LONGEST_TEXT),
  afterMarketing: z.string().max(LONGEST_TEXT),
  goals: z.string().max(LONGEST_TEXT),
} as const;
/** What is kept beside it, such as whose it is, is left out. */
export const careSchema = z.object(cadenceFields);
/** The care plan itself, whoever's it is. */
export type Care = z.infer<typeof careSchema>;

/** Whose a plan is: of a class, of a field of the value portfolio, or of all that neither speaks for. */
export type PlanOf =
  | { readonly kind: "class"; readonly of: string }
  | { readonly kind: "field"; readonly of: string }
  | { readonly kind: "all" };

export const carePlanSchema = z.strictObject({
  _id: z.string(),
  company: z.string(),
  kind: z.enum(["class", "field", "all"]),
  /** The class or the field; "" for all. */
  of: z.string(),
  ...cadenceFields,
  /** Who saved it, and when. */
  by: z.string().nullable(),
  savedAt: z.number(),
  revision: z.int(),
});
export type CarePlan = z.infer<typeof carePlanSchema>;

export const carePlans = collection({
  name: "carePlans",
  schema: carePlanSchema,
  indexes: [{ name: "company", fields: ["company"] }],
  queries: { ofCompany: { equals: ["company"] } },
});

export function carePlanId(company: string, plan: PlanOf): string {
  return plan.kind === "all" ? `${company}/all` : `${company}/${plan.kind}/${plan.of}`;
}

/** A plan in which nothing is said yet. */
export const NO_CARE: Care = {
  contactsPerYear: null,
  wishDays: null,
  worstDays: null,
  means: [],
  content: "",
  training: "",
  service: "",
  afterMarketing: "",
  goals: "",
};

/** Luotsi's proposal for customers of whom nothing else is known: a contact in every quarter. */
export const FIRST_CARE: Care = { ...NO_CARE, contactsPerYear: 4 };
