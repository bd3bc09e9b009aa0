import { LATEST_MS } from "../cadence/next-slot.ts";
import { createBell } from "../deliveries/desk/bell.ts";
import {
  beginSending,
  type Claimed,
  claimDue,
  maySend,
  type Outcome,
  settleDelivery,
} from "../deliveries/due/claim.ts";
import type { Delivery } from "../deliveries/due/delivery.ts";
import type { Share } from "../deliveries/peers.ts";
import type { Store } from "../store/store.ts";
import { StoreUnavailable } from "../store/store-errors.ts";

export interface DuePorts {
  readonly store: Store;
  /** This process among those that send. */
  readonly owner: string;
  /** The store's time. */
  now(): number;
  /** This process's part of what is due; all of it unless told. */
  share?(): Share;
  /** Runs one claiming after another, where a process sends several batches at once: they would find the same. */
  inTurn?<T>(work: () => Promise<T>): Promise<T>;
  /** Says it, and tells what became of it. */
  send(delivery: Delivery, options: Sending): Promise<Outcome>;
  readonly log: { warn(fields: object, text: string): void; error(fields: object, text: string): void };
}

export interface Sending {
  /** The platform is to be asked first whether it arrived before. */
  readonly doubtful: boolean;
  /** To be taken once it is known that there is something to say, before the platform is told to post: false when nothing may be sent; then "later". */
  readonly begin: () => Promise<boolean>;
  /** To be asked at the last moment before the platform is told to post; where it says no, nothing is posted and the outcome is "later". */
  readonly maySend: () => boolean;
}

/** So many at once: what a process can send, and note, well within a lease, without keeping the store from everybody else. */
const MOST_AT_ONCE = 200;
/** Then other things have their turn; what is left is due still. */
const LONGEST_MS = 5_000;

/**
 * Sends what is due until nothing is left, or for some seconds, at most `most` at once: what waits for its platform holds up nothing of another one's.
 * Resolves when all that was claimed is settled, with how much it was.
 */
export async function sendAllDue(ports: DuePorts, most = MOST_AT_ONCE): Promise<number> {
  const end = ports.now() + LONGEST_MS;
  const bell = createBell();
  let [claimed, settled] = [0, 0];
  while (ports.now() < end) {
    const claims = await claim(ports, most - (claimed - settled));
    if (claims.length === 0) break;
    claimed += claims.length;
    for (const one of claims)
      void attempt(ports, one).then(() => {
        settled += 1;
        bell.ring();
      });
    // Not one by one: a small batch costs as much to find as a large one.
    while (claimed - settled > most / 2) await bell.rung();
  }
  while (settled < claimed) await bell.rung();
  return claimed;
}

/** Claims what is due, at most `limit`, and sends it; resolves when all of it is settled, with how much it was. */
export async function sendDue(ports: DuePorts, limit: number): Promise<number> {
  const claims = await claim(ports, limit);
  await Promise.all(claims.map((claimed) => attempt(ports, claimed)));
  return claims.length;
}

function claim({ store, owner, share, now, inTurn }: DuePorts, limit: number): Promise<readonly Claimed[]> {
  const work = () => claimDue(store, { owner, now: now(), limit, ...(share ? { share: share() } : {}) });
  return inTurn ? inTurn(work) : work();
}

/** What goes wrong here leaves the claim to its end; then the delivery is somebody's again, and if it was begun, doubtful. */
async function attempt(ports: DuePorts, claimed: Claimed): Promise<void> {
  const { _id, company } = claimed.delivery;
  try {
    await sendOne(ports, claimed);
  } catch (error) {
    const text = "a delivery could not be sent or noted; it is looked at again when its claim ends";
    if (error instanceof StoreUnavailable) ports.log.warn({ company, delivery: _id, err: error }, text);
    else ports.log.error({ company, delivery: _id, err: error }, text);
  }
}

async function sendOne(ports: DuePorts, claimed: Claimed): Promise<void> {
  const { store } = ports;
  const { delivery, doubtful } = claimed;
  if (!doubtful && ports.now() - delivery.dueAt >= LATEST_MS) {
    await settleDelivery(store, claimed, { kind: "dropped", reason: "late" }, ports.now());
    return;
  }
  const outcome = await ports.send(delivery, {
    doubtful,
    begin: () => beginSending(store, claimed, ports.now()),
    maySend: () => maySend(claimed, ports.now()),
  });
  const noted = await settleDelivery(store, claimed, outcome, ports.now());
  if (!noted)
    ports.log.warn(
      { company: delivery.company, delivery: delivery._id, outcome: outcome.kind },
      "another process has taken over a delivery that took too long here",
    );
}
