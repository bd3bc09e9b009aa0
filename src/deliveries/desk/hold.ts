import type { Collection } from "../../store/collection.ts";
import type { Change, Changed, Store } from "../../store/store.ts";
import { LEASE_MS, NO_SEND_MS } from "../lease.ts";
import type { Speaker } from "../outbox.ts";
import type { StoreClock } from "../store-clock.ts";

/** A record as this process holds its lease: every write goes through only while nobody else has become the sender. */
export interface Hold {
  record(): Speaker;
  /** held · let-go: someone else may have become the sender · lost: someone has, or the work is over. */
  state(): "held" | "let-go" | "lost";
  /** Whether something may be sent now: never in a lease's last seconds, for what is sent must have arrived before it ends. */
  isMine(): boolean;
  write(change: Change): Promise<Changed<Speaker>>;
  /** Makes the lease last again, unless enough is left of it. */
  renew(): Promise<void>;
  /** The record as a write has shown it. Never goes back to an older picture: writes may be answered in any order. */
  see(seen: Speaker): void;
  letGo(): void;
  lose(): void;
}

interface HoldParts {
  readonly store: Store;
  readonly clock: StoreClock;
  /** The outbox has grown. */
  readonly grown: () => void;
  /** The lease is no longer held. */
  readonly left: () => void;
}

export function createHold(
  { store, clock, grown, left }: HoldParts,
  collection: Collection<Speaker, string>,
  first: Speaker,
): Hold {
  const { _id, fence } = first;
  let record = first;
  let until = first.sendAt ?? 0;
  let state: ReturnType<Hold["state"]> = "held";

  function leave(next: "let-go" | "lost"): void {
    if (state === "held") left();
    state = next;
  }

  async function write(change: Change): Promise<Changed<Speaker>> {
    const changed = await store.change(collection, _id, { ...change, when: { ...change.when, fence } });
    if (changed.kind === "missing" || changed.document.fence !== fence) leave("lost");
    return changed;
  }

  function see(seen: Speaker): void {
    if (state !== "held" || seen.outboxRevision < record.outboxRevision) return;
    const isNew = seen.outboxRevision > record.outboxRevision;
    record = seen;
    until = seen.sendAt ?? 0;
    if (isNew) grown();
  }

  return {
    record: () => record,
    state: () => state,
    isMine: () => state === "held" && clock.now() < until - NO_SEND_MS,
    write,
    renew: async () => {
      if (state !== "held" || until - clock.now() >= LEASE_MS - NO_SEND_MS) return;
      const changed = await write({ set: { sendAt: clock.now() + LEASE_MS } });
      if (changed.kind === "changed") see(changed.document);
    },
    see,
    letGo: () => leave("let-go"),
    lose: () => leave("lost"),
  };
}
