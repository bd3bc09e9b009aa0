import type { Scene } from "../../../src/coach/scene.ts";
import type { Tell } from "../../../src/coach/tell.ts";
import type { Flow } from "../../../src/flow/flow.ts";
import { questionsInPlay } from "../../../src/flow/progress.ts";
import type { Round } from "../../../src/rounds/round.ts";
import { adminCases } from "./admin-cases.ts";
import type { Case } from "./case.ts";
import { careCases } from "./customers/care-cases.ts";
import { contactCases } from "./customers/contact-cases.ts";
import { registerCases } from "./customers/register-cases.ts";
import { savingCases } from "./customers/saving-cases.ts";
import { digestCases } from "./digest-cases.ts";
import { homeCases } from "./home-cases.ts";
import { answersTo } from "./long-answers.ts";
import { ownCases } from "./own-cases.ts";
import { context, directory, everyKind, maturity, nextLevel, realFlow, team } from "./people.ts";
import { planCases } from "./plan-cases.ts";
import { roundCases } from "./round-cases.ts";
import { lifted, NOW, plan, ROUND, responseWith, sceneOf } from "./scenes.ts";
import { togetherCases } from "./together-cases.ts";
import { weekCases } from "./week-cases.ts";

const round = ROUND;
const lobby = {
  now: NOW,
  directory,
  flows: [maturity, nextLevel, { ...maturity, id: "competitors", title: nextLevel.title }],
  terms: [
    {
      id: "clv",
      fi: { term: "Asiakkaan elinkaariarvo (CLV)", alsoKnownAs: [], explanation: "mitä asiakkuus tuo." },
      en: { term: "Customer lifetime value (CLV)", alsoKnownAs: [], explanation: "what a customer brings." },
    },
  ],
  team,
};

/** The tells outside any round. */
export const lobbyCases: readonly Case[] = (
  [
    { kind: "help" },
    { kind: "topics" },
    { kind: "join-people" },
    { kind: "hello" },
    { kind: "hello-channel" },
    { kind: "hello-channel", by: "p2" },
    { kind: "not-understood" },
    { kind: "not-understood", guess: "missä mennään" },
    { kind: "term", term: "clv" },
    { kind: "term", term: "clv", back: { round, step: "data-management" } },
    { kind: "term-unknown", guesses: [] },
    { kind: "term-unknown", guesses: ["clv"] },
    { kind: "where-we-are", team: "t1" },
    { kind: "where-we-are", team: "t1", newcomer: true },
    { kind: "start-offer", flow: "digital-maturity", team: "t1" },
    { kind: "start-offer", flow: "next-level", team: "t1" },
    { kind: "start-offer", flow: "next-level", team: "t1", first: [] },
    { kind: "choose-team", flow: "digital-maturity", teams: ["t1", "t1"] },
    ...[{}, ...(["answering", "talking", "together"] as const).map((how) => ({ open: { round, how } }))].map(
      (open) => ({ kind: "needs-first" as const, flow: "next-level", needs: "digital-maturity", team: "t1", ...open }),
    ),
  ] satisfies Tell[]
).map((tell) => ({ name: `${tell.kind} ${JSON.stringify(tell)}`, tell, sources: { lobby, scene: sceneOf(maturity) } }));

export const whereWeAre: readonly Case[] = [
  {
    name: "where-we-are with everything",
    tell: { kind: "where-we-are", team: "t1" },
    sources: {
      lobby: {
        ...lobby,
        latest: { round: sceneOf(maturity, { state: "agreed", agreed: lifted(maturity), plan }).round, flow: maturity },
        open: [
          { round: sceneOf(maturity).round, flow: maturity, finished: 3 },
          { round: sceneOf(maturity, { state: "talking" }).round, flow: maturity, finished: 3 },
          { round: sceneOf(nextLevel).round, flow: nextLevel, finished: 0 },
        ],
      },
    },
  },
];

