import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type AgendaClockOptions, startAgendaClock } from "../../src/reminders/agenda/agenda-clock.ts";
import { storeBackend } from "../../src/reminders/agenda/job-backends.ts";
import { type JobRecord, jobs } from "../../src/reminders/agenda/job-record.ts";
import type { Clock } from "../../src/reminders/clock.ts";
import { openEmbeddedStore } from "../../src/store/embedded/open-embedded-store.ts";
import type { Store } from "../../src/store/store.ts";
import { type Faults, failingStore } from "../support/failing-store.ts";
import { soon } from "./agenda-opened.ts";

const HOUR_MS = 3_600_000;

describe("Agenda as the clock", () => {
  const faults: Faults = { away: false, loseAnswers: 0 };
  let folder: string;
  let store: Store;
  let clocks: Clock[];
  let logged: string[];
  let ticks: number;
  beforeEach(async () => {
    Object.assign(faults, { away: false, loseAnswers: 0 });
    folder = mkdtempSync(join(tmpdir(), "luotsi-clock-"));
    store = failingStore(await openEmbeddedStore({ folder, collections: [jobs] }), faults);
    [clocks, logged, ticks] = [[], [], 0];
  });
  afterEach(async () => {
    faults.away = false;
    await Promise.all(clocks.map((clock) => clock.stop()));
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function starts(options: Partial<AgendaClockOptions> = {}): Promise<Clock> {
    const clock = await startAgendaClock({
      backend: storeBackend(store),
      tick: async () => {
        // As the real one, it does nothing without the store.
        await allJobs();
        ticks += 1;
      },
      now: () => 0,
      process: `p${clocks.length}`,
      log: {
        warn: (_, text) => logged.push(`warn: ${text}`),
        error: (_, text) => logged.push(`error: ${text}`),
      },
      everyMs: 10,
      lockMs: 500,
      ...options,
    });
    clocks.push(clock);
    return clock;
  }
  /** The whole process stands still, as when it is stopped by a signal. */
  const holdUp = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
  const allJobs = () => store.find(jobs, { name: "all", equals: {} });
  const moreTicks = async (more = 3) => {
    const before = ticks;
    await soon(() => expect(ticks).toBeGreaterThan(before + more));
  };

  test("ticks again and again with the time that it is given, never two at once", async () => {
    let [under, most] = [0, 0];
    const times = new Set<number>();
    await starts({
      now: () => 42,
      tick: async (now) => {
        times.add(now);
        under += 1;
        most = Math.max(most, under);
        await sleep(3);
        under -= 1;
        ticks += 1;
      },
    });
    await moreTicks();
    expect({ most, times: [...times], logged }).toEqual({ most: 1, times: [42], logged: [] });
  });

  test("a tick that fails comes again, and is told of once until it works again", async () => {
    let failing = true;
    await starts({
      tick: async () => {
        ticks += 1;
        if (failing) throw new Error("a tick that fails");
      },
    });
    await moreTicks();
    failing = false;
    await soon(() => expect(logged).toHaveLength(2));
    await moreTicks();
    expect(logged).toEqual(["error: the clock's tick failed; it comes again", "warn: the clock ticks again"]);
  });

  test("a store that is away is told of once, and the clock goes on when it is back, whenever it went", async () => {
    await starts({ lockMs: 1_000 });
    for (let nth = 0; nth < 4; nth++) {
      await moreTicks();
      await sleep(nth * 3);
      logged = [];
      faults.away = true;
      await soon(() => expect(logged).toHaveLength(1));
      await sleep(60);
      faults.away = false;
      await moreTicks();
      expect(logged).toEqual(["error: the clock's tick failed; it comes again", "warn: the clock ticks again"]);
    }
  });

  test("an answer that the store lost stops nothing", async () => {
    await starts({ lockMs: 60 });
    for (let nth = 0; nth < 8; nth++) {
      faults.loseAnswers = 1 + (nth % 3);
      await moreTicks();
    }
  });

  test("stopping waits for the tick under way, and none begins afterwards", async () => {
    const events: string[] = [];
    let ends: () => void = () => undefined;
    const clock = await starts({
      tick: async () => {
        events.push("begins");
        await new Promise<void>((resolve) => {
          ends = resolve;
        });
        events.push("ends");
      },
    });
    await soon(() => expect(events).toEqual(["begins"]));
    const stopped = clock.stop().then(() => events.push("stopped"));
    await sleep(50);
    expect(events).toEqual(["begins"]);
    ends();
    await stopped;
    await sleep(50);
    expect(events).toEqual(["begins", "ends", "stopped"]);
    expect(await allJobs()).toEqual([]);
  });

  test("stopping ends while the store is away", async () => {
    const clock = await starts();
    await moreTicks();
    faults.away = true;
    await clock.stop();
    faults.away = false;
    expect(logged).toContain("warn: the clock's job stays behind; a later start removes it");
  });

  test("a tick that takes longer than its lock keeps it, and is not given up", async () => {
    await starts({
      lockMs: 450,
      tick: async () => {
        await sleep(1_000);
        ticks += 1;
      },
    });
    await moreTicks(0);
    expect(logged).toEqual([]);
  });

  test("each process has its own clock: one that hangs does not hold up the others", async () => {
    let hanging = 0;
    let lets: () => void = () => undefined;
    await starts({
      tick: () => {
        hanging += 1;
        return new Promise<void>((resolve) => {
          lets = resolve;
        });
      },
    });
    await soon(() => expect(hanging).toBe(1));
    await starts();
    await moreTicks();
    lets();
  });

  test("a lock that ran out before its tick began, as when a laptop sleeps, does not stop the clock", async () => {
    await starts({ everyMs: 20, lockMs: 30 });
    for (let nth = 0; nth < 12; nth++) {
      await moreTicks(1);
      await sleep(nth);
      holdUp(60);
    }
    await moreTicks();
  });

  test("a job that is gone is made anew", async () => {
    await starts({ lockMs: 20 });
    for (let nth = 0; nth < 3; nth++) {
      await moreTicks();
      for (const { _id } of await allJobs()) await store.remove(jobs, _id);
    }
    await moreTicks();
    // On a slow machine the clock may just be making it anew once more.
    await soon(async () => expect(await allJobs()).toHaveLength(1));
  });

  test("a clock that was set back does not make the ticks wait for the time that it showed", async () => {
    await starts({ lockMs: 20 });
    await moreTicks();
    const later = Date.now() + HOUR_MS;
    for (const { _id } of await allJobs())
      await store.change(jobs, _id, { set: { nextRunAt: later, lockedAt: later } });
    await moreTicks();
  });

  test("jobs of processes that are gone are removed at a start, those of living ones are not", async () => {
    await starts();
    const [living] = await allJobs();
    if (!living) throw new Error("there is no job");
    const gone: JobRecord = {
      ...living,
      _id: "single tick gone",
      name: "tick gone",
      nextRunAt: Date.now() - 2 * HOUR_MS,
    };
    await store.insert(jobs, gone);
    await starts();
    expect((await allJobs()).map(({ name }) => name).sort()).toEqual(["tick p0", "tick p1"]);
  });
});
