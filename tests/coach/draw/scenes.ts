import { assessedSteps, valueOfLevel } from "../../../src/assessment/assessed-step.ts";
import { takeSnapshot } from "../../../src/assessment/take-snapshot.ts";
import type { Scene } from "../../../src/coach/scene.ts";
import type { Flow } from "../../../src/flow/flow.ts";
import type { Answer, Response } from "../../../src/rounds/response.ts";
import { LIFT, type Round } from "../../../src/rounds/round.ts";
import { roundOf } from "../../assessment/sample-round.ts";
import { answersTo, LONG } from "./long-answers.ts";
import { context, directory, persons, team } from "./people.ts";

export const NOW = Date.UTC(2026, 10, 30, 10);
export const ROUND = "team-with-a-rather-long-id:flow-with-a-rather-long-id:12";

export function responseWith(flow: Flow, over: Partial<Response> = {}, values = answersTo(flow)): Response {
  const answers = Object.fromEntries(
    Object.entries(values).map(([step, value]): [string, Answer] => [
      step,
      { value, by: "p1", at: NOW, revision: 1, message: null, history: [] },
    ]),
  );
  return {
    _id: `${ROUND}/p1`,
    company: "c1",
    team: "t1",
    round: ROUND,
    flow: flow.id,
    person: "p1",
    open: true,
    answers,
    proposals: {},
    taken: null,
    asked: null,
    pending: null,
    pausedAt: null,
    touchedAt: NOW,
    finishedAt: null,
    remindedAt: null,
    outbox: {},
    outboxRevision: 0,
    messages: {},
    sendAt: null,
    sender: null,
    fence: 0,
    bucket: 0,
    events: [],
    ...over,
  };
}

export function sceneOf(flow: Flow, round: Partial<Round> = {}, over: Partial<Scene> = {}): Scene {
  return {
    now: NOW,
    directory,
    team,
    round: roundOf({
      _id: ROUND,
      flow: flow.id,
      number: 12,
      mode: flow.participation === "together" ? "together" : "each",
      facilitator: "p2",
      invited: persons.map(({ _id }) => _id),
      state: "open",
      openedAt: NOW,
      closesAt: NOW + 3 * 86_400_000,
      ...round,
    }),
    flow,
    context,
    finished: 2,
    ...over,
  };
}

/** A snapshot of digital maturity: of one mind, close, apart and far apart, hidden, as many people answered. */
export function snapshotOf(flow: Flow, people: number) {
  const steps = assessedSteps(flow);
  const levels = [
    [2, 2],
    [2, 3],
    [1, 4],
    [1, 5],
    [3, 3],
    [4, 5],
  ];
  const responses = Array.from({ length: people }, (_, nth) => ({
    _id: `r${nth}`,
    answers: Object.fromEntries(
      steps.map((step, index) => [
        step.id,
        { value: valueOfLevel(step, levels[index % 6]?.[nth % 2] ?? 1), revision: 1 },
      ]),
    ),
  }));
  const last = steps.at(-1);
  const tallies = last && people > 5 ? { [last.id]: { levels: { "4": 2 }, cannotSay: 2 } } : {};
  return takeSnapshot({ flow, responses, tallies, invited: 16 }).snapshot;
}

export function agreedAll(flow: Flow, level = 2): Round["agreed"] {
  return Object.fromEntries(
    assessedSteps(flow).map((step, index) => [
      step.id,
      {
        value: valueOfLevel(step, ((index + level) % 5) + 1),
        scale: "s",
        by: "p2",
        at: NOW,
        revision: 1,
        history: [],
      },
    ]),
  );
}

export function lifted(flow: Flow): Round["agreed"] {
  const options = assessedSteps(flow)
    .slice(0, 2)
    .map(({ id }) => id);
  return {
    ...agreedAll(flow),
    [LIFT]: { value: { kind: "choices", options }, scale: "", by: "p2", at: NOW, revision: 1, history: [] },
  };
}

export const plan = { deed: LONG.repeat(3), owner: "p2", due: "2026-12-11", lookAgain: "2027-03-15" };
