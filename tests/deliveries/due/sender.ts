import {
  beginSending,
  type Claimed,
  claimDue,
  maySend,
  type Outcome,
  settleDelivery,
} from "../../../src/deliveries/due/claim.ts";
import type { Store } from "../../../src/store/store.ts";
import { type Faults, failingStore } from "../../support/failing-store.ts";

/** What has arrived, how often, by delivery. */
export interface Platform {
  readonly arrived: Map<string, number>;
  /** Whether it can tell what arrived. */
  readonly canBeAsked: boolean;
}

/** A process that sends, step by step, so that anything may come between two steps. */
export function createSender({
  store,
  owner,
  platform,
  now,
}: {
  readonly store: Store;
  readonly owner: string;
  readonly platform: Platform;
  readonly now: () => number;
}) {
  const faults: Faults = { away: false, loseAnswers: 0 };
  const handle = failingStore(store, faults);
  let claimed: Claimed[] = [];
  let begun: Claimed | undefined;
  let outcome: Outcome | undefined;

  function carry(one: Claimed): Outcome {
    const { _id } = one.delivery;
    if (one.doubtful && !platform.canBeAsked) return { kind: "unclear" };
    if (one.doubtful && platform.arrived.has(_id)) return { kind: "sent", message: "found", at: now() };
    if (!maySend(one, now())) return { kind: "failed" };
    platform.arrived.set(_id, (platform.arrived.get(_id) ?? 0) + 1);
    return { kind: "sent", message: "m", at: now() };
  }

  return {
    async claims() {
      claimed.push(...(await claimDue(handle, { owner, now: now(), limit: 3 })));
    },
    async begins() {
      const next = begun ? undefined : claimed.shift();
      if (next && (await beginSending(handle, next, now()))) begun = next;
    },
    async sends() {
      if (begun && !outcome) outcome = carry(begun);
    },
    async notes() {
      const [one, what] = [begun, outcome];
      if (!one || !what) return;
      [begun, outcome] = [undefined, undefined];
      await settleDelivery(handle, one, what, now());
    },
    /** It knows nothing any more of what it held. */
    async crashes() {
      [claimed, begun, outcome] = [[], undefined, undefined];
    },
    /** The answer to its next write is lost. */
    async loses() {
      faults.loseAnswers = 1;
    },
  };
}
