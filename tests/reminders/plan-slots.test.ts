import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { slotsAnew } from "../../src/cadence/slots-anew.ts";
import { deliveries } from "../../src/deliveries/due/delivery.ts";
import { createDirectories } from "../../src/people/directory.ts";
import { companies, type Person, people } from "../../src/people/records.ts";
import { planSlots } from "../../src/reminders/plan-slots.ts";
import type { Store } from "../../src/store/store.ts";
import { wallClock, ZONES } from "../cadence/wall-clock.ts";
import { type Faults, failingStore } from "../support/failing-store.ts";
import { dropJourneyStore, openJourneyStore } from "../support/journey-store.ts";
import { fc } from "../support/properties.ts";

const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;
const MONDAY = Date.parse("2027-02-08T07:00:00Z");

describe("the weekly messages whose time has come", () => {
  let folder: string;
  let store: Store;
  let logged: string[];
  let last = 0;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "luotsi-slots-"));
    store = await openJourneyStore(folder);
    logged = [];
  });
  afterEach(async () => {
    await store.close();
    await dropJourneyStore(folder);
  });

  async function aCompany(): Promise<string> {
    last += 1;
    const company = `company-${last}`;
    await store.insert(companies, { _id: company, name: company, language: "fi", timeZone: "Europe/Helsinki" });
    return company;
  }
  async function aPerson(company: string, name: string, fields: Partial<Person> = {}): Promise<string> {
    const person = { company, name, language: "fi", timeZone: "Europe/Helsinki", roles: ["member" as const] } as const;
    await store.insert(people, { ...person, ...fields, roles: [...person.roles], _id: `${company}-${name}` });
    return `${company}-${name}`;
  }
  /** One process: its own directories, its own way to the store. */
  function aProcess(clock: () => number, faults: Faults = { away: false, loseAnswers: 0 }) {
    const handle = failingStore(store, faults);
    const log = { error: (_: object, text: string) => logged.push(text) };
    const ports = { store: handle, directories: createDirectories(handle, clock), log };
    return { faults, plan: (limit?: number) => planSlots(ports, clock(), limit) };
  }
  async function planned(company: string) {
    const found = await store.find(deliveries, { name: "ofState", equals: { company, state: "planned" } });
    return found.map(({ person, about, dueAt }) => ({
      person: person.slice(company.length + 1),
      week: about.kind === "weekly" ? about.week : "",
      dueAt,
    }));
  }

  test("are planned when it has come, and only their people are read", async () => {
    const company = await aCompany();
    for (const name of ["a", "b", "c"]) await aPerson(company, name);
    await aPerson(company, "sells", { weekly: { weekday: 3, hour: 7 } });
    let now = MONDAY - 3 * HOUR_MS;
    const { plan } = aProcess(() => now);
    expect(await plan()).toBe(4);
    expect(await plan()).toBe(0);
    expect(await planned(company)).toEqual([]);
    now = MONDAY;
    expect(await plan()).toBe(3);
    expect(await plan()).toBe(0);
    expect(await planned(company)).toEqual(
      ["a", "b", "c"].map((person) => ({ person, week: "2027-W06", dueAt: MONDAY })),
    );
  });

  test("are planned in batches, the longest due first", async () => {
    const company = await aCompany();
    for (let nth = 0; nth < 7; nth++) await aPerson(company, `p${nth}`);
    let now = MONDAY - HOUR_MS;
    const { plan } = aProcess(() => now);
    expect([await plan(5), await plan(5), await plan(5)]).toEqual([5, 2, 0]);
    now = MONDAY;
    expect([await plan(5), await plan(5), await plan(5)]).toEqual([5, 2, 0]);
    expect(await planned(company)).toHaveLength(7);
  });

  test("do not come to people who are away, want quiet or have left; nor in closed weeks", async () => {
    const company = await aCompany();
    const away = { until: "2027-02-09", substitute: `${company}-substitute` };
    await aPerson(company, "substitute");
    await aPerson(company, "away", { away });
    await aPerson(company, "quiet", { quiet: true });
    await aPerson(company, "left", { leftAt: 1 });
    let now = MONDAY - HOUR_MS;
    const { plan } = aProcess(() => now);
    await plan();
    for (const later of [0, WEEK_MS]) {
      now = MONDAY + later;
      await plan();
    }
    const found = (await planned(company)).map(({ person, week }) => `${person} ${week}`);
    expect(found).toEqual(["substitute 2027-W06", "away 2027-W07", "substitute 2027-W07"]);
    const closedWeeks = { ranges: [{ from: "2027-02-22", to: "2027-02-28" }], through: 2027 };
    await store.change(companies, company, { set: { closedWeeks } });
    for (const later of [2 * WEEK_MS, 3 * WEEK_MS]) {
      now = MONDAY + later;
      await plan();
    }
    expect((await planned(company)).filter(({ week }) => week > "2027-W07").map(({ week }) => week)).toEqual([
      "2027-W09",
      "2027-W09",
    ]);
  });

  test("follow new settings from the next unsent week on", async () => {
    const company = await aCompany();
    const _id = await aPerson(company, "a");
    let now = MONDAY - HOUR_MS;
    const { plan } = aProcess(() => now);
    await plan();
    now = MONDAY;
    await plan();
    now = MONDAY + 2 * HOUR_MS;
    const standing = await store.get(people, _id);
    if (!standing) throw new Error("the person is gone");
    await store.change(people, _id, { set: { weekly: { weekday: 3, hour: 15 }, ...slotsAnew(standing, now) } });
    for (let days = 0; days < 12; days++) {
      await plan();
      now += 24 * HOUR_MS;
    }
    expect(await planned(company)).toEqual([
      { person: "a", week: "2027-W06", dueAt: MONDAY },
      { person: "a", week: "2027-W07", dueAt: Date.parse("2027-02-17T13:00:00Z") },
    ]);
  });

  test("follow what was changed without telling the clock, in time for the next of them", async () => {
    const company = await aCompany();
    const _id = await aPerson(company, "a", { weekly: { weekday: 5, hour: 9 } });
    let now = MONDAY - 2 * 24 * HOUR_MS;
    const { plan } = aProcess(() => now);
    await plan();
    await store.change(people, _id, { set: { weekly: { weekday: 1, hour: 9 } } });
    for (let hours = 0; hours < 5 * 24; hours++) {
      await plan();
      now += HOUR_MS;
    }
    expect(await planned(company)).toEqual([{ person: "a", week: "2027-W06", dueAt: MONDAY }]);
  });

  test("whose company cannot be read hold up nobody else and are told of seldom", async () => {
    await aPerson("no-company", "lost");
    const company = await aCompany();
    await aPerson(company, "a");
    let now = MONDAY - HOUR_MS;
    const { plan } = aProcess(() => now);
    await plan();
    expect([await plan(), logged.length]).toEqual([0, 1]);
    now = MONDAY;
    await plan();
    expect(await planned(company)).toHaveLength(1);
  });

  test("are planned once each, at each person's hour, by two processes that crash, lose answers and pause", async () => {
    const settings = fc.record({
      timeZone: fc.constantFrom(...ZONES),
      weekly: fc.option(fc.record({ weekday: fc.integer({ min: 1, max: 5 }), hour: fc.integer({ min: 0, max: 23 }) }), {
        nil: undefined,
      }),
    });
    const trouble = fc.constantFrom("none", "none", "none", "p crashes", "q crashes", "p loses", "q loses", "p rests");
    await fc.assert(
      fc.asyncProperty(
        fc.array(settings, { minLength: 2, maxLength: 6 }),
        fc.array(trouble, { minLength: 10, maxLength: 10 }),
        async (all, troubles) => {
          const company = await aCompany();
          let now = Date.parse("2027-03-08T00:00:00Z");
          for (const [nth, { weekly, timeZone }] of all.entries())
            await aPerson(company, `p${nth}`, { timeZone, ...(weekly ? { weekly } : {}) });
          const processes = { p: aProcess(() => now), q: aProcess(() => now) };
          const end = Date.parse("2027-04-12T00:00:00Z");
          for (let round = 0; now < end; round++, now += 5 * HOUR_MS) {
            await suffer(processes, troubles[round % troubles.length] ?? "none");
          }
          const found = await planned(company);
          const keys = found.map(({ person, week }) => `${person} ${week}`);
          expect(new Set(keys).size).toBe(keys.length);
          const weeks = ["2027-W11", "2027-W12", "2027-W13", "2027-W14"];
          for (const [nth, { weekly = { weekday: 1, hour: 9 }, timeZone }] of all.entries()) {
            const own = found.filter(({ person }) => person === `p${nth}`);
            expect(own.map(({ week }) => week)).toEqual(expect.arrayContaining(weeks));
            for (const { dueAt } of own)
              expect([weekly.hour, weekly.hour + 1]).toContain(wallClock(dueAt, timeZone).hour);
          }
        },
      ),
      { numRuns: 8 },
    );
    expect(logged).toEqual([]);
  }, 180_000);

  type Process = ReturnType<typeof aProcess>;
  async function suffer({ p, q }: { readonly p: Process; readonly q: Process }, trouble: string): Promise<void> {
    const sick = trouble.startsWith("p") ? p : q;
    if (trouble.endsWith("loses")) sick.faults.loseAnswers = 1;
    let writes = 0;
    if (trouble.endsWith("crashes"))
      sick.faults.beforeWrite = () => {
        writes += 1;
        if (writes > 1) sick.faults.away = true;
      };
    const plans = [q.plan(), ...(trouble.endsWith("rests") ? [] : [p.plan()])];
    await Promise.allSettled(plans);
    Object.assign(sick.faults, { away: false, loseAnswers: 0, beforeWrite: undefined });
    await q.plan();
  }
});
