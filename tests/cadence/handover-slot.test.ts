import { describe, expect, it } from "vitest";
import { handoverSlot } from "../../src/cadence/handover-slot.ts";
import { wasAwayAfter } from "../../src/cadence/was-away.ts";
import { awayBefore, awayOn, awaySoon } from "../../src/people/away-on.ts";
import type { Directory } from "../../src/people/directory.ts";
import type { Person } from "../../src/people/records.ts";

const OPEN: NonNullable<Directory["company"]["closedWeeks"]> = { ranges: [], through: 2030 };
const at = (moment: string) => Date.parse(`${moment}+03:00`);

function person(id: string, over: Partial<Person> = {}): Person {
  const who = { _id: id, company: "c1", name: id, language: "fi", timeZone: "Europe/Helsinki" } as const;
  return { ...who, roles: ["salesperson"], ...over };
}
function directoryOf(people: readonly Person[], closedWeeks: Directory["company"]["closedWeeks"] = OPEN): Directory {
  return {
    company: { _id: "c1", name: "Firma", language: "fi", timeZone: "Europe/Helsinki", closedWeeks },
    installations: new Map(),
    people: new Map(people.map((one) => [one._id, one])),
    teams: new Map(),
    accounts: [],
    memberships: [],
  };
}
const away = { from: "2027-07-05", until: "2027-08-01", substitute: "b" };

describe("when a substitute hears whose customers they look after", () => {
  const slot = (a: Person, b: Person, now: string, closed = OPEN) =>
    handoverSlot(a, directoryOf([a, b], closed), at(now));

  it("is their hour of the first day away", () => {
    expect(slot(person("a", { away }), person("b"), "2027-06-20T12:00:00")).toEqual({
      to: "b",
      from: "2027-07-05",
      at: at("2027-07-05T07:00:00"),
    });
  });

  it("is at once when it has begun and it is day, else the next working morning", () => {
    const a = person("a", { away: { ...away, from: "2027-07-01" } });
    const now = (when: string) => slot(a, person("b"), when)?.at;
    expect(now("2027-07-02T10:00:00")).toBe(at("2027-07-02T10:00:00"));
    expect(now("2027-07-02T22:00:00")).toBe(at("2027-07-05T07:00:00"));
    expect(now("2027-07-03T10:00:00")).toBe(at("2027-07-05T07:00:00"));
  });

  it("waits while all is closed, and never comes where the time away is over by then", () => {
    const closed = { ranges: [{ from: "2027-07-01", to: "2027-07-18" }], through: 2027 };
    expect(slot(person("a", { away }), person("b"), "2027-06-20T12:00:00", closed)?.at).toBe(at("2027-07-19T07:00:00"));
    const short = { ...away, until: "2027-07-10" };
    expect(slot(person("a", { away: short }), person("b"), "2027-06-20T12:00:00", closed)).toBeUndefined();
  });

  it("is never where nobody stands in, or whoever does is away, wants quiet or has left", () => {
    const now = "2027-06-20T12:00:00";
    expect(slot(person("a", { away: { ...away, substitute: null } }), person("b"), now)).toBeUndefined();
    expect(slot(person("a"), person("b"), now)).toBeUndefined();
    for (const over of [{ quiet: true }, { leftAt: 1 }, { away: { ...away, substitute: null } }])
      expect(slot(person("a", { away }), person("b", over), now)).toBeUndefined();
    expect(slot(person("a", { away, leftAt: 1 }), person("b"), now)).toBeUndefined();
  });
});

describe("a time away", () => {
  it("holds from its first to its last day, and is known before and after", () => {
    const a = person("a", { away });
    expect(["2027-07-04", "2027-07-05", "2027-08-01", "2027-08-02"].map((day) => awayOn(a, day) !== undefined)).toEqual(
      [false, true, true, false],
    );
    expect(awaySoon(a, "2027-07-01")).toEqual(away);
    expect(awayBefore(a, "2027-08-02")).toEqual(away);
    expect(awayBefore(a, "2027-07-20")).toBeUndefined();
  });

  it("is remembered when it ends early or another one follows, and not when it never began or is only changed", () => {
    expect(wasAwayAfter(away, undefined, "2027-07-20")).toEqual({ ...away, until: "2027-07-19" });
    expect(wasAwayAfter(away, { ...away, from: "2027-12-20", until: "2027-12-31" }, "2027-09-01")).toEqual(away);
    expect(wasAwayAfter(away, undefined, "2027-07-01")).toBeUndefined();
    expect(wasAwayAfter(away, undefined, "2027-07-05")).toBeUndefined();
    expect(wasAwayAfter(away, { ...away, until: "2027-07-25" }, "2027-07-20")).toBeUndefined();
    expect(wasAwayAfter(undefined, away, "2027-07-20")).toBeUndefined();
  });
});
