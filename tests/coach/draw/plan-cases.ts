import { editForm, newForm, shortForm } from "../../../src/coach/plan/draw/action-forms.ts";
import type { ListOf, PlanButtonOf } from "../../../src/coach/plan/plan-actions.ts";
import { dimensionsOf, type PlanView } from "../../../src/coach/plan/plan-view.ts";
import type { Tell } from "../../../src/coach/tell.ts";
import type { Form } from "../../../src/message/form.ts";
import { LONGEST, type PlanAction } from "../../../src/plan/action.ts";
import { NOW, sampleAction, takenBy } from "../../plan/sample-action.ts";
import type { Case } from "./case.ts";
import { directory, maturity, team } from "./people.ts";

const long = (length: number) =>
  "Asiakasrekisterin yhdistäminen ja vanhojen listojen siivous ".repeat(30).slice(0, length).trim();
const dimension = "customer-experience";
const full: Partial<PlanAction> = {
  what: long(LONGEST.what),
  dimension,
  level: 4,
  firstDeed: { what: long(LONGEST.deed), on: "2027-12-15" },
  due: { kind: "quarter", year: 2027, quarter: 4 },
  dueOn: "2027-12-31",
  quarter: "2027-4",
  resources: long(LONGEST.text),
  doneWhen: long(LONGEST.text),
  notes: long(LONGEST.text),
};
const everybody = takenBy(...[...directory.people.keys()].slice(0, 10));
const closed = { open: false, closedAt: NOW } as const;
const proposed = { p1: { state: "proposed", at: NOW, by: "p2" } } as const;

/** An action in every standing, bare and with everything at its longest. */
export const sampleActions: { readonly [name: string]: PlanAction } = {
  bare: sampleAction(),
  untaken: sampleAction(full),
  mine: sampleAction({ ...full, owners: takenBy("p1", "p2"), firstDeed: null }),
  "taken by all": sampleAction({ ...full, owners: everybody }),
  proposed: sampleAction({ ...full, owners: proposed }),
  "proposed by a flow": sampleAction({ ...full, owners: { p1: { ...proposed.p1, by: null } } }),
  "of one who left": sampleAction({ ...full, owners: takenBy("gone") }),
  "row gone": sampleAction({ ...full, owners: everybody, rowGone: true }),
  going: sampleAction({ ...full, owners: takenBy("p1"), standing: { kind: "going" } }),
  blocked: sampleAction({
    ...full,
    owners: everybody,
    standing: { kind: "blocked", why: long(LONGEST.why), since: NOW },
  }),
  "blocked without a word": sampleAction({ owners: takenBy("p1"), standing: { kind: "blocked", why: "", since: NOW } }),
  waiting: sampleAction({ ...full, owners: everybody, standing: { kind: "waiting" } }),
  snoozed: sampleAction({ ...full, owners: takenBy("p1"), snoozed: { p1: { until: null } } }),
  done: sampleAction({ ...full, ...closed, owners: everybody, standing: { kind: "done" } }),
  dropped: sampleAction({ ...full, ...closed, standing: { kind: "dropped", why: long(LONGEST.why) } }),
};

const doubts = [
  {
    question: "Ketä tarkoitit: ”Maximiliana-Bernhardiina Wittgenstein…”?",
    people: ["p2", "p3", "p4", "p5", "p6"],
    days: [],
  },
  {
    question: "”10.12. tai 12.10.” voi tarkoittaa kahta päivää. Kumpi?",
    people: [],
    days: ["2026-12-10", "2027-10-12"],
  },
  { question: "En löydä tiimistä nimeä Pirkko-Liisa Hämäläinen. Tekijä jäi avoimeksi.", people: [], days: [] },
];
const lists: readonly ListOf[] = [
  { kind: "mine" },
  { kind: "team", team: "t1" },
  { kind: "untaken", team: "t1" },
  { kind: "person", team: "t1", person: "p2" },
  { kind: "quarter", team: "t1", quarter: "2027-4" },
  { kind: "dimension", team: "t1", dimension },
];

