import type { Tell } from "../../../src/coach/tell.ts";
import type { Flow } from "../../../src/flow/flow.ts";
import { questionsInPlay } from "../../../src/flow/progress.ts";
import { ownRecordId } from "../../../src/rounds/own-record.ts";
import type { Round } from "../../../src/rounds/round.ts";
import type { Case } from "./case.ts";
import { answersTo } from "./long-answers.ts";
import { context, directory, everyKind, maturity, reflection } from "./people.ts";
import { NOW, responseWith, ROUND as round, sceneOf, snapshotOf } from "./scenes.ts";

const lobby = { now: NOW, directory, flows: [reflection, { ...everyKind, participation: "own" as const }], terms: [] };

/** The offers to start a flow for oneself. */
const offers: readonly Case[] = (
  [
    { kind: "own-offer", flow: reflection.id },
    { kind: "own-offer", flow: everyKind.id },
    { kind: "choose-team", flow: reflection.id, teams: ["t1", "t1"], own: true },
    { kind: "start-offer", flow: reflection.id, team: "t1" },
    { kind: "topics" },
  ] satisfies Tell[]
).map((tell) => ({ name: `own: ${JSON.stringify(tell)}`, tell, sources: { lobby } }));

/** What a person meets in an own record, and in a round whose answers are shown to nobody, at each state. */
function answeredAlone(flow: Flow, over: Partial<Round>): readonly Case[] {
  const name = `${flow.id}, ${over.mode}`;
  const done = responseWith(flow);
  const others = Array.from({ length: 9 }, (_, nth) => ({
    round: sceneOf(flow, {
      _id: ownRecordId("0123456789abcdef01234567", flow.id, nth + 1),
      mode: "own",
      number: nth + 1,
    }).round,
    flow,
  }));
  const states = { open: "open", agreed: "agreed", cancelled: "cancelled" } as const;
  return Object.values(states).flatMap((state) => {
    const scene = sceneOf(flow, { closesAt: null, ...over, state, number: 2 }, { response: done });
    const tells = ["finished", "my-answers", "paused", "round-over", "confirm-cancel", "started", "who-sees"] as const;
    return [
      ...tells.map((kind): Case => ({ name: `${name}: ${kind}, ${state}`, tell: { kind, round }, sources: { scene } })),
      {
        name: `${name}: my-answers with many others, ${state}`,
        tell: { kind: "my-answers", round },
        sources: { scene: { ...scene, others } },
      },
      ...questionsInPlay(flow, answersTo(flow), context).map(
        ({ id }, index): Case => ({
          name: `${name}: ask ${id}, ${state}`,
          tell: { kind: "ask", round, step: id, several: true },
          sources: { scene: { ...scene, response: responseWith(flow, {}, answersTo(flow, index)) } },
        }),
      ),
    ];
  });
}

/** The channel and the facilitator in a round whose answers are shown to nobody. */
function countedRound(flow: Flow): readonly Case[] {
  const kinds = ["round-card", "facilitator-card", "confirm-close", "who-sees", "started", "already-open"] as const;
  const closed = [0, 1, 5].map((answered) => ({ ...snapshotOf(maturity, 0), answered, steps: {} }));
  const scenes = [
    sceneOf(flow),
    sceneOf(flow, { closesAt: null }),
    ...closed.map((snapshot) => sceneOf(flow, { state: "agreed", closedAt: NOW, snapshot })),
  ];
  return scenes.flatMap((scene, nth) => [
    ...kinds.map((kind): Case => ({ name: `counted ${nth}: ${kind}`, tell: { kind, round }, sources: { scene } })),
    ...(scene.round.snapshot
      ? [{ name: `counted ${nth}: closed`, tell: { kind: "closed", round }, sources: { scene } } satisfies Case]
      : []),
  ]);
}

export const ownCases: readonly Case[] = [
  ...offers,
  ...answeredAlone(reflection, { mode: "own" }),
  ...answeredAlone(reflection, { mode: "each" }),
  ...answeredAlone(everyKind, { mode: "own" }),
  ...countedRound(reflection),
  {
    name: "sitting-ends, own",
    tell: { kind: "sitting-ends", round },
    sources: { scene: sceneOf(everyKind, { mode: "own" }, { response: responseWith(everyKind, {}, {}) }) },
  },
];
