import type { Person } from "../../../src/people/records.ts";
import { wallClock, ZONES } from "../../cadence/wall-clock.ts";
import { fc } from "../../support/properties.ts";
import type { Closed, Rhythm } from "./oracle.ts";

export const START = Date.parse("2027-01-01T00:30:00Z");
export const END = Date.parse("2028-01-01T00:30:00Z");
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Nothing of Luotsi runs: an hour over a Monday morning, two days over the spring's busiest, and a night. */
export const DOWN = [
  { from: Date.parse("2027-02-15T06:30:00Z"), to: Date.parse("2027-02-15T07:30:00Z") },
  { from: Date.parse("2027-04-18T20:10:00Z"), to: Date.parse("2027-04-20T20:10:00Z") },
  { from: Date.parse("2027-09-06T05:10:00Z"), to: Date.parse("2027-09-06T19:10:00Z") },
] as const;

/** The company says late in the year that it is closed over Christmas too. */
export const CHRISTMAS_SAID = Date.parse("2027-11-01T12:17:00Z");
const SUMMER = { from: "2027-07-12", to: "2027-08-08" };
const CHRISTMAS = { from: "2027-12-23", to: "2027-12-31" };
export const COMPANY_CLOSED = { ranges: [SUMMER, CHRISTMAS], through: 2027 };
/** One team has weeks of its own, in the middle of which the others work. */
export const OWN_TEAM = "team-3";
export const OWN_CLOSED = {
  ranges: [
    { from: "2027-06-28", to: "2027-07-25" },
    { from: "2027-02-24", to: "2027-02-28" },
  ],
  through: 2027,
};
export const TEAMS = ["team-0", "team-1", "team-2", OWN_TEAM] as const;

/** Something that a person settles in the middle of the year. */
export type Deed =
  | {
      readonly kind: "rhythm";
      readonly at: number;
      readonly weekly: { readonly weekday: number; readonly hour: number };
    }
  | { readonly kind: "zone"; readonly at: number; readonly timeZone: string }
  | { readonly kind: "away"; readonly at: number; readonly until: string; readonly substitute: string | null }
  | { readonly kind: "quiet"; readonly at: number; readonly quiet: boolean };

export interface Someone {
  readonly id: string;
  readonly timeZone: string;
  readonly weekly: { readonly weekday: number; readonly hour: number } | undefined;
  readonly roles: Person["roles"];
  readonly teams: readonly string[];
  /** In the order of time. */
  readonly deeds: readonly Deed[];
  /** The dates on which an action of theirs is due. */
  readonly dues: readonly string[];
}

/** Few hours, so that the year has few moments; among them those that the clocks' changes skip and repeat in one zone or another. */
const weekly = fc.constantFrom(
  ...["1 8", "2 8", "3 15", "4 0", "5 9", "5 16", "6 10", "7 1", "7 2", "7 3", "7 23"].map((one) => {
    const [weekday = 1, hour = 9] = one.split(" ").map(Number);
    return { weekday, hour };
  }),
);
/** A moment at which nobody's slot is, and Luotsi runs. */
const at = fc
  .integer({ min: 2, max: 363 })
  .chain((day) =>
    fc.integer({ min: 0, max: 23 }).map((hour) => START - 30 * 60_000 + day * DAY_MS + hour * HOUR_MS + 17 * 60_000),
  )
  .filter((moment) => DOWN.every(({ from, to }) => moment < from - DAY_MS || moment > to + DAY_MS));
const person = (id: string) => fc.constant(`person-${id}`);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ kind: fc.constant("rhythm" as const), at, weekly }),
  fc.record({ kind: fc.constant("zone" as const), at, timeZone: fc.constantFrom(...ZONES) }),
  fc
    .record({
      at,
      days: fc.integer({ min: 0, max: 40 }),
      substitute: fc.option(fc.integer({ min: 0, max: 199 }).chain((nth) => person(String(nth)))),
    })
    .map(({ days, ...rest }) => ({
      kind: "away" as const,
      ...rest,
      until: new Date(rest.at + days * DAY_MS).toISOString().slice(0, 10),
    })),
  fc.record({ kind: fc.constant("quiet" as const), at, quiet: fc.boolean() }),
);
const dueDate = fc
  .integer({ min: 5, max: 360 })
  .map((day) => new Date(START + day * DAY_MS).toISOString().slice(0, 10));
