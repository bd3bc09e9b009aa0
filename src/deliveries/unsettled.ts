import { z } from "zod";
import { collection } from "../store/collection.ts";
import type { Store } from "../store/store.ts";
import type { Outgoing, Speaker } from "./outbox.ts";

/** What became of a sending whose answer was lost, or that could not be made: for whoever runs Luotsi to look at. `_id` is delivery and outcome. */
export const unsettledSchema = z.strictObject({
  _id: z.string(),
  company: z.string(),
  delivery: z.string(),
  record: z.string(),
  place: z.string(),
  class: z.enum(["conversation", "reminder"]),
  /** found: it had arrived · repeated: it was sent again · dropped: its class says that silence does less harm · given-up: tried too often */
  outcome: z.enum(["found", "repeated", "dropped", "given-up"]),
  at: z.number(),
});
export type Unsettled = z.infer<typeof unsettledSchema>;

export const unsettledDeliveries = collection({
  name: "unsettledDeliveries",
  schema: unsettledSchema,
  indexes: [{ name: "company-at", fields: ["company", "at"] }],
  queries: { ofCompany: { equals: ["company"], range: "at" } },
});

/** Lists an unclear sending, once however often it is looked at. */
export async function listUnsettled(
  store: Store,
  record: Pick<Speaker, "_id" | "company">,
  entry: Pick<Outgoing, "id" | "class"> & { readonly place: Pick<Outgoing["place"], "kind"> },
  outcome: Unsettled["outcome"],
  at: number,
): Promise<void> {
  const { _id, company } = record;
  const place = entry.place.kind;
  await store.insert(unsettledDeliveries, {
    _id: `${entry.id}:${outcome}`,
    company,
    delivery: entry.id,
    record: _id,
    place,
    class: entry.class,
    outcome,
    at,
  });
}
