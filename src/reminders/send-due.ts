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
import type { Store } from "../store/store.ts";
import { StoreUnavailable } from "../store/store-errors.ts";

export interface DuePorts {
  readonly store: Store;
  /** This process among those that send. */
  readonly owner: string;
  /** The store's time. */
  now(): number;
  /**
   * Says it, and tells what became of it. Where `doubtful`, the platform is asked first whether it arrived before. `maySend` is asked at the last moment
   * before the platform is told to post; where it says no, nothing is posted and the outcome is "failed".
   */
  send(delivery: Delivery, options: { readonly doubtful: boolean; readonly maySend: () => boolean }): Promise<Outcome>;
  readonly log: { warn(fields: object, text: string): void; error(fields: object, text: string): void };
}

/** Claims what is due, at most `limit`, and sends it; resolves when all of it is settled, with how much it was. */
export async function sendDue(ports: DuePorts, limit: number): Promise<number> {
  const claims = await claimDue(ports.store, { owner: ports.owner, now: ports.now(), limit });
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
