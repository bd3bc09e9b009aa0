import { setTimeout as sleep } from "node:timers/promises";
import { backoffStrategies } from "agenda";
import { expect, test } from "vitest";
import { HOUR_MS, named, type Opened, soon } from "./agenda-opened.ts";

/** When jobs run: once, again and again, never, one for all, and once more after a failure. */
export function timesContract({ aProcess }: Opened): void {
  const idsOf = async (agenda: Awaited<ReturnType<typeof aProcess>>, name: string) =>
    (await agenda.queryJobs({ name })).jobs.map(({ _id }) => _id).sort();

  test("a job of a later time waits for it, runs once, and says so", async () => {
    const agenda = await aProcess();
    const name = named("once");
    const at = new Date(Date.now() + 150);
    const ranAt: number[] = [];
    agenda.define(name, async () => {
      ranAt.push(Date.now());
    });
    await agenda.schedule(at, name, { person: "p1" });
    await agenda.start();
    await soon(async () => {
      const [job] = (await agenda.queryJobs({ name })).jobs;
      expect(job).toMatchObject({ state: "completed", nextRunAt: null, data: { person: "p1" } });
    });
    await sleep(100);
    expect(ranAt).toHaveLength(1);
    expect(ranAt[0]).toBeGreaterThanOrEqual(at.getTime());
  });

  test("a repeated job runs again and again, and asking for it again makes no second one", async () => {
    const [one, other] = [await aProcess(), await aProcess()];
    const name = named("every");
    let runs = 0;
    one.define(name, async () => {
      runs += 1;
    });
    await one.every(30, name);
    await other.every(30, name);
    await one.start();
    await soon(() => expect(runs).toBeGreaterThanOrEqual(3));
    expect(await idsOf(one, name)).toHaveLength(1);
    await one.cancel({ name });
  });

  test("asking again for what repeats does not put off what is due", async () => {
    const agenda = await aProcess();
    const name = named("every");
    await agenda.every(HOUR_MS, name);
    const [before] = (await agenda.queryJobs({ name })).jobs;
    await sleep(5);
    await agenda.every(HOUR_MS, name);
    const [after] = (await agenda.queryJobs({ name })).jobs;
    expect(after?.nextRunAt).toEqual(before?.nextRunAt);
  });

  test("a cancelled job never runs; nothing asked cancels nothing", async () => {
    const agenda = await aProcess();
    const [kept, dropped] = [named("kept"), named("dropped")];
    const ran: string[] = [];
    for (const name of [kept, dropped]) {
      agenda.define(name, async (job) => {
        ran.push(`${job.attrs.name} ${JSON.stringify(job.attrs.data)}`);
      });
      for (const nth of [1, 2]) await agenda.schedule(new Date(Date.now() + 50), name, { nth, of: { name } });
    }
    expect(await agenda.cancel({})).toBe(0);
    expect(await agenda.cancel({ name: dropped })).toBe(2);
    expect(await agenda.cancel({ name: kept, data: { nth: 2, of: { name: kept } } })).toBe(1);
    await agenda.start();
    await soon(() => expect(ran).toHaveLength(1));
    await sleep(100);
    expect(ran).toEqual([`${kept} ${JSON.stringify({ nth: 1, of: { name: kept } })}`]);
  });

  test("a unique job is one however often it is saved: the last one counts, unless only the first shall", async () => {
    const agenda = await aProcess();
    const name = named("unique");
    const save = (person: string, text: string, insertOnly: boolean) =>
      agenda
        .create(name, { person, text })
        .unique({ "data.person": person }, { insertOnly })
        .schedule(new Date(Date.now() + HOUR_MS))
        .save();
    for (const text of ["one", "two", "three"]) {
      await save("p1", text, false);
      await save("p2", text, true);
    }
    const { jobs: found } = await agenda.queryJobs({ name });
    const data = found.map((job) => JSON.stringify(job.data)).sort();
    expect(data).toEqual(['{"person":"p1","text":"three"}', '{"person":"p2","text":"one"}']);
  });

  test("a failed job is tried again as often as its strategy says, and keeps what went wrong", async () => {
    const agenda = await aProcess();
    const name = named("failing");
    let runs = 0;
    agenda.define(
      name,
      async () => {
        runs += 1;
        throw new Error(`failure ${runs}`);
      },
      { backoff: backoffStrategies.constant({ delay: 10, maxRetries: 2 }) },
    );
    await agenda.schedule(new Date(), name, {});
    await agenda.start();
    await soon(async () => {
      const [job] = (await agenda.queryJobs({ name })).jobs;
      expect(job).toMatchObject({ state: "failed", failCount: 3, failReason: "failure 3", nextRunAt: null });
    });
    expect(runs).toBe(3);
  });

  test("a repeated job that fails comes again at its next time", async () => {
    const agenda = await aProcess();
    const name = named("failing");
    let runs = 0;
    agenda.define(name, async () => {
      runs += 1;
      if (runs === 1) throw new Error("the first time");
    });
    await agenda.every(30, name);
    await agenda.start();
    await soon(() => expect(runs).toBeGreaterThanOrEqual(3));
    await agenda.cancel({ name });
  });

  test("jobs are counted by name and state, and paged", async () => {
    const agenda = await aProcess();
    const name = named("listed");
    for (const nth of [1, 2, 3]) await agenda.schedule(new Date(Date.now() + nth * HOUR_MS), name, { nth });
    const overview = (await agenda.getJobsOverview()).find((one) => one.name === name);
    expect(overview).toMatchObject({ total: 3, scheduled: 3, running: 0, paused: 0 });
    const page = await agenda.queryJobs({ name, sort: { nextRunAt: "asc" }, skip: 1, limit: 1 });
    expect(page.total).toBe(3);
    expect(page.jobs.map(({ data }) => data)).toEqual([{ nth: 2 }]);
    expect((await agenda.queryJobs({ ids: await idsOf(agenda, name), data: { nth: 3 } })).total).toBe(1);
  });
}
