import { toJobId } from "agenda";
import { expect, test } from "vitest";
import { HOUR_MS, named, type Opened } from "./agenda-opened.ts";

/** Who may run a job: taking, believing and releasing locks. */
export function locksContract({ aProcess, repository }: Opened): void {
  test("of many who want a job at the same moment, one gets it", async () => {
    const agenda = await aProcess();
    const name = named("locked");
    await agenda.schedule(new Date(), name, {});
    const stores = await Promise.all(Array.from({ length: 8 }, repository));
    const now = new Date();
    const deadline = new Date(now.getTime() - 1_000);
    const taken = await Promise.all(
      stores.map((store) => store.getNextJobToRun(name, now, deadline, undefined, undefined)),
    );
    expect(taken.filter((job) => job !== undefined)).toHaveLength(1);
  });

  test("a lock is taken only where there is none and the time is still the same", async () => {
    const agenda = await aProcess();
    const name = named("locked");
    const { attrs } = await agenda.schedule(new Date(Date.now() + HOUR_MS), name, {});
    const store = await repository();
    const { lockedAt: _, ...moved } = { ...attrs, nextRunAt: new Date() };
    expect(await store.lockJob(moved, undefined)).toBeUndefined();
    expect((await store.lockJob(attrs, undefined))?.lockedAt).toBeInstanceOf(Date);
    expect(await store.lockJob(attrs, undefined)).toBeUndefined();
    await store.unlockJob(attrs);
    expect(await store.lockJob(attrs, undefined)).toBeDefined();
  });

  test("a lock is believed until its deadline, and no longer", async () => {
    const agenda = await aProcess();
    const name = named("stale");
    await agenda.schedule(new Date(), name, {});
    const store = await repository();
    const next = (lockDeadline: Date) =>
      store.getNextJobToRun(name, new Date(), lockDeadline, undefined, { lastModifiedBy: "somebody" });
    expect(await next(new Date(Date.now() - 1_000))).toBeDefined();
    expect(await next(new Date(Date.now() - 1_000))).toBeUndefined();
    expect(await next(new Date(Date.now() + 1))).toMatchObject({ lastModifiedBy: "somebody" });
  });

  test("unlocking frees what waits; what runs once and has begun stays its runner's until all are freed", async () => {
    const agenda = await aProcess();
    const name = named("begun");
    const { attrs } = await agenda.schedule(new Date(), name, {});
    const store = await repository();
    const locked = await store.getNextJobToRun(name, new Date(), new Date(0), undefined, undefined);
    if (!locked?._id) throw new Error("the job was not taken");
    await store.saveJobState({ ...locked, nextRunAt: null }, undefined);
    const lockedAt = async () => (await store.getJobById(String(attrs._id)))?.lockedAt;
    await store.unlockJob(locked);
    expect(await lockedAt()).toBeInstanceOf(Date);
    await store.unlockJobs([locked._id]);
    expect(await lockedAt()).toBeUndefined();
  });

  test("a disabled job is not given out until it is enabled", async () => {
    const agenda = await aProcess();
    const name = named("disabled");
    await agenda.schedule(new Date(), name, {});
    const store = await repository();
    const next = () => store.getNextJobToRun(name, new Date(), new Date(0), undefined, undefined);
    expect(await agenda.disable({ name })).toBe(1);
    expect(await next()).toBeUndefined();
    expect((await agenda.queryJobs({ name, state: "paused" })).total).toBe(1);
    expect(await agenda.enable({ name })).toBe(1);
    expect(await next()).toBeDefined();
  });

  test("what is due earlier goes first, and of the same time what is more important", async () => {
    const agenda = await aProcess();
    const name = named("ordered");
    const at = Date.now() - 1_000;
    const save = (text: string, ms: number, priority: number) =>
      agenda.create(name, { text }).schedule(new Date(ms)).priority(priority).save();
    await save("second", at, 0);
    await save("third", at + 1, 10);
    await save("first", at, 10);
    const store = await repository();
    const texts: unknown[] = [];
    for (let nth = 0; nth < 3; nth++)
      texts.push((await store.getNextJobToRun(name, new Date(), new Date(0), undefined, undefined))?.data);
    expect(texts).toEqual([{ text: "first" }, { text: "second" }, { text: "third" }]);
  });

  test("a job that was removed while it ran is not brought back", async () => {
    const agenda = await aProcess();
    const name = named("removed");
    const { attrs } = await agenda.schedule(new Date(), name, {});
    const store = await repository();
    const locked = await store.getNextJobToRun(name, new Date(), new Date(0), undefined, undefined);
    if (!locked) throw new Error("the job was not taken");
    await agenda.cancel({ name });
    await expect(store.saveJobState(locked, undefined)).rejects.toThrow();
    expect(await store.saveJob({ ...attrs, data: {} }, undefined)).toMatchObject({ _id: attrs._id });
    expect(await store.getJobById(String(attrs._id))).toBeNull();
    expect(await store.getJobById(toJobId("0123456789abcdef01234567"))).toBeNull();
  });
}
