import { z } from "zod";

const stateSchema = z.object({ values: z.unknown().optional() });

/** Slack's `values` of a `state`, unread; undefined where it has none. */
export function stateIn(state: unknown): unknown {
  return stateSchema.safeParse(state).data?.values;
}
