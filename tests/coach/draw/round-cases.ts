import { assessedSteps } from "../../../src/assessment/assessed-step.ts";
import type { Scene } from "../../../src/coach/scene.ts";
import type { Tell } from "../../../src/coach/tell.ts";
import type { Case } from "./case.ts";
import { maturity, nextLevel } from "./people.ts";
import { agreedAll, lifted, NOW, plan, ROUND as round, sceneOf, snapshotOf } from "./scenes.ts";

/** The channel and the facilitator, in every state of an each round. */
export function roundCases(): Case[] {
  const cases: Case[] = [];
  const add = (name: string, tell: Tell, scene: Scene) => cases.push({ name, tell, sources: { scene } });
  const flow = maturity;
  const steps = assessedSteps(flow);
  const ids = steps.map(({ id }) => id);
  const talked = Object.fromEntries(ids.map((id) => [id, NOW]));
  const support = Object.fromEntries(
    ids.map((id, index) => [id, index % 2 === 0 ? { p1: NOW, p2: NOW } : { p1: NOW }]),
  );
  const objections = Object.fromEntries(ids.map((id) => [id, { p1: NOW }]));
  const talking = { state: "talking", closedAt: NOW } as const;
  const states: { readonly [name: string]: Scene } = {
    open: sceneOf(flow, { tallies: { [ids[0] ?? ""]: { levels: { "2": 3 }, cannotSay: 0 } } }),
    cancelled: sceneOf(flow, { state: "cancelled" }),
    nobody: sceneOf(flow, { ...talking, snapshot: snapshotOf(flow, 0) }),
    thin: sceneOf(flow, { ...talking, snapshot: snapshotOf(flow, 2) }),
    "thin, talked": sceneOf(flow, { ...talking, snapshot: snapshotOf(flow, 2), talked }),
    words: sceneOf(flow, { ...talking, snapshot: snapshotOf(flow, 4) }),
    counts: sceneOf(flow, { ...talking, snapshot: snapshotOf(flow, 8) }),
    "many, talked": sceneOf(flow, { ...talking, snapshot: snapshotOf(flow, 30), talked }),
    reopened: sceneOf(flow, {
      ...talking,
      snapshot: snapshotOf(flow, 8),
      agreed: agreedAll(flow),
      talked,
      reopened: talked,
    }),
    agreeing: sceneOf(flow, {
      ...talking,
      snapshot: snapshotOf(flow, 8),
      agreed: agreedAll(flow),
      objections,
      support,
    }),
    "a day later": sceneOf(
      flow,
      { ...talking, snapshot: snapshotOf(flow, 8), agreed: agreedAll(flow) },
      { now: NOW + 2 * 86_400_000 },
    ),
    agreed: sceneOf(
      flow,
      {
        state: "agreed",
        closedAt: NOW,
        snapshot: snapshotOf(flow, 8),
        agreed: lifted(flow),
        objections,
        plan,
        support,
      },
      {
        previous: sceneOf(flow, { number: 11, state: "agreed", closedAt: NOW - 9e9, agreed: agreedAll(flow, 4) }).round,
        next: nextLevel,
      },
    ),
    "the first": sceneOf(flow, {
      state: "agreed",
      closedAt: NOW,
      snapshot: snapshotOf(flow, 3),
      agreed: lifted(flow),
      plan,
    }),
  };
  const kinds = [
    "started",
    "already-open",
    "who-sees",
    "not-recorded",
    "round-card",
    "facilitator-card",
    "confirm-cancel",
    "confirm-close",
    "card-moved",
    "agreed",
    "support",
    "summary-levels",
    "summary-change",
  ] as const;
  for (const [name, scene] of Object.entries(states)) {
    for (const kind of kinds) add(`${kind}, ${name}`, { kind, round }, scene);
    if (scene.round.snapshot) add(`closed, ${name}`, { kind: "closed", round }, scene);
    if (scene.round.snapshot) add(`summary-heatmap, ${name}`, { kind: "summary-heatmap", round }, scene);
    if (scene.round.plan) add(`summary, ${name}`, { kind: "summary", round }, scene);
  }
  return cases;
}