/** What is told of actions. */
export function planCases(): readonly Case[] {
  const all = Object.values(sampleActions);
  const open = all.filter((action) => action.open);
  const many = Array.from({ length: 12 }, (_, nth) => sampleAction({ ...full, _id: `a${nth}`, owners: everybody }));
  const spread = [1, 2, 3, 4].flatMap((quarter) =>
    dimensionsOf(maturity).flatMap(({ id }) =>
      Array.from({ length: 9 }, () => sampleAction({ ...full, dimension: id, quarter: `2027-${quarter}` })),
    ),
  );
  return [
    ...Object.entries(sampleActions).flatMap(([name, action]) => [
      told(`history, ${name}`, { kind: "plan-history", action: action._id }, [action]),
      told(`card, ${name}`, { kind: "plan-card", action: action._id }, [action]),
      told(`card, ${name}, noted`, { kind: "plan-card", action: action._id, noted: true }, [action]),
    ]),
    ...doubts.map((doubt) =>
      told("card in doubt", { kind: "plan-card", action: "a", noted: true, doubt }, [sampleAction(full)]),
    ),
    ...lists.flatMap((of) => [
      told(`list of ${of.kind}`, { kind: "plan-list", of, page: 1 }, open),
      told(`list of ${of.kind}, empty`, { kind: "plan-list", of, page: 0 }, []),
      told(`list of ${of.kind}, page gone`, { kind: "plan-list", of, page: 99 }, open),
    ]),
    told("year", { kind: "plan-year", team: "t1", year: 2027 }, [...all, ...spread, sampleAction({ quarter: null })]),
    told("year, empty", { kind: "plan-year", team: "t1", year: 2027 }, []),
    told("proposed by a round", { kind: "plan-proposed", from: "r1" }, open.slice(0, 4)),
    told("much proposed by a round", { kind: "plan-proposed", from: "r1" }, open),
    told("answered proposals", { kind: "plan-proposed", from: "r1" }, many.slice(0, 2)),
    told("many live", { kind: "plan-many-live", team: "t1" }, many),
    told("many live, another page", { kind: "plan-many-live", team: "t1", page: 1 }, many),
    told("many live, settled", { kind: "plan-many-live", team: "t1" }, []),
    told("which team", { kind: "plan-teams", ask: "list", teams: ["t1", "t1"] }, []),
    told("which team's year", { kind: "plan-teams", ask: "year", teams: ["t1", "t1"] }, []),
    told(
      "note of which team",
      {
        kind: "plan-note-team",
        what: '"'.repeat(500),
        text: '"'.repeat(500),
        teams: ["t1", "t1"],
        once: "e".repeat(200),
      },
      [],
    ),
    told(
      "note of what the plan has",
      { kind: "plan-note-twice", action: "a", text: '"'.repeat(500), team: "t1", once: "e".repeat(200) },
      [sampleAction(full)],
    ),
    told("taken by another", { kind: "plan-taken", action: "a" }, many.slice(0, 1)),
    told("taken by nobody any more", { kind: "plan-taken", action: "a" }, [sampleAction(full)]),
    told("which of several", { kind: "plan-which", actions: ["a", "b"] }, open),
    told("how", { kind: "plan-how" }, []),
  ];
}

function told(name: string, tell: Tell, actions: PlanView["actions"]): Case {
  const plan: PlanView = { now: NOW, directory, dimensions: dimensionsOf(maturity), actions };
  return { name: `plan: ${name}`, tell, sources: { lobby: { now: NOW, directory, flows: [], terms: [], plan } } };
}

/** Every form about actions, with the longest values. */
export function planForms(language: "fi" | "en"): { readonly [name: string]: Form } {
  const known = {
    language,
    people: [...directory.people.values()],
    dimensions: dimensionsOf(maturity),
    today: "2026-11-30",
  };
  const action = sampleAction({ ...full, _id: "c".repeat(300), owners: everybody });
  const message = "m".repeat(150);
  const save = (form: PlanButtonOf<"plan-save">["form"]) =>
    ({ kind: "plan-save", form, action: action._id, message, in: "many-live" }) as const;
  const short = (["move", "hand", "block", "drop", "deed"] as const).map((form) => [
    `action: ${form}`,
    shortForm(action, known, save(form)),
  ]);
  return {
    "new action": newForm(known, {
      teams: [team],
      submit: { kind: "plan-add", team: "t1", message },
      text: long(3000),
    }),
    "new action of some team": newForm(
      { ...known, people: [] },
      { teams: [team, { ...team, _id: "t2" }], submit: { kind: "plan-add" } },
    ),
    "edited action": editForm(action, known, save("edit")),
    "edited bare action": editForm(sampleAction(), { ...known, people: [], dimensions: [] }, save("edit")),
    ...Object.fromEntries(short),
  };
}
