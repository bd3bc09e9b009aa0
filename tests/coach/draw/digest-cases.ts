import type { DigestView } from "../../../src/coach/digest/draw-digest.ts";
import type { Need } from "../../../src/coach/digest/needs.ts";
import { NOW } from "../../plan/sample-action.ts";
import type { Case } from "./case.ts";
import { directory, maturity, team } from "./people.ts";
import { sampleActions } from "./plan-cases.ts";
import { sceneOf } from "./scenes.ts";

function action(name: string) {
  const found = sampleActions[name];
  if (!found) throw new Error(`The samples have no ${name}`);
  return found;
}

const { round } = sceneOf(maturity, { state: "talking", closedAt: NOW });
/** Every kind of need, each with the longest words. */
export const sampleNeeds: readonly Need[] = [
  { kind: "blocked", action: action("blocked") },
  { kind: "blocked", action: action("blocked without a word") },
  { kind: "untaken", action: action("untaken"), since: NOW - 1, asked: [], late: false },
  { kind: "untaken", action: action("untaken"), since: NOW - 1, asked: [], late: true },
  { kind: "untaken", action: action("untaken"), since: NOW - 1, asked: ["p1"], late: false },
  { kind: "untaken", action: action("untaken"), since: NOW - 1, asked: ["p1", "p2"], late: true },
  { kind: "late", action: action("going") },
  { kind: "thin", round, flow: maturity, answered: 0 },
  { kind: "thin", round, flow: maturity, answered: 1 },
  { kind: "thin", round, flow: maturity, answered: 2 },
  { kind: "not-lifted", round, flow: maturity },
];

const manager = { ...directory, people: new Map(directory.people) };
const first = directory.people.get("p1");
if (first) manager.people.set("p1", { ...first, roles: ["manager"] });
const second = { ...team, _id: "t2", digestReaders: ["p1"] };
const view: DigestView = {
  now: NOW,
  directory: { ...manager, teams: new Map([...directory.teams, ["t2", second]]) },
  digest: { teams: [team, second], done: [], rounds: 0, needs: [] },
  trends: [],
};
const everything: DigestView = {
  ...view,
  digest: {
    teams: [team, second],
    done: Array.from({ length: 12 }, () => action("done")),
    rounds: 11,
    needs: [...sampleNeeds, ...sampleNeeds, ...sampleNeeds],
  },
};

export const digestCases: readonly Case[] = [
  drawn("of who reads none", { kind: "digest" }, { ...view, digest: undefined }),
  drawn("with nothing", { kind: "digest" }, view),
  drawn("with everything", { kind: "digest" }, everything),
  drawn("its last page", { kind: "digest", page: 99 }, everything),
  drawn("seen by its team", { kind: "manager-sees" }, everything),
  drawn("seen by its team, empty", { kind: "manager-sees" }, view),
];

function drawn(name: string, tell: Case["tell"], digest: DigestView): Case {
  const lobby = { now: NOW, directory: digest.directory, flows: [], terms: [], digest };
  return { name: `digest ${name}`, tell, sources: { lobby } };
}
