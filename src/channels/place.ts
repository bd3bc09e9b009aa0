import { z } from "zod";

/**
 * Where a message goes, in the product's ids. Only channels know what it is called on their platform.
 * A thread is named by the round that it belongs to: one thread a round, under the round's card. `only` is the one person of a channel who sees it,
 * where the platform can show something so (Slack's commands are answered so).
 */
export const placeSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("private"), person: z.string() }),
  z.strictObject({ kind: z.literal("channel"), team: z.string(), only: z.string().optional() }),
  z.strictObject({ kind: z.literal("thread"), team: z.string(), round: z.string() }),
]);
export type Place = z.infer<typeof placeSchema>;

/** One key for each place: what is said to one place keeps its order. */
export function placeKey(place: Place): string {
  switch (place.kind) {
    case "private":
      return `private:${place.person}`;
    case "channel":
      return place.only === undefined ? `channel:${place.team}` : `channel:${place.team}:${place.only}`;
    case "thread":
      return `thread:${place.round}`;
    default:
      return place satisfies never;
  }
}
