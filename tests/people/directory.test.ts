import { expect, test } from "vitest";
import { accountsOf, type Directory, isMember, membersOf, teamsOf } from "../../src/people/directory.ts";
import type { Person, Team } from "../../src/people/records.ts";

const words = { language: "fi", timeZone: "Europe/Helsinki" } as const;
const company = "c";
const person = (_id: string): Person => ({ _id, company, name: _id, ...words, roles: [] });
const team = (_id: string): Team => ({ _id, company, name: _id, ...words, channels: [] });
const membership = (of: string, who: string) => ({ _id: `${of}/${who}`, company, team: of, person: who });
const account = (installation: string, who: string) => ({
  _id: `${installation}/${who}`,
  company,
  installation,
  user: who,
  person: who,
});

const directory: Directory = {
  company: { _id: company, name: "Konepaja", ...words },
  installations: new Map(),
  people: new Map(["anu", "jari"].map((id) => [id, person(id)])),
  teams: new Map(["koneet", "myynti"].map((id) => [id, team(id)])),
  accounts: [account("web", "anu"), account("slack", "anu"), account("web", "jari")],
  memberships: [
    membership("koneet", "anu"),
    membership("koneet", "jari"),
    membership("myynti", "anu"),
    membership("koneet", "gone"),
    membership("gone", "jari"),
  ],
};
const ids = (list: readonly { readonly _id: string }[]) => list.map(({ _id }) => _id);

test("a team's people and a person's teams stand in the order of the memberships, those that are gone left out", () => {
  expect(ids(membersOf(directory, "koneet"))).toEqual(["anu", "jari"]);
  expect(ids(membersOf(directory, "nobody's"))).toEqual([]);
  expect(ids(teamsOf(directory, "anu"))).toEqual(["koneet", "myynti"]);
  expect(ids(teamsOf(directory, "jari"))).toEqual(["koneet"]);
  expect(isMember(directory, "myynti", "anu")).toBe(true);
  expect(isMember(directory, "myynti", "jari")).toBe(false);
});

test("a person has all of their accounts and nobody else's", () => {
  expect(ids(accountsOf(directory, "anu"))).toEqual(["web/anu", "slack/anu"]);
  expect(accountsOf(directory, "stranger")).toEqual([]);
});

test("a newer directory is looked at anew", () => {
  const newer = { ...directory, memberships: [membership("myynti", "jari")] };
  expect(ids(membersOf(newer, "myynti"))).toEqual(["jari"]);
  expect(ids(membersOf(newer, "koneet"))).toEqual([]);
});
