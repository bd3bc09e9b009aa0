import { placeKey } from "../channels/place.ts";
import type { Courier } from "../deliveries/courier.ts";
import { born, type Event, type Planned, taking } from "../deliveries/outbox.ts";
import type { Store } from "../store/store.ts";
import { conversations } from "./conversation.ts";

const MOST_TRIES = 20;

/** Says something to a person that nobody asked for just now, once however often the event comes; as a view, it is drawn anew where it stands. */
export async function sayPrivately(
  { store, courier }: { readonly store: Store; readonly courier: Courier },
  { company, person }: { readonly company: string; readonly person: string },
  tell: Planned["tell"],
  event: Event,
  how: Planned["how"] = { kind: "post" },
): Promise<void> {
  const place = { kind: "private", person } as const;
  const _id = placeKey(place);
  const planned: readonly Planned[] = [{ place, how, tell }];
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const known = await store.get(conversations, _id);
    if (known?.events.includes(event.id)) return;
    if (!known) {
      const fresh = { _id, company, place, told: {}, ...born({ _id, company }, event, planned) };
      if ((await store.insert(conversations, fresh)) === "exists") continue;
      courier.send(conversations, fresh);
      return;
    }
    const changed = await store.change(conversations, _id, taking(known, event, planned));
    if (changed.kind !== "changed") continue;
    courier.send(conversations, changed.document);
    return;
  }
  throw new Error(`The conversation of ${_id} could not be written`);
}