const someone = fc.record({
  timeZone: fc.constantFrom(...ZONES),
  weekly: fc.option(weekly, { nil: undefined }),
  roles: fc.constantFrom<Person["roles"]>(["member"], ["member"], ["salesperson"], ["manager"]),
  teams: fc.constantFrom<readonly string[]>(["team-0"], ["team-1"], ["team-2"], [OWN_TEAM], ["team-0", OWN_TEAM], []),
  deeds: fc.array(deed, { maxLength: 4 }).map((all) => all.toSorted((a, b) => a.at - b.at)),
  dues: fc.uniqueArray(dueDate, { maxLength: 6 }),
});

/** The same two hundred people for the same seed. */
export function aFirm(seed: number, count = 200): readonly Someone[] {
  const people = fc.sample(someone, { seed, numRuns: count }).map((one, nth) => ({ ...one, id: `person-${nth}` }));
  return people.map((one) => ({ ...one, dues: one.dues.filter((due) => isCalm(one, people, Date.parse(due))) }));
}

/** Whether nobody who may hear of what is due changes anything about that time: what holds then is what held when it was planned. */
function isCalm(someone: Someone, people: readonly Someone[], due: number): boolean {
  const hearers = new Set([someone]);
  for (const { deeds } of hearers)
    for (const { substitute } of deeds.filter((one) => one.kind === "away"))
      for (const one of people) if (one.id === substitute) hearers.add(one);
  return [...hearers].every(({ deeds }) => deeds.every(({ at: done }) => Math.abs(done - due) > 6 * DAY_MS));
}

/** What holds of a person at a moment. */
export interface Holding extends Rhythm {
  readonly since: number;
  readonly quiet: boolean;
  readonly away: { readonly until: string; readonly substitute: string | null } | undefined;
}

export function holdingAt({ timeZone, weekly: chosen, roles, deeds }: Someone, moment: number): Holding {
  let holding: Holding = {
    ...(chosen ?? { weekday: 1, hour: roles.includes("salesperson") ? 7 : 9 }),
    timeZone,
    since: START,
    quiet: false,
    away: undefined,
  };
  for (const done of deeds.filter((one) => one.at <= moment)) {
    if (done.kind === "rhythm") holding = { ...holding, ...done.weekly, since: done.at };
    if (done.kind === "zone") holding = { ...holding, timeZone: done.timeZone, since: done.at };
    if (done.kind === "quiet") holding = { ...holding, quiet: done.quiet };
    if (done.kind === "away") holding = { ...holding, away: { until: done.until, substitute: done.substitute } };
  }
  return holding;
}

export function isAway({ away, timeZone }: Holding, moment: number): boolean {
  return away !== undefined && away.until >= wallClock(moment, timeZone).date;
}

/** When a team is closed. That Christmas is too is said early enough to hold for all that lies in it. */
export function teamClosed(team: string): Closed {
  const { ranges } = team === OWN_TEAM ? OWN_CLOSED : COMPANY_CLOSED;
  return (date) => ranges.some(({ from, to }) => from <= date && date <= to);
}

/** Closed for a person: when all their teams are; the company's weeks where they have none. */
export function closedFor({ teams }: Someone): Closed {
  const calendars = (teams.length === 0 ? ["none"] : teams).map(teamClosed);
  return (date) => calendars.every((isClosed) => isClosed(date));
}

/** The team whose action is due: a person's first, or one of which they have become no member. */
export function actionTeam({ teams }: Someone): string {
  return teams[0] ?? "team-0";
}
