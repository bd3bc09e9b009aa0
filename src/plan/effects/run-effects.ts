import type { Event } from "../../deliveries/outbox.ts";
import type { Flow } from "../../flow/flow.ts";
import { type Round, rounds } from "../../rounds/round.ts";
import type { Store } from "../../store/store.ts";
import { applyAction, withdrawActions } from "../apply-action.ts";
import { EFFECTS } from "./effects.ts";

/** The part of a round's agreement that asks for its flow's effects: written with the agreement, so that the clock finishes what a crash cut short. */
export function effectsDue(flow: Flow, now: number): { readonly effectsAt?: number; readonly dueAt?: number } {
  return flow.effects.length === 0 ? {} : { effectsAt: now, dueAt: now };
}

/** Turns the agreed answers of a round into records. May run as often as it likes, and in two processes at once. */
export async function runEffects(store: Store, round: Round, flow: Flow, event: Event): Promise<void> {
  for (const name of flow.effects)
    for (const { step, round: from, actions } of (await EFFECTS.get(name)?.(store, round)) ?? []) {
      for (const action of actions) await applyAction(store, action, event);
      const rows = actions.map(({ origin }) => origin.row);
      const revision = Math.max(round.effectsAt ?? 0, ...actions.map((action) => action.revision));
      await withdrawActions(store, { company: round.company, round: from, step, rows, revision }, event);
    }
  await store.change(rounds, round._id, {
    when: { effectsAt: round.effectsAt ?? null },
    set: { effectsAt: null, dueAt: null },
  });
}
