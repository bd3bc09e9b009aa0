import { expect, test } from "vitest";
import { closedForPerson, closedForTeam } from "../../src/cadence/closed-for.ts";
import type { Directory } from "../../src/people/directory.ts";
import type { Company, Team } from "../../src/people/records.ts";

const range = (from: string, to: string) => ({ ranges: [{ from, to }], through: 2027 });
const company: Company = {
  _id: "c",
  name: "Firma Oy",
  language: "fi",
  timeZone: "Europe/Helsinki",
  closedWeeks: range("2027-07-12", "2027-08-08"),
};
const team = (_id: string, fields: Partial<Team> = {}): Team => ({
  _id,
  company: "c",
  name: _id,
  language: "fi",
  timeZone: "Europe/Helsinki",
  channels: [],
  ...fields,
});
const teams = [team("sales"), team("works", { closedWeeks: range("2027-06-28", "2027-07-25") })];
const belongs = (person: string, to: string) => ({ _id: `${to}/${person}`, company: "c", team: to, person });
const directory: Directory = {
  company,
  installations: new Map(),
  people: new Map(),
  teams: new Map(teams.map((one) => [one._id, one])),
  accounts: [],
  memberships: [belongs("a", "works"), belongs("b", "works"), belongs("b", "sales")],
};

test("a team is closed in its own weeks, or in the company's where it has none", () => {
  expect(["2027-06-28", "2027-08-01"].map(closedForTeam(directory, "works"))).toEqual([true, false]);
  expect(["2027-06-28", "2027-08-01"].map(closedForTeam(directory, "sales"))).toEqual([false, true]);
});

test("a person is left alone when all their teams are closed", () => {
  const days = ["2027-06-28", "2027-07-20", "2027-08-01"];
  expect(days.map(closedForPerson(directory, "a"))).toEqual([true, true, false]);
  expect(days.map(closedForPerson(directory, "b"))).toEqual([false, true, false]);
  expect(days.map(closedForPerson(directory, "without a team"))).toEqual([false, true, true]);
});
