import { emptyOutbox } from "../../src/deliveries/outbox.ts";
import type { PlanAction } from "../../src/plan/action.ts";

export const NOW = Date.parse("2026-11-30T10:00:00Z");

/** An action of the team "t1" that nobody has taken, with what a test wants otherwise. */
export function sampleAction(over: Partial<PlanAction> = {}): PlanAction {
  return {
    _id: "c1/e1",
    company: "c1",
    team: "t1",
    origin: { kind: "message", message: "m1" },
    round: null,
    what: "Hinnasto verkkoon",
    dimension: null,
    level: null,
    firstDeed: null,
    due: null,
    resources: "",
    doneWhen: "",
    notes: "",
    owners: {},
    standing: { kind: "planned" },
    open: true,
    dueOn: null,
    mayBeDue: null,
    quarter: null,
    derived: null,
    appliedRevision: null,
    rowGone: false,
    edited: [],
    history: [],
    snoozed: {},
    createdAt: NOW,
    createdBy: "p1",
    closedAt: null,
    nextLookAt: null,
    revision: 1,
    ...emptyOutbox("c1"),
    ...over,
  };
}

/** Taken by these. */
export function takenBy(...people: readonly string[]): PlanAction["owners"] {
  return Object.fromEntries(people.map((person) => [person, { state: "accepted", at: NOW, by: person } as const]));
}
