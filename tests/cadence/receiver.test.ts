import { expect, test } from "vitest";
import { receiverOf, standsInFor } from "../../src/cadence/receiver.ts";
import { rhythmOf } from "../../src/cadence/rhythm-of.ts";
import type { Person } from "../../src/people/records.ts";

const NOW = Date.parse("2027-02-10T21:30:00Z");
const person = (_id: string, fields: Partial<Person> = {}): Person => ({
  _id,
  company: "c",
  name: _id,
  language: "fi",
  timeZone: "Europe/Helsinki",
  roles: ["member"],
  ...fields,
});
const away = (substitute: string | null, until = "2027-02-28") => ({ away: { until, substitute } });
function told(of: string, ...all: readonly Person[]): string | undefined {
  const people = new Map(all.map((one) => [one._id, one]));
  const asked = people.get(of);
  return asked && receiverOf(asked, people, NOW)?._id;
}

test("everyone is told what is theirs; who is away is told nothing, the substitute is", () => {
  expect(told("a", person("a"), person("b"))).toBe("a");
  expect(told("a", person("a", away("b")), person("b"))).toBe("b");
  expect(told("a", person("a", away(null)), person("b"))).toBeUndefined();
  expect(told("a", person("a", away("gone")))).toBeUndefined();
});

test("away counts by the person's own calendar, the last day included", () => {
  expect(told("a", person("a", away("b", "2027-02-10")), person("b"))).toBe("b");
  expect(told("a", person("a", { ...away("b", "2027-02-10"), timeZone: "Asia/Kolkata" }), person("b"))).toBe("a");
});

test("a substitute who is away hands on, and those who stand in for each other are both left alone", () => {
  const chain = [person("a", away("b")), person("b", away("c")), person("c")];
  expect(told("a", ...chain)).toBe("c");
  expect(told("a", person("a", away("b")), person("b", away("a")))).toBeUndefined();
  const people = new Map(chain.map((one) => [one._id, one]));
  expect(standsInFor("c", people, NOW).map(({ _id }) => _id)).toEqual(["a", "b"]);
});

test("who wants quiet or has left is told nothing, neither for themselves nor for another", () => {
  expect(told("a", person("a", { quiet: true }))).toBeUndefined();
  expect(told("a", person("a", { leftAt: 1 }))).toBeUndefined();
  expect(told("a", person("a", away("b")), person("b", { quiet: true }))).toBeUndefined();
  expect(told("a", person("a", { ...away("b"), quiet: true }), person("b"))).toBe("b");
});

test("the weekly message comes on Mondays at nine, to salespeople at seven, and to everyone as they chose", () => {
  expect(rhythmOf(person("a"))).toEqual({ weekday: 1, hour: 9, timeZone: "Europe/Helsinki" });
  expect(rhythmOf(person("a", { roles: ["salesperson"] }))).toMatchObject({ weekday: 1, hour: 7 });
  expect(rhythmOf(person("a", { weekly: { weekday: 4, hour: 15 } }))).toMatchObject({ weekday: 4, hour: 15 });
});
