import { z } from "zod";
import { collection } from "../../store/collection.ts";
import { registerChangesSchema } from "./register-changes.ts";

/**
 * What was saved to the register of the answers of one round or own record: what is being written, and what was written before it, so that a value that
 * people have edited since is known from one that only a flow has said.
 */
export const registerSavingSchema = z.strictObject({
  /** The round or own record. */
  _id: z.string(),
  company: z.string(),
  flow: z.string(),
  changes: registerChangesSchema,
  /** Written before; null the first time. */
  before: registerChangesSchema.nullable(),
  /** In whose charge new customers come, and whose contacts the planned ones are where the customer is in nobody's. */
  person: z.string().nullable(),
  by: z.string(),
  savedAt: z.number(),
  /** The company's date of it. */
  savedOn: z.iso.date(),
  /** Since when it waits to be written to the end; null when all of it is. */
  pendingAt: z.number().nullable(),
  bucket: z.int(),
  revision: z.int(),
});
export type RegisterSaving = z.infer<typeof registerSavingSchema>;

export const registerSavings = collection({
  name: "registerSavings",
  schema: registerSavingSchema,
  indexes: [{ name: "pending", fields: ["bucket", "pendingAt"] }],
  queries: { pending: { equals: ["bucket"], range: "pendingAt" } },
});
