import { z } from "zod";
import { collection } from "../../store/collection.ts";
import type { Store } from "../../store/store.ts";
import { LONGEST } from "../customer.ts";
import type { Deviation } from "./deviation.ts";

/** What somebody decided about a deviation. `_id` is the deviation's: one decision each, and nobody is asked again. */
export const deviationDecisionSchema = z.strictObject({
  _id: z.string(),
  company: z.string(),
  customer: z.string(),
  /** "left": nothing is done, for a reason. */
  did: z.enum(["action", "left"]),
  /** What is to be done, or why nothing is. */
  what: z.string().max(LONGEST.text),
  /** The action that came of it. */
  action: z.string().nullable(),
  by: z.string(),
  at: z.number(),
});
export type DeviationDecision = z.infer<typeof deviationDecisionSchema>;

export const deviationDecisions = collection({
  name: "deviationDecisions",
  schema: deviationDecisionSchema,
  indexes: [
    { name: "company-at", fields: ["company", "at"] },
    { name: "customer", fields: ["company", "customer", "at"] },
  ],
  queries: {
    ofCompany: { equals: ["company"], range: "at" },
    ofCustomer: { equals: ["company", "customer"], range: "at" },
  },
});

/** The first decision holds, however often and by whom it is made. */
export function decideOn(store: Store, decision: DeviationDecision): Promise<"inserted" | "exists"> {
  return store.insert(deviationDecisions, decision);
}

/** Those on which nobody has decided. */
export async function undecided(store: Store, all: readonly Deviation[]): Promise<readonly Deviation[]> {
  if (all.length === 0) return [];
  const decided = await store.getMany(
    deviationDecisions,
    all.map(({ id }) => id),
  );
  const known = new Set(decided.map(({ _id }) => _id));
  return all.filter(({ id }) => !known.has(id));
}

/** The customers on which somebody decided since a moment. */
export async function decidedSince(
  store: Store,
  { company, since }: { readonly company: string; readonly since: number },
): Promise<ReadonlySet<string>> {
  const equals = { company };
  const found = await store.find(deviationDecisions, { name: "ofCompany", equals, from: since, limit: 1000 });
  return new Set(found.map(({ customer }) => customer));
}

/** What was decided on a customer last. */
export async function lastDecisionOn(
  store: Store,
  { company, customer }: { readonly company: string; readonly customer: string },
): Promise<DeviationDecision | undefined> {
  const all = await store.find(deviationDecisions, { name: "ofCustomer", equals: { company, customer }, limit: 1000 });
  return all.toSorted((a, b) => a.at - b.at).at(-1);
}

/** Takes away what people wrote of their decisions on a customer; that they decided stays. */
export async function forgetDecisions(
  store: Store,
  { company, customer }: { readonly company: string; readonly customer: string },
): Promise<void> {
  const all = await store.find(deviationDecisions, { name: "ofCustomer", equals: { company, customer }, limit: 1000 });
  for (const { _id, what } of all) if (what !== "") await store.change(deviationDecisions, _id, { set: { what: "" } });
}
