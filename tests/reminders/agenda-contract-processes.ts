import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { named, type Opened, soon } from "./agenda-opened.ts";

/** Many that run jobs at once. */
export function processesContract({ aProcess, repository }: Opened): void {
  test("a job whose process is gone is run by another when its lock is stale", async () => {
    const [gone, alive] = [await repository(), await aProcess()];
    const name = named("abandoned");
    let runs = 0;
    alive.define(
      name,
      async () => {
        runs += 1;
      },
      { lockLifetime: 100 },
    );
    await alive.schedule(new Date(), name, {});
    expect(await gone.getNextJobToRun(name, new Date(), new Date(0), undefined, undefined)).toBeDefined();
    await alive.start();
    await soon(() => expect(runs).toBe(1));
  });

  test("never more of a kind run at once than may", async () => {
    const agenda = await aProcess();
    const name = named("concurrent");
    let [under, most, runs] = [0, 0, 0];
    agenda.define(
      name,
      async () => {
        under += 1;
        most = Math.max(most, under);
        await sleep(15);
        under -= 1;
        runs += 1;
      },
      { concurrency: 2 },
    );
    await Promise.all(Array.from({ length: 7 }, (_, nth) => agenda.schedule(new Date(), name, { nth })));
    await agenda.start();
    await soon(() => expect(runs).toBe(7));
    expect(most).toBe(2);
  });

  test("many processes share many jobs, each run once", async () => {
    const name = named("shared");
    const ran: number[] = [];
    const agendas = await Promise.all(Array.from({ length: 4 }, aProcess));
    for (const agenda of agendas)
      agenda.define<{ nth: number }>(name, async (job) => {
        ran.push(job.attrs.data.nth);
        await sleep(1);
      });
    const nths = Array.from({ length: 40 }, (_, nth) => nth);
    const [asker] = agendas;
    await Promise.all(nths.map((nth) => asker?.schedule(new Date(), name, { nth })));
    await Promise.all(agendas.map((agenda) => agenda.start()));
    await soon(() => expect(ran.length).toBeGreaterThanOrEqual(40));
    await sleep(60);
    expect(ran.toSorted((a, b) => a - b)).toEqual(nths);
  });
}
