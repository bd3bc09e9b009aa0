import { LATEST_MS } from "../cadence/next-slot.ts";
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
  /**
   * Says it, and tells what became of it. Where `doubtful`, the platform is asked first whether it arrived before. `maySend` is asked at the last moment
   * before the platform is told to post; where it says no, nothing is posted and the outcome is "later".
   */
  send(delivery: Delivery, options: { readonly doubtful: boolean; readonly maySend: () => boolean }): Promise<Outcome>;
  readonly log: { warn(fields: object, text: string): void; error(fields: object, text: string): void };
}

/** So many at once: what a process can send, and note, well within a lease. */
const BATCH = 500;
/** Then other things have their turn; what is left is due still. */
const LONGEST_MS = 5_000;

/** Sends what is due batch by batch until nothing is left, or for some seconds; how much it was. */
export async function sendAllDue(ports: DuePorts, batch = BATCH): Promise<number> {
  const end = ports.now() + LONGEST_MS;
  let sent = 0;
  let claimed: number;
  do {
    claimed = await sendDue(ports, batch);
    sent += claimed;
  } while (claimed > 0 && ports.now() < end);
  return sent;
}

/** Claims what is due, at most `limit`, and sends it; resolves when all of it is settled, with how much it was. */
export async function sendDue(ports: DuePorts, limit: number): Promise<number> {
  const { store, owner, share } = ports;
  const claims = await claimDue(store, { owner, now: ports.now(), limit, ...(share ? { share: share() } : {}) });
  await Promise.all(claims.map((claimed) => attempt(ports, claimed)));
  return claims.length;
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
  if (!(await beginSending(store, claimed, ports.now()))) return;
  const outcome = await ports.send(delivery, { doubtful, maySend: () => maySend(claimed, ports.now()) });
  const noted = await settleDelivery(store, claimed, outcome, ports.now());
  if (!noted)
    ports.log.warn(
      { company: delivery.company, delivery: delivery._id, outcome: outcome.kind },
      "another process has taken over a delivery that took too long here",
    );
}
