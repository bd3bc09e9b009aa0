import { placeKey } from "../channels/place.ts";
import { bucketOf } from "../deliveries/outbox.ts";
import type { Store } from "../store/store.ts";
import { conversations } from "./conversation.ts";

/** What was said to people and teams that belong to another company now goes on there. */
export async function moveConversations(
  store: Store,
  people: readonly string[],
  teams: readonly string[],
  company: string,
): Promise<void> {
  const places = [
    ...people.map((person) => placeKey({ kind: "private", person })),
    ...teams.map((team) => placeKey({ kind: "channel", team })),
  ];
  await Promise.all(
    places.map((place) => store.change(conversations, place, { set: { company, bucket: bucketOf(company) } })),
  );
}