/** What one person meets in an each round of any flow. */
export function answeringCases(flow: Flow): Case[] {
  const each: Partial<Round> = { mode: "each" };
  const cases: Case[] = [];
  const add = (name: string, tell: Tell, scene: Scene) =>
    cases.push({ name: `${flow.id}: ${name}`, tell, sources: { scene } });
  const all = answersTo(flow);
  const steps = questionsInPlay(flow, all, context);
  steps.forEach((step, index) => {
    const before = answersTo(flow, index);
    const fresh = sceneOf(flow, each, { response: responseWith(flow, {}, before) });
    const full = sceneOf(flow, each, { response: responseWith(flow) });
    add(`ask ${step.id}`, { kind: "ask", round, step: step.id, several: false }, fresh);
    const back = { kind: "ask", round, step: step.id, several: true, afterAWhile: true, changed: true } as const;
    add(`ask ${step.id} again`, back, full);
    add(`answered ${step.id}`, { kind: "answered", round, step: step.id }, full);
    add(`moved ${step.id}`, { kind: "ask-moved", round, step: step.id }, fresh);
    for (const what of ["why", "tip", "example"] as const)
      add(`${what} ${step.id}`, { kind: "explain", round, step: step.id, what }, fresh);
  });
  const half = sceneOf(flow, each, { response: responseWith(flow, {}, answersTo(flow, 2)) });
  const done = sceneOf(flow, each, { response: responseWith(flow) });
  const none = sceneOf(flow, each);
  for (const [name, scene] of Object.entries({ none, half, done })) {
    add(`finished ${name}`, { kind: "finished", round }, scene);
    add(`my-answers ${name}`, { kind: "my-answers", round }, scene);
    add(`paused ${name}`, { kind: "paused", round }, scene);
    add(`round-over ${name}`, { kind: "round-over", round }, scene);
    if (name !== "done") add(`reminder ${name}`, { kind: "reminder", round }, scene);
  }
  add(
    "finished, closed",
    { kind: "finished", round },
    sceneOf(flow, { ...each, state: "talking" }, { response: responseWith(flow) }),
  );
  add("cancelled", { kind: "round-over", round }, sceneOf(flow, { ...each, state: "cancelled" }));
  add("reuse", { kind: "reuse-offer", round, from: "x" }, none);
  add("reuse, known", { kind: "reuse-offer", round, from: "x" }, { ...none, reusable: { team, answeredAt: NOW } });
  const labels = ["3, Määritetty", "4, Tarkennettu", "1 200,00 € eli tuhat kaksisataa euroa ja nolla senttiä"];
  add("confirm", { kind: "confirm", round, pending: "e", question: "Kumpi?", labels: labels.slice(0, 2) }, none);
  add("confirm one", { kind: "confirm", round, pending: "e", question: "Kumpi?", labels: labels.slice(2) }, none);
  add(
    "confirm many",
    { kind: "confirm", round, pending: "e", question: "Mikä?", labels: [...labels, ...labels] },
    none,
  );
  return cases;
}

export const everyCase: readonly Case[] = [
  ...lobbyCases,
  ...whereWeAre,
  ...adminCases,
  ...digestCases,
  ...homeCases,
  ...answeringCases(maturity),
  ...answeringCases(everyKind),
  ...answeringCases(nextLevel),
  ...planCases(),
  ...ownCases,
  ...weekCases,
  ...contactCases,
  ...registerCases,
  ...careCases,
  ...savingCases,
  ...roundCases(),
  ...togetherCases(nextLevel),
  ...togetherCases(everyKind),
  ...togetherCases(realFlow("value-portfolio", "crm-value")),
  ...togetherCases(realFlow("classification", "customer-leadership")),
  ...togetherCases(realFlow("care-plan", "customer-leadership")),
  ...togetherCases(realFlow("sales-plan", "customer-understanding")),
  ...togetherCases(realFlow("will-importance", "customer-leadership")),
  ...togetherCases(realFlow("customer-listening", "customer-leadership")),
  ...togetherCases(realFlow("lifecycle", "customer-leadership")),
];
