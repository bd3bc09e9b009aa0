import { type Event, type Planned, type Speaker, taking } from "../deliveries/outbox.ts";
import { siblingKeys } from "../deliveries/standing.ts";
import type { Collection } from "../store/collection.ts";
import type { Change, Json, Store } from "../store/store.ts";

/** What one event does to a record: the guard beside the event's own, what is set, and what is to be said. */
export interface Step {
  readonly when?: Change["when"];
  readonly set?: { readonly [path: string]: Json };
  readonly unset?: readonly string[];
  readonly increase?: { readonly [path: string]: number };
  readonly planned: readonly Planned[];
}

export type Taken<T, R> =
  | { readonly kind: "changed"; readonly record: T }
  /** The event was taken before; nothing changed now. */
  | { readonly kind: "repeated"; readonly record: T }
  | { readonly kind: "declined"; readonly reason: R; readonly record: T }
  | { readonly kind: "missing" };

/** How often a decision is made anew because someone else changed the record in between. */
const MOST_TRIES = 200;

/**
 * Decides on a record and writes the decision as one conditional step: the answer, the event's id and what is to be said stand in one document.
 * `decide` is pure and may be asked again with a newer record; a value without `planned` declines.
 */
export async function changeRecord<T extends Speaker, R>(
  store: Store,
  collection: Collection<T, string>,
  target: string | T,
  event: Event,
  decide: (record: T) => Step | { readonly declined: R },
): Promise<Taken<T, R>> {
  let record = typeof target === "string" ? await store.get(collection, target) : target;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    if (!record) return { kind: "missing" };
    if (record.events.includes(event.id)) return { kind: "repeated", record };
    const step = decide(record);
    if ("declined" in step) return { kind: "declined", reason: step.declined, record };
    const taken = taking(record, event, step.planned);
    const changed = await store.change(collection, record._id, {
      ...taken,
      when: { ...taken.when, ...step.when },
      ...(step.unset ? { unset: forgetting(record, step.unset) } : {}),
      increase: { ...taken.increase, ...step.increase },
      set: { ...taken.set, ...step.set },
    });
    if (changed.kind === "changed") return { kind: "changed", record: changed.document };
    record = changed.kind === "unmet" ? changed.document : undefined;
  }
  throw new Error(
    `Record ${typeof target === "string" ? target : target._id} changed ${MOST_TRIES} times while one event was decided`,
  );
}

const MESSAGE = "messages.";

/** A message that is forgotten is forgotten on every installation. */
function forgetting({ messages }: Speaker, paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) =>
    path.startsWith(MESSAGE)
      ? [...new Set([path, ...siblingKeys(messages, path.slice(MESSAGE.length)).map((key) => `${MESSAGE}${key}`)])]
      : [path],
  );
}
