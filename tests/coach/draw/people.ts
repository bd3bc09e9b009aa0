import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { assessedSteps, valueOfLevel } from "../../../src/assessment/assessed-step.ts";
import type { Listener } from "../../../src/coach/scene.ts";
import type { FlowContext } from "../../../src/flow/context.ts";
import { type Flow, flowSchema } from "../../../src/flow/flow.ts";
import type { Directory } from "../../../src/people/directory.ts";
import type { Person, Team } from "../../../src/people/records.ts";
import type { Language } from "../../../src/text/text.ts";
import { sampleFlow } from "../../support/sample-flow.ts";

export function realFlow(id: string, workbook = "digital-capability"): Flow {
  const path = new URL(`../../../flows/${workbook}/${id}.yaml`, import.meta.url);
  return flowSchema.parse(parse(readFileSync(path, "utf8")));
}

export const maturity = realFlow("digital-maturity");
export const nextLevel = realFlow("next-level");
export const reflection = realFlow("reflection", "customer-understanding");
export const everyKind = sampleFlow("every-kind");

/** People with names longer than any channel shows in one line. */
const person = (id: string, name: string): Person => ({
  _id: id,
  company: "c1",
  name,
  language: "fi",
  timeZone: "Europe/Helsinki",
  roles: ["member"],
});
export const persons = [
  person("p1", "Satu Aalto"),
  person("p2", "Maximiliana-Bernhardiina Wittgenstein-Ääkkösenpoika von und zu Korkeasaari"),
  ...Array.from({ length: 14 }, (_, index) => person(`p${index + 3}`, `Henkilö ${index + 3}`)),
];
export const team: Team = {
  _id: "t1",
  company: "c1",
  name: "Hämeenlinnan ja Lahden huoltopalvelujen yhteinen myyntitiimi, läntinen alue",
  language: "fi",
  timeZone: "Europe/Helsinki",
  channels: [],
};
export const directory: Directory = {
  company: { _id: "c1", name: "Konepaja", language: "fi", timeZone: "Europe/Helsinki" },
  installations: new Map(),
  people: new Map(persons.map((one) => [one._id, one])),
  teams: new Map([[team._id, team]]),
  accounts: [],
  memberships: persons.map(({ _id }) => ({ _id: `t1/${_id}`, company: "c1", team: "t1", person: _id })),
};

export function listener(language: Language, inPrivate = true): Listener {
  const own = directory.people.get("p1");
  return { language, timeZone: "Europe/Helsinki", ...(inPrivate && own ? { person: own } : {}) };
}

/** What the team agreed on in digital maturity, for flows that build on it. */
const earlier: FlowContext["earlier"] = Object.fromEntries([
  ...assessedSteps(maturity).map((step, index) => [
    `digital-maturity/${step.id}`,
    { value: valueOfLevel(step, (index % 5) + 1), options: [] },
  ]),
  [
    "digital-maturity/lift",
    {
      value: { kind: "choices", options: ["data-management", "customer-experience"] },
      options: assessedSteps(maturity).map(({ id, title }) => ({ id, label: title })),
    },
  ],
]);
export const context: FlowContext = {
  earlier,
  people: persons.slice(0, 6).map(({ _id, name }) => ({ id: _id, name })),
  customers: [],
  today: "2026-11-30",
};
