import { createHash, hash } from "node:crypto";
import { z } from "zod";
import { placeSchema } from "../channels/place.ts";
import type { Index, QueryShape } from "../store/collection.ts";
import type { Change, Json } from "../store/store.ts";
import { additionTo, firstLease, leaseFields, type Sender } from "./lease.ts";
import { siblingsOf } from "./standing.ts";

/** How an outgoing thing reaches its place. */
const howSchema = z.discriminatedUnion("kind", [
  /** A new message; under `remember` its platform id is kept in the owner's `messages`. */
  z.strictObject({ kind: z.literal("post"), remember: z.string().optional() }),
  /**
   * A known message is drawn anew; `at` where it stands on each installation, filled in from what its record remembers. `gathered`: a Home of which
   * others' changes are drawn once for several; its own person's tap is drawn at once.
   */
  z.strictObject({
    kind: z.literal("edit"),
    message: z.string(),
    at: z.record(z.string(), z.string()).optional(),
    gathered: z.literal(true).optional(),
  }),
  /** The owner's message of that key: drawn anew where it stands, posted where it does not stand yet. */
  z.strictObject({ kind: z.literal("view"), key: z.string() }),
  /** A view of a round, asked for by another record (a response that was finished): drawn anew where it stands, else nothing. */
  z.strictObject({ kind: z.literal("redraw"), round: z.string(), key: z.string() }),
]);

/**
 * What to do with a sending of which nobody knows whether it arrived, where the platform cannot be asked (DESIGN: "Deliveries"):
 * questions and results are repeated, reminders are not.
 */
const classSchema = z.enum(["conversation", "reminder"]);

export const outgoingSchema = z.strictObject({
  /** The delivery's id: it travels with the message, so that a platform can be asked whether it arrived. */
  id: z.string(),
  place: placeSchema,
  how: howSchema,
  /** What to tell; the words are made when it is sent. The coach's own union, opaque here. */
  tell: z.custom<{ readonly [key: string]: Json | undefined }>((value) => typeof value === "object" && value !== null),
  class: classSchema,
  state: z.enum(["sending", "unclear", "failed"]),
  attempts: z.int(),
  /** What is known of single installations, by their key, while something is still to be done on another one or again. */
  targets: z
    .record(z.string(), z.strictObject({ state: z.enum(["sending", "unclear", "over"]), attempts: z.int() }))
    .optional(),
  /** Order within the outbox: when it was planned, and which of that event's things it is. */
  plannedAt: z.number(),
  nth: z.int(),
});
export type Outgoing = z.infer<typeof outgoingSchema>;

/** What every record has that speaks: what is to be sent stands in the same document as what it tells of, so one write holds both. */
export const outboxFields = {
  /** By delivery id. */
  outbox: z.record(z.string(), outgoingSchema),
  /** Grows with every addition to the outbox. */
  outboxRevision: z.int(),
  /** View and remember keys → the platform's id of the message, when it was posted, by the platform's clock, and on which installation. */
  messages: z.record(z.string(), z.strictObject({ id: z.string(), at: z.number(), on: z.string().optional() })),
  ...leaseFields,
  /** hash(company) mod 64: what crosses companies is claimed by buckets. */
  bucket: z.int(),
  /** The last events that changed this record, the oldest first: a redelivered one changes nothing. */
  events: z.array(z.string()),
};

export const outboxIndex: Index = { name: "sending", fields: ["bucket", "sendAt"] };
export const outboxQuery = { equals: ["bucket"], range: "sendAt" } as const satisfies QueryShape;

const speakerSchema = z.object({ _id: z.string(), company: z.string(), ...outboxFields });
/** Any record that speaks. */
export type Speaker = z.infer<typeof speakerSchema>;

export const BUCKETS = 64;
export const KEPT_EVENTS = 64;

export function bucketOf(company: string): number {
  return createHash("sha256").update(company).digest().readUInt32BE(0) % BUCKETS;
}

export function emptyOutbox(company: string) {
  const lease = { sendAt: null, sender: null, fence: 0 };
  return { outbox: {}, outboxRevision: 0, messages: {}, ...lease, bucket: bucketOf(company), events: [] };
}

/** What is to be sent, before it stands in an outbox. */
export interface Planned {
  readonly place: Outgoing["place"];
  readonly how: Outgoing["how"];
  readonly tell: Outgoing["tell"];
  readonly class?: Outgoing["class"];
}

/** What happened, once: its id is the same at every redelivery. */
export interface Event {
  readonly id: string;
  readonly now: number;
  /** The process that takes it and sends at once what it says: with it, being the sender costs no write of its own. */
  readonly sender?: Sender;
}

/** Outgoing things of one event in one record, with ids derived from both: a repeated event makes the same ids, and two records that it changes never do. */
export function outgoings(
  record: string,
  event: Event,
  planned: readonly Planned[],
): { readonly [delivery: string]: Outgoing } {
  return Object.fromEntries(
    planned.map(({ place, how, tell, class: kind = "conversation" }, nth) => {
      const id = hash("sha256", `${record}\n${event.id}\n${nth}`, "base64url").slice(0, 22);
      return [id, { id, place, how, tell, class: kind, state: "sending", attempts: 0, plannedAt: event.now, nth }];
    }),
  );
}

/** What is waiting, in the order in which it was planned. */
export function waitingIn(record: Speaker): Outgoing[] {
  return Object.values(record.outbox)
    .filter(({ state }) => state !== "failed")
    .sort((a, b) => a.plannedAt - b.plannedAt || a.nth - b.nth);
}

/** The part of a change of a record, as it was read, that takes an event and plans what it says: to be joined with the change's own. */
export function taking(
  record: Speaker,
  event: Event,
  planned: readonly Planned[],
): Required<Pick<Change, "when" | "push" | "increase" | "unlessHolds" | "set">> {
  const everywhere = planned.map((one) => ({ ...one, how: withSiblings(record, one.how) }));
  // Behind all that waits already, whatever the clock of the process says that added it: so the outbox keeps the order in which it was written.
  const latest = Math.max(...Object.values(record.outbox).map(({ plannedAt }) => plannedAt));
  const added = Object.entries(outgoings(record._id, event, everywhere)).map(
    ([id, entry]) => [`outbox.${id}`, { ...entry, plannedAt: Math.max(event.now, latest + 1) }] as const,
  );
  const lease = added.length === 0 ? { when: {}, set: {} } : additionTo(record, event.sender, event.now);
  return {
    when: added.length === 0 ? {} : { ...lease.when, outboxRevision: record.outboxRevision },
    unlessHolds: { events: event.id },
    push: { events: { values: [event.id], keep: KEPT_EVENTS } },
    increase: added.length === 0 ? {} : { outboxRevision: 1 },
    set: { ...Object.fromEntries(added), ...lease.set },
  };
}

/** A message that is drawn anew is drawn anew on every platform on which it stands. */
function withSiblings({ messages }: Speaker, how: Outgoing["how"]): Outgoing["how"] {
  const at = how.kind === "edit" ? siblingsOf(messages, how.message) : undefined;
  return how.kind === "edit" && at ? { ...how, at: { ...at } } : how;
}

/** The part of a new record that takes an event and plans what it says. */
export function born(
  record: { readonly _id: string; readonly company: string },
  event: Event,
  planned: readonly Planned[],
) {
  const outbox = outgoings(record._id, event, planned);
  const lease = planned.length === 0 ? {} : firstLease(event.sender, event.now);
  return { ...emptyOutbox(record.company), outbox, events: [event.id], ...lease };
}
