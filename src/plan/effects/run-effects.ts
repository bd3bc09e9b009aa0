import type { Event, Planned } from "../../deliveries/outbox.ts";
import type { Flow } from "../../flow/flow.ts";
import { changeRecord } from "../../rounds/change-record.ts";
import { type Round, rounds } from "../../rounds/round.ts";
import type { Store } from "../../store/store.ts";
import { applyAction, withdrawActions } from "../apply-action.ts";
import { EFFECTS } from "./effects.ts";

/** The part of a round's agreement that asks for its flow's effects: written with the agreement, so that the clock finishes what a crash cut short. */
export function effectsDue(flow: Flow, now: number): { readonly effectsAt?: number; readonly dueAt?: number } {
  return flow.effects.length === 0 ? {} : { effectsAt: now, dueAt: now };
}

/**
 * Turns the agreed answers of a round into records, and shows the team its plan where there is something new in it. May run as often as it likes,
 * and in two processes at once. The round as it stands then, for its courier; undefined when another one has finished this.
 */
export async function runEffects(store: Store, round: Round, flow: Flow, event: Event): Promise<Round | undefined> {
  let added = false;
  for (const name of flow.effects)
    for (const { step, round: from, actions } of (await EFFECTS.get(name)?.(store, round)) ?? []) {
      // The summary that the first deed stands in was just posted.
      for (const action of actions)
        added = ((await applyAction(store, action, event)) === "added" && name !== "first-deed") || added;
      const rows = actions.map(({ origin }) => origin.row);
      const revision = Math.max(round.effectsAt ?? 0, ...actions.map((action) => action.revision));
      await withdrawActions(store, { company: round.company, round: from, step, rows, revision }, event);
    }
  const { effectsAt = null } = round;
  const once = { ...event, id: `effects:${round._id}:${effectsAt}` };
  const taken = await changeRecord<Round, "done">(store, rounds, round._id, once, (now) =>
    (now.effectsAt ?? null) === effectsAt
      ? { when: { effectsAt }, set: { effectsAt: null, dueAt: null }, planned: added ? [planOf(round)] : [] }
      : { declined: "done" },
  );
  return taken.kind === "changed" ? taken.record : undefined;
}

/** The team's actions, with a way to take those that nobody has. */
function planOf({ team }: Round): Planned {
  const tell = { kind: "plan-list", of: { kind: "team", team }, page: 0 } as const;
  return { place: { kind: "channel", team }, how: { kind: "view", key: "plan" }, tell };
}
