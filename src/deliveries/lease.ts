import { z } from "zod";
import type { Scalar } from "../store/collection.ts";

/** DESIGN: "lease 30 s". */
export const LEASE_MS = 30_000;
/** DESIGN: "no send in the last 10 s". */
export const NO_SEND_MS = 10_000;
/** What was added by someone who does not send is looked for after this time. */
const SOON_MS = 2_000;

/** Who sends a record's outbox. All times are the store's, milliseconds since 1970. */
export const leaseFields = {
  /** Until when `sender` is trusted to send; with no sender, when anyone may. Null: nothing waits. */
  sendAt: z.number().nullable(),
  /** The process that sends, or was the last to send all that there was; null when it let go of something that waits. */
  sender: z.string().nullable().default(null),
  /** Grows whenever another process becomes the sender: what one writes of its sending is conditional on it. Null in records that were never sent so. */
  fence: z.int().nullable().default(null),
};

export interface Lease {
  readonly sendAt: number | null;
  readonly sender: string | null;
  readonly fence: number | null;
}

/** A process that sends, and the store's time as it knows it. */
export interface Sender {
  readonly id: string;
  readonly now: number;
}

/** What a write of a record's lease asks and sets. */
interface LeaseChange {
  readonly when: { readonly [field: string]: Scalar };
  readonly set: { readonly [field: string]: Scalar };
}

/**
 * free: nobody sends, and of all that waits it is known whether it was sent · mine · theirs · vanished: its sender has not said for a whole lease
 * that it lives, so nobody knows what it sent last. A record whose outbox was filled before there were senders is somebody's until its time is over.
 */
export function holdingOf(lease: Lease, { id, now }: Sender): "free" | "mine" | "theirs" | "vanished" {
  if (lease.sender === id) return "mine";
  if (lease.sendAt === null || (lease.sender === null && lease.fence !== null)) return "free";
  return lease.sendAt > now ? "theirs" : "vanished";
}

/**
 * Makes a process the sender, unless someone else became it meanwhile. One that is or was the last to send keeps its fence: so its own turns never
 * stand in each other's way.
 */
export function claimOf(lease: Lease, { id, now }: Sender): LeaseChange {
  const mine = lease.sender === id;
  return {
    when: mine ? { fence: lease.fence } : unchanged(lease),
    set: { sender: id, sendAt: now + LEASE_MS, ...(mine ? {} : { fence: (lease.fence ?? 0) + 1 }) },
  };
}

/** What someone does to the lease who adds to the outbox: becomes the sender where nobody is, and else leaves it to whoever is. */
export function additionTo(lease: Lease, sender: Sender | undefined, now: number): LeaseChange {
  const holding = holdingOf(lease, sender ?? { id: "", now });
  if (sender && (holding === "free" || holding === "mine")) return claimOf(lease, sender);
  if (holding !== "free") return { when: unchanged(lease), set: {} };
  return { when: unchanged(lease), set: { sender: null, sendAt: now + SOON_MS, fence: lease.fence ?? 0 } };
}

/** The lease of a new record. */
export function firstLease(sender: Sender | undefined, now: number): Lease {
  return sender
    ? { sendAt: sender.now + LEASE_MS, sender: sender.id, fence: 0 }
    : { sendAt: now + SOON_MS, sender: null, fence: 0 };
}

/** Every holding begins, goes on and ends with a new `sendAt`. */
function unchanged({ fence, sendAt }: Lease): LeaseChange["when"] {
  return { fence, sendAt };
}
