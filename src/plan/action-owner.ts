import { z } from "zod";
import { collection } from "../store/collection.ts";

/**
 * A person's way to an action of theirs: an action has several owners, and an index holds one value. It may lead to an action that is theirs no
 * more (readers look), but never is one missing: it is opened before the action names its owner, closed after it does no longer.
 */
export const actionOwnerSchema = z.strictObject({
  /** action/person */
  _id: z.string(),
  company: z.string(),
  person: z.string(),
  action: z.string(),
  /** Whether it leads to an open action of theirs. */
  open: z.boolean(),
  /** The revision of the action by which it was set: an older one never overwrites a newer one. */
  revision: z.int(),
});
export type ActionOwner = z.infer<typeof actionOwnerSchema>;

export const actionOwners = collection({
  name: "actionOwners",
  schema: actionOwnerSchema,
  indexes: [{ name: "person-open", fields: ["company", "person", "open"] }],
  queries: { ofPerson: { equals: ["company", "person", "open"] } },
});
