import { z } from "zod";
import { carePlanSchema } from "../care-plan.ts";
import { contactFields } from "../contact.ts";
import { contentFields } from "../customer.ts";
import { rulesFields } from "../customer-rules.ts";

/** A customer as an answer names it: known, or by a name that nobody has yet. */
const namedSchema = z.strictObject({ id: z.string().nullable(), name: contentFields.name });
export type NamedCustomer = z.infer<typeof namedSchema>;

/** What a row says of a customer: fields that are set, criteria that are valued, and somebody whom one reaches there. */
const customerChangeSchema = z.strictObject({
  /** step/row: stable from the first form on. */
  row: z.string(),
  customer: namedSchema,
  set: z.strictObject({
    buys: contentFields.buys.optional(),
    present: contentFields.present.optional(),
    potential: contentFields.potential.optional(),
    lifecycle: contentFields.lifecycle.optional(),
    will: contentFields.will.optional(),
    segment: contentFields.segment.optional(),
    ownPlan: contentFields.ownPlan.optional(),
  }),
  scores: contentFields.scores,
  /** A product that the customer is offered; "" where none was named. */
  product: z.string().max(100),
  /** The name of a contact person; "" where none was named. */
  contactPerson: z.string().max(100),
});
export type CustomerChange = z.infer<typeof customerChangeSchema>;

/** A contact that a row plans for a day, or tells of. */
const contactChangeSchema = z.strictObject({
  row: z.string(),
  customer: namedSchema,
  kind: z.enum(["planned", "made"]),
  on: z.iso.date(),
  means: contactFields.means,
  purpose: contactFields.purpose,
  outcome: contactFields.outcome,
  notes: contactFields.notes,
});
export type ContactChange = z.infer<typeof contactChangeSchema>;

const { kind, of, ...withCare } = carePlanSchema.shape;
const { _id, company, by, savedAt, revision, ...careFields } = withCare;
const planChangeSchema = z.strictObject({ kind, of, care: z.strictObject(careFields) });
export type PlanChange = z.infer<typeof planChangeSchema>;

/** Whose a plan is, as the rulebook keeps it: "class/A", "field/growth", "all". */
export function keyOf({ kind, of }: Pick<PlanChange, "kind" | "of">): string {
  return kind === "all" ? "all" : `${kind}/${of}`;
}

/** All that the answers of a flow would change in the register. */
export const registerChangesSchema = z.strictObject({
  customers: z.array(customerChangeSchema),
  contacts: z.array(contactChangeSchema),
  /** What is said anew of the rules; null where they stay. */
  rules: z.strictObject(rulesFields).partial().nullable(),
  plans: z.array(planChangeSchema),
});
export type RegisterChanges = z.infer<typeof registerChangesSchema>;

export const NO_CHANGES: RegisterChanges = { customers: [], contacts: [], rules: null, plans: [] };
