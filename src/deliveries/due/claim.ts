import type { Changed, Json, Store } from "../../store/store.ts";
import { LEASE_MS, NO_SEND_MS } from "../lease.ts";
import { ALONE, bucketsOf, type Share } from "../peers.ts";
import { type Delivery, deliveries } from "./delivery.ts";

/** What another process was to take and has not taken for so long is anyone's. */
const NEGLECTED_MS = 10_000;
const MINUTE_MS = 60_000;
const LONGEST_WAIT_MS = 60 * MINUTE_MS;
/** A nudge or a weekly message that a platform refuses so often is left to the next week's list. */
const MOST_ATTEMPTS = 8;

/** A delivery that a process may send for a while. All times are the store's. */
export interface Claimed {
  readonly delivery: Delivery;
  /** Until when others leave it alone. */
  readonly until: number;
  /** Its last owner vanished while sending it: nobody knows whether it arrived, so the platform is asked before anything is sent. */
  readonly doubtful: boolean;
}

/** What became of a sending. */
export type Outcome =
  | ({ readonly kind: "sent" } & NonNullable<Delivery["posted"]>)
  | { readonly kind: "dropped"; readonly reason: NonNullable<Delivery["reason"]> }
  /** It may have arrived and the platform cannot tell: it is not repeated, since next week's list tells it again (DESIGN: "Deliveries"). */
  | { readonly kind: "unclear" }
  /** It may have arrived; the platform can be asked, but not yet. */
  | { readonly kind: "in-doubt"; readonly seconds: number }
  /** Nothing was tried: the platform's limits leave no room so soon, or this process's time was over. It does not count as an attempt. */
  | {
      readonly kind: "later";
      readonly seconds: number;
      /** The platform was asked and knows of no earlier sending: nothing of it is in doubt any more. */
      readonly absent?: true;
    }
  /** It has certainly not arrived. */
  | { readonly kind: "failed"; readonly retryAfterSeconds?: number };

interface Claiming {
  readonly owner: string;
  readonly now: number;
  readonly limit: number;
  /** This process's part of what is due; what others leave lying it takes as well. */
  readonly share?: Share;
}

/** Claims what is due and is nobody's, and what was another's whose time is over; at most `limit`, the longest due first. */
export async function claimDue(
  store: Store,
  { owner, now, limit, share = ALONE }: Claiming,
): Promise<readonly Claimed[]> {
  const until = now + LEASE_MS;
  const due = (buckets: readonly number[], to: number, most: number): Promise<readonly Delivery[]> =>
    buckets.length === 0 || most < 1
      ? Promise.resolve([])
      : store.find(deliveries, { name: "claimable", equals: { bucket: buckets }, to, limit: most });
  const { mine, others } = bucketsOf(share);
  const own = await due(mine, now, limit);
  const found = [...own, ...(await due(others, now - NEGLECTED_MS, limit - own.length))];
  const claims = found.map(async (standing): Promise<readonly Claimed[]> => {
    const taken = await store.change(deliveries, standing._id, {
      when: { fence: standing.fence, claimAt: standing.claimAt },
      set: { owner, claimAt: until },
      increase: { fence: 1 },
    });
    if (taken.kind !== "changed") return [];
    return [{ delivery: taken.document, until, doubtful: standing.state === "sending" }];
  });
  return (await Promise.all(claims)).flat();
}

/** Whether there is time enough left to send; to be asked at the last moment, since the process may have stood still. */
export function maySend({ until }: Claimed, now: number): boolean {
  return now < until - NO_SEND_MS;
}

/** The step without which nothing is sent: false when the time is nearly over or somebody else has claimed it. */
export async function beginSending(store: Store, claimed: Claimed, now: number): Promise<boolean> {
  if (!maySend(claimed, now)) return false;
  const begun = await change(store, claimed, { state: "sending" });
  return begun.kind === "changed";
}

/** Notes what became of it; false when somebody else has claimed it meanwhile and will find out. */
export async function settleDelivery(store: Store, claimed: Claimed, outcome: Outcome, now: number): Promise<boolean> {
  return (await change(store, claimed, settled(claimed, outcome, now))).kind === "changed";
}

/** Gives back what was claimed and not begun, so that nobody waits for the end of its time. */
export async function releaseClaim(store: Store, claimed: Claimed): Promise<void> {
  if (!claimed.doubtful) await change(store, claimed, { claimAt: claimed.delivery.dueAt });
}

function change(
  store: Store,
  { delivery }: Claimed,
  set: { readonly [field: string]: Json },
): Promise<Changed<Delivery>> {
  return store.change(deliveries, delivery._id, { when: { fence: delivery.fence }, set });
}

function settled(
  { delivery: { attempts }, doubtful }: Claimed,
  outcome: Outcome,
  now: number,
): { readonly [field: string]: Json } {
  switch (outcome.kind) {
    case "sent": {
      const { kind: _, ...posted } = outcome;
      return { state: "sent", claimAt: null, posted };
    }
    case "dropped":
      return { state: "dropped", claimAt: null, reason: outcome.reason };
    case "unclear":
      return { state: "unclear", claimAt: null };
    case "in-doubt":
      return attempts + 1 >= MOST_ATTEMPTS
        ? { state: "unclear", claimAt: null, attempts: attempts + 1 }
        : { state: "sending", claimAt: now + Math.ceil(outcome.seconds * 1000), attempts: attempts + 1 };
    case "later":
      // What nobody knows whether it arrived is still to be asked; of the rest the day's end is the end.
      return {
        state: doubtful && !outcome.absent ? "sending" : "planned",
        claimAt: now + Math.ceil(outcome.seconds * 1000),
      };
    case "failed": {
      const tries = attempts + 1;
      if (tries >= MOST_ATTEMPTS) return { state: "dropped", claimAt: null, reason: "given-up", attempts: tries };
      // 1, 2, 4 … minutes, an hour at most, or as long as the platform says.
      const wait = Math.min(LONGEST_WAIT_MS, MINUTE_MS * 2 ** attempts);
      return {
        state: "planned",
        claimAt: now + Math.max(wait, (outcome.retryAfterSeconds ?? 0) * 1000),
        attempts: tries,
      };
    }
    default:
      return outcome satisfies never;
  }
}
