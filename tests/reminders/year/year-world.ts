import { slotsAnew } from "../../../src/cadence/slots-anew.ts";
import { deliveries } from "../../../src/deliveries/due/delivery.ts";
import { BUCKETS, bucketOf } from "../../../src/deliveries/outbox.ts";
import { companies, memberships, type Person, people, teams } from "../../../src/people/records.ts";
import { actions } from "../../../src/plan/action.ts";
import { nextLook } from "../../../src/plan/next-look.ts";
import type { Change, Store } from "../../../src/store/store.ts";
import { sampleAction, takenBy } from "../../plan/sample-action.ts";
import { fc } from "../../support/properties.ts";
import {
  actionTeam,
  aFirm,
  CHRISTMAS_SAID,
  COMPANY_CLOSED,
  type Deed,
  DOWN,
  END,
  OWN_CLOSED,
  OWN_TEAM,
  type Someone,
  START,
  TEAMS,
} from "./firm.ts";
import { type Arrived, type Death, YearProcess } from "./year-process.ts";

const COMPANY = "firm";
const ALL_BUCKETS = Array.from({ length: BUCKETS }, (_, bucket) => bucket);
const TICK_MS = 2_000;
/** Luotsi looks every two seconds; while nothing can be due, this often must do here. */
const IDLE_MS = 12 * 3_600_000;

/** How a tick goes for one process: most often well. */
const fate = fc.oneof(
  { weight: 5, arbitrary: fc.constant(undefined) },
  {
    weight: 1,
    arbitrary: fc.record({
      atCall: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 200 })),
      carriedOut: fc.boolean(),
    }),
  },
);

/** A firm's year, from one moment at which something is due or done to the next, with two Luotsis on one store that die again and again. */
export class YearWorld {
  readonly people: readonly Someone[];
  readonly arrived: Arrived = new Map();
  readonly logged: string[] = [];
  deaths = 0;
  ticks = 0;
  #now = START;
  #nth = 0;
  #settledAt = START;
  readonly #moments: readonly number[];
  readonly #store: Store;
  readonly #fates: readonly (Death | undefined)[];
  readonly #pending: { readonly at: number; readonly does: () => Promise<unknown> }[];
  #processes: YearProcess[];
  #named = 0;

