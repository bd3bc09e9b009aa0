import { HOME } from "../channels/channel.ts";
import { type Place, placeKey } from "../channels/place.ts";
import type { Courier } from "../deliveries/courier.ts";
import { type Event, type Planned, taking } from "../deliveries/outbox.ts";
import type { Store } from "../store/store.ts";
import { type Conversation, conversations } from "./conversation.ts";

/** Under this key a conversation notes that its person has opened their Home: only then is it drawn anew when something changes. */
export const HOME_OPENED = "home";

/** Under this key a conversation remembers the page as it was last asked for in the chat. */
export const HOME_CARD = "home-card";

/** A person's Home, drawn anew. */
export function homeView(person: string, page: { readonly section?: string; readonly page?: number } = {}): Planned {
  const place: Place = { kind: "private", person };
  return { place, how: { kind: "edit", message: HOME }, tell: { kind: "home", ...page } };
}

function gatheredHome(person: string): Planned {
  return { ...homeView(person), how: { kind: "edit", message: HOME, gathered: true } };
}

/**
 * Draws anew the Home of those of these people who have opened theirs. It comes after the write of what changed and may be lost with the process: a
 * Home is drawn again whenever it is opened.
 */
export async function refreshHomes(
  { store, courier }: { readonly store: Store; readonly courier: Courier },
  people: readonly string[],
  event: Event,
): Promise<void> {
  const places = [...new Set(people)].map((person) => placeKey({ kind: "private", person }));
  const found = await store.getMany(conversations, places);
  await Promise.all(found.map((record) => refresh({ store, courier }, record, { ...event, id: `${event.id}:home` })));
}

/** Someone may write the same conversation at the same time; more often than this it is not tried. */
const MOST_TRIES = 5;

async function refresh(
  { store, courier }: { readonly store: Store; readonly courier: Courier },
  found: Conversation,
  event: Event,
): Promise<void> {
  let record = found;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const { _id, place, told } = record;
    if (told[HOME_OPENED] === undefined || place.kind !== "private" || record.events.includes(event.id)) return;
    const changed = await store.change(conversations, _id, taking(record, event, [gatheredHome(place.person)]));
    if (changed.kind === "changed") courier.send(conversations, changed.document);
    if (changed.kind !== "unmet") return;
    record = changed.document;
  }
}
