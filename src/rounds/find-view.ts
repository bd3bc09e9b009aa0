import type { Outgoing } from "../deliveries/outbox.ts";
import type { Store } from "../store/store.ts";
import { rounds } from "./round.ts";

/** Where a message of a round stands: the facilitator's card in their private chat, everything else that is redrawn in the channel. */
export async function findView(
  store: Store,
  roundId: string,
  key: string,
): Promise<{ readonly message: string; readonly place: Outgoing["place"] } | undefined> {
  const round = await store.get(rounds, roundId);
  const posted = round?.messages[key];
  if (!round || !posted) return undefined;
  const place: Outgoing["place"] =
    key === "facilitator" ? { kind: "private", person: round.facilitator } : { kind: "channel", team: round.team };
  return { message: posted.id, place };
}