  /** `moments`: when something may be due. */
  constructor(store: Store, seed: number, moments: (people: readonly Someone[]) => readonly number[]) {
    this.#store = store;
    this.people = aFirm(seed);
    this.#moments = [...new Set(moments(this.people))].sort((a, b) => a - b);
    this.#fates = fc.sample(fate, { seed, numRuns: 997 });
    this.#pending = [
      ...this.people.flatMap(({ id, deeds }) =>
        deeds.map((deed) => ({ at: deed.at, does: () => this.#settles(id, deed) })),
      ),
      { at: CHRISTMAS_SAID, does: () => store.change(companies, COMPANY, { set: { closedWeeks: COMPANY_CLOSED } }) },
    ].sort((a, b) => a.at - b.at);
    this.#processes = [this.#another(), this.#another()];
  }

  async begin(): Promise<void> {
    const shared = { language: "fi", timeZone: "Europe/Helsinki" } as const;
    await this.#store.insert(companies, { _id: COMPANY, name: "Firma Oy", ...shared });
    for (const _id of TEAMS) {
      const own = _id === OWN_TEAM ? { closedWeeks: OWN_CLOSED } : {};
      await this.#store.insert(teams, { _id, company: COMPANY, name: _id, ...shared, channels: [], ...own });
    }
    await Promise.all(this.people.map((someone) => this.#joins(someone)));
    await Promise.all(this.people.map((someone) => this.#acts(someone)));
  }

  async #joins({ id, timeZone, weekly, roles, teams: among }: Someone): Promise<void> {
    const person: Person = { _id: id, company: COMPANY, name: id, language: "fi", timeZone, roles: [...roles] };
    await this.#store.insert(people, weekly ? { ...person, weekly } : person);
    for (const team of among)
      await this.#store.insert(memberships, { _id: `${team}/${id}`, company: COMPANY, team, person: id });
  }

  async #acts(someone: Someone): Promise<void> {
    for (const due of someone.dues) {
      const action = {
        company: COMPANY,
        team: actionTeam(someone),
        owners: takenBy(someone.id),
        due: { kind: "day", on: due },
        dueOn: due,
        createdAt: START,
        bucket: bucketOf(COMPANY),
      } as const;
      const _id = `${someone.id}/${due}`;
      await this.#store.insert(
        actions,
        sampleAction({ ...action, _id, nextLookAt: nextLook(sampleAction(action), START) }),
      );
    }
  }

  async lives(): Promise<void> {
    while (this.#now < END) {
      const again = await this.#tick();
      await this.#passes(again ? this.#now + TICK_MS : Math.max(await this.#nextMoment(), this.#now + TICK_MS));
    }
  }

  /** True when somebody died and what they had begun is to be looked at again. */
  async #tick(): Promise<boolean> {
    const [first, second] = this.#processes;
    // One alone, the other alone, or both at the same moment.
    const ticking = [this.#processes, [first], [second]][this.ticks % 3] ?? [];
    const ticks = ticking.map((process) => {
      this.ticks += 1;
      return process?.tick(this.#fates[this.ticks % this.#fates.length]);
    });
    await Promise.all(ticks);
    const living = this.#processes.filter(({ isDead }) => !isDead);
    const died = this.#processes.length - living.length;
    this.deaths += died;
    this.#processes = [...living, ...Array.from({ length: died }, () => this.#another())];
    return died > 0;
  }

  /** Time passes to that moment; what people settle meanwhile is settled at its time, and nothing of Luotsi runs while it is down. */
  async #passes(to: number): Promise<void> {
    const [first] = this.#pending;
    if (first && first.at <= to) {
      this.#pending.shift();
      this.#now = Math.max(this.#now, first.at);
      await first.does();
      this.#settledAt = this.#now;
      return;
    }
    this.#now = DOWN.find(({ from, to: up }) => from <= to && to < up)?.to ?? to;
  }

  /** When something may be due by the calendar, when a delivery is waiting for its time, and else every few hours. */
  async #nextMoment(): Promise<number> {
    const [delivery] = await this.#store.find(deliveries, {
      name: "claimable",
      equals: { bucket: ALL_BUCKETS },
      from: 0,
      limit: 1,
    });
    while ((this.#moments[this.#nth] ?? END) <= this.#now) this.#nth += 1;
    return Math.min(this.#moments[this.#nth] ?? END, delivery?.claimAt ?? END, this.#now + IDLE_MS, END);
  }

  async #settles(id: string, deed: Deed): Promise<void> {
    const standing = await this.#store.get(people, id);
    if (!standing) throw new Error(`${id} is gone`);
    await this.#store.change(people, id, {
      set: {
        ...settingOf(deed),
        ...(deed.kind === "rhythm" || deed.kind === "zone" ? slotsAnew(standing, this.#now) : {}),
      },
    });
  }

  #another(): YearProcess {
    this.#named += 1;
    return new YearProcess(
      {
        store: this.#store,
        arrived: this.arrived,
        logged: this.logged,
        now: () => this.#now,
        settledAt: () => this.#settledAt,
      },
      `process-${this.#named}`,
    );
  }
}

function settingOf(deed: Deed): NonNullable<Change["set"]> {
  switch (deed.kind) {
    case "rhythm":
      return { weekly: { ...deed.weekly } };
    case "zone":
      return { timeZone: deed.timeZone };
    case "away":
      return { away: { until: deed.until, substitute: deed.substitute } };
    case "quiet":
      return { quiet: deed.quiet };
    default:
      return deed satisfies never;
  }
}
