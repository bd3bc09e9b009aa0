import type { Event, Planned } from "../../deliveries/outbox.ts";
import type { Flow } from "../../flow/flow.ts";
import { changeRecord } from "../../rounds/change-record.ts";
import { type Round, rounds } from "../../rounds/round.ts";
import type { Store } from "../../store/store.ts";
import type { PlanAction } from "../action.ts";
import { applyAction, withdrawActions } from "../apply-action.ts";
import { EFFECTS, type StepActions } from "./effects.ts";
import { proposing, sayByCard } from "./proposing.ts";

/** The part of a round's agreement that asks for its flow's effects: written with the agreement, so that the clock finishes what a crash cut short. */
export function effectsDue(flow: Flow, now: number): { readonly effectsAt?: number; readonly dueAt?: number } {
  return flow.effects.length === 0 ? {} : { effectsAt: now, dueAt: now };
}

/** What has something to say now, for its courier. */
export interface Followed {
  /** Undefined when another one has finished this. */
  readonly round: Round | undefined;
  readonly actions: readonly PlanAction[];
}

/**
 * Turns the agreed answers of a round into records, shows the team its plan where there is something new in it, and asks each to whom something is
 * proposed, in one message. May run as often as it likes, and in two processes at once.
 */
export async function runEffects(store: Store, round: Round, flow: Flow, event: Event): Promise<Followed> {
  const said = new Map<string, PlanAction>();
  const all: string[] = [];
  let added = false;
  for (const name of flow.effects)
    for (const step of (await EFFECTS.get(name)?.(store, round)) ?? []) {
      const applied = await applyStep(store, round, step, event);
      // The summary that the first deed stands in was just posted.
      added = (applied.added && name !== "first-deed") || added;
      all.push(...applied.all);
      for (const action of applied.said) said.set(action._id, action);
    }
  const { effectsAt = null } = round;
  const once = { ...event, id: `effects:${round._id}:${effectsAt}` };
  const { cards, together } = await proposing(store, all, effectsAt ?? event.now);
  for (const { action, person } of cards) {
    const record = await sayByCard(store, action, person, once);
    if (record) said.set(record._id, record);
  }
  const planned = [...(added ? [planOf(round)] : []), ...together];
  const taken = await changeRecord<Round, "done">(store, rounds, round._id, once, (now) =>
    (now.effectsAt ?? null) === effectsAt
      ? { when: { effectsAt }, set: { effectsAt: null, dueAt: null }, planned }
      : { declined: "done" },
  );
  return { round: taken.kind === "changed" ? taken.record : undefined, actions: [...said.values()] };
}

/** `all` that the step says now, and those whose cards say something else since. */
async function applyStep(store: Store, round: Round, { step, round: from, actions }: StepActions, event: Event) {
  const applied = await Promise.all(actions.map((action) => applyAction(store, action, event)));
  const revision = Math.max(round.effectsAt ?? 0, ...actions.map((action) => action.revision));
  const rows = actions.map(({ origin }) => origin.row);
  const gone = { company: round.company, round: from, step, rows, revision };
  const asked = await withdrawActions(store, gone, event);
  return {
    added: applied.some(({ kind }) => kind === "added"),
    all: applied.map(({ record }) => record._id),
    said: [...applied.flatMap(({ kind, record }) => (kind === "changed" ? [record] : [])), ...asked],
  };
}

/** The team's actions, with a way to take those that nobody has. */
function planOf({ team }: Round): Planned {
  const tell = { kind: "plan-list", of: { kind: "team", team }, page: 0 } as const;
  return { place: { kind: "channel", team }, how: { kind: "view", key: "plan" }, tell };
}
