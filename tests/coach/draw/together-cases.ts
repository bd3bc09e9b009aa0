import type { Scene } from "../../../src/coach/scene.ts";
import type { Tell } from "../../../src/coach/tell.ts";
import type { Flow } from "../../../src/flow/flow.ts";
import { questionsInPlay } from "../../../src/flow/progress.ts";
import type { Response } from "../../../src/rounds/response.ts";
import type { Round } from "../../../src/rounds/round.ts";
import type { Case } from "./case.ts";
import { answersTo, longValue } from "./long-answers.ts";
import { context } from "./people.ts";
import { NOW, responseWith, ROUND as round, sceneOf } from "./scenes.ts";

/** The thread of a round that is answered together. */
export function togetherCases(flow: Flow): Case[] {
  const cases: Case[] = [];
  const together: Partial<Round> = { mode: "together", closesAt: null };
  const add = (name: string, tell: Tell, scene: Scene) =>
    cases.push({ name: `${flow.id}: ${name}`, tell, sources: { scene } });
  const all = answersTo(flow);
  questionsInPlay(flow, all, context).forEach((step, index) => {
    const before = answersTo(flow, index);
    const tell = { kind: "step-card", round, step: step.id } as const;
    const asked = { step: step.id, scale: "s" };
    const value = longValue(step, flow, before);
    const scene = (over: Partial<Response>, values = before, people = "p2") =>
      sceneOf(flow, together, {
        response: responseWith(flow, { person: null, asked, ...over }, values),
        ...(people ? {} : {}),
      });
    const proposals = (count: number) => ({
      [step.id]: Object.fromEntries(
        Array.from({ length: count }, (_, nth) => [`k${nth}`, { value, by: "p2", at: NOW + nth, message: null }]),
      ),
    });
    add(`${step.id} asked`, tell, scene({}));
    add(`${step.id} proposed`, tell, scene({ proposals: proposals(1) }));
    add(`${step.id} proposed by many`, tell, scene({ proposals: proposals(40) }));
    add(`${step.id} taken`, tell, scene({ taken: { step: step.id, value, by: "p2", at: NOW } }));
    add(`${step.id} settled`, tell, scene({ asked: null }, all));
    add(`${step.id} asked again`, tell, scene({}, all));
  });
  const midway = sceneOf(flow, together, { response: responseWith(flow, { person: null }, answersTo(flow, 2)) });
  const done = sceneOf(flow, { ...together, state: "agreed" }, { response: responseWith(flow, { person: null }) });
  const days = ["2026-12-01", "2026-12-31"].map((date) => ({ value: { kind: "date", date } as const, label: date }));
  const columns = Array.from({ length: 8 }, (_, nth) => `(${"Sarake".repeat(4).slice(0, 20)} ${nth})`).join("; ");
  add("not-row", { kind: "not-row", round, step: "services", columns }, midway);
  add("propose-which", { kind: "propose-which", round, step: "day", question: "Kumpi?", candidates: days }, midway);
  add("sitting-ends", { kind: "sitting-ends", round }, midway);
  add("result", { kind: "result", round }, done);
  for (const [name, scene] of Object.entries({
    midway,
    done,
    cancelled: sceneOf(flow, { ...together, state: "cancelled" }),
  }))
    for (const kind of ["round-card", "facilitator-card", "who-sees", "already-open", "started"] as const)
      add(`${kind}, ${name}`, { kind, round }, scene);
  return cases;
}
