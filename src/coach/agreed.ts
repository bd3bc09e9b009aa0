import { actions } from "../plan/action.ts";
import { runEffects } from "../plan/effects/run-effects.ts";
import { rounds } from "../rounds/round.ts";
import { flowOf } from "./load-scene.ts";
import type { Turn } from "./turn.ts";

/**
 * What follows once a round's answers are agreed: its flow's effects. Should this be cut short, the clock goes on with it, for the round says that it
 * is due until it has gone through.
 */
export async function followAgreement({ ports, event }: Turn, roundId: string): Promise<void> {
  const round = await ports.store.get(rounds, roundId);
  if (round?.effectsAt == null) return;
  const flow = await flowOf(ports, round);
  if (!flow) return;
  const followed = await runEffects(ports.store, round, flow, event);
  if (followed.round) ports.courier.send(rounds, followed.round);
  for (const action of followed.actions) ports.courier.send(actions, action);
}
