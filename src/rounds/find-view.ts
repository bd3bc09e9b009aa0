import type { Outgoing } from "../deliveries/outbox.ts";
import type { Store } from "../store/store.ts";
import { type Round, rounds } from "./round.ts";

/** Where a message of a round stands, and what the round remembers of it: the facilitator's card in their private chat, everything else that is redrawn in the channel. */
export async function findView(
  store: Store,
  roundId: string,
  key: string,
): Promise<{ readonly place: Outgoing["place"]; readonly messages: Round["messages"] } | undefined> {
  const round = await store.get(rounds, roundId);
  if (!round) return undefined;
  const place: Outgoing["place"] =
    key === "facilitator" ? { kind: "private", person: round.facilitator } : { kind: "channel", team: round.team };
  return { place, messages: round.messages };
}
