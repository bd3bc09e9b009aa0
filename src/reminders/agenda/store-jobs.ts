import { createHash, randomUUID } from "node:crypto";
import type { JobParameters, JobRepository, JobRepositoryOptions, RemoveJobsOptions } from "agenda";
import type { Json, Store } from "../../store/store.ts";
import { jobOf, settingsOf, stateOf } from "./job-fields.ts";
import { matchesAsked, matchesUnique } from "./job-matching.ts";
import { type JobRecord, jobs } from "./job-record.ts";
import { jobsFound, overviewOf } from "./jobs-found.ts";

/** Jobs are few: what looks through all of them stops here. */
const MOST_JOBS = 10_000;
/** So many due jobs are looked at for one that nobody else takes at the same moment. */
const CANDIDATES = 50;

/** Agenda's jobs over the store's port. Every taking of a lock is one conditional change, so that of many processes one has it. */
export function storeJobs(store: Store): JobRepository {
  const all = () => store.find(jobs, { name: "all", equals: {}, limit: MOST_JOBS });
  const ofName = (name: string) => store.find(jobs, { name: "ofName", equals: { name }, limit: MOST_JOBS });

  async function matching(asked: RemoveJobsOptions): Promise<readonly JobRecord[]> {
    const candidates = asked.name === undefined ? await all() : await ofName(asked.name);
    return candidates.filter((record) => matchesAsked(record, asked));
  }

  async function setDisabled(asked: RemoveJobsOptions, disabled: boolean): Promise<number> {
    const changed = await Promise.all(
      (await matching(asked)).map(({ _id }) =>
        store.change(jobs, _id, { when: { disabled: !disabled }, set: { disabled } }),
      ),
    );
    return changed.filter(({ kind }) => kind === "changed").length;
  }

  async function removeAll(records: readonly JobRecord[]): Promise<number> {
    const removed = await Promise.all(records.map(({ _id }) => store.remove(jobs, _id)));
    return removed.filter(Boolean).length;
  }

  async function lock(record: JobRecord, lockedAt: number, by: string | undefined): Promise<JobRecord | undefined> {
    const taken = await store.change(jobs, record._id, {
      when: { lockedAt: record.lockedAt, nextRunAt: record.nextRunAt, disabled: false },
      set: { lockedAt, lastModifiedBy: by ?? null },
    });
    return taken.kind === "changed" ? taken.document : undefined;
  }

  /** Settles the job of that id, made if it is not there. */
  async function upsert(id: string, set: { readonly [field: string]: Json }, fresh: JobRecord): Promise<JobRecord> {
    const changed = await store.change(jobs, id, { set });
    if (changed.kind === "changed") return changed.document;
    return (await store.insert(jobs, fresh)) === "inserted" ? fresh : upsert(id, set, fresh);
  }

  async function save(job: JobParameters, by: string | undefined): Promise<JobRecord | undefined> {
    const settings = { ...settingsOf(job), lastModifiedBy: by ?? null };
    const fresh = (_id: string): JobRecord => ({ ...stateOf(job), ...settings, _id });
    if (job._id !== undefined) {
      const changed = await store.change(jobs, job._id, { set: settings });
      return changed.kind === "missing" ? undefined : changed.document;
    }
    if (job.type === "single") {
      const id = `single ${job.name}`;
      const { nextRunAt, ...others } = settings;
      // Asking again for what runs at once leaves its time alone: a start would else put off what is due.
      const asked = nextRunAt !== null && nextRunAt <= Date.now() ? others : settings;
      return upsert(id, asked, fresh(id));
    }
    if (job.unique) {
      const { unique } = job;
      const standing = (await ofName(job.name)).find((record) => matchesUnique(record, unique));
      const id = standing?._id ?? `unique ${digest([job.name, unique])}`;
      return upsert(id, job.uniqueOpts?.insertOnly ? {} : settings, fresh(id));
    }
    const record = fresh(randomUUID());
    await store.insert(jobs, record);
    return record;
  }

  return {
    connect: async () => undefined,

    queryJobs: async (options) => jobsFound(await all(), new Date(), options),

    getJobsOverview: async () => overviewOf(await all(), new Date()),

    getDistinctJobNames: async () => [...new Set((await all()).map(({ name }) => name))],

    async getJobById(id) {
      const record = await store.get(jobs, id);
      return record === undefined ? null : jobOf(record);
    },

    async getQueueSize() {
      const now = Date.now();
      return (await all()).filter(({ nextRunAt }) => nextRunAt !== null && nextRunAt < now).length;
    },

    removeJobs: async (asked) => removeAll(await matching(asked)),
    purgeAllJobs: async () => removeAll(await all()),
    disableJobs: (asked) => setDisabled(asked, true),
    enableJobs: (asked) => setDisabled(asked, false),

    async saveJob<DATA>(job: JobParameters<DATA>, options: JobRepositoryOptions | undefined) {
      const saved = await save(job, options?.lastModifiedBy);
      return saved === undefined ? job : jobOf<DATA>(saved);
    },

    async saveJobState(job, options) {
      const set = { ...stateOf(job), lastModifiedBy: options?.lastModifiedBy ?? null };
      const changed = job._id === undefined ? undefined : await store.change(jobs, job._id, { set });
      if (changed?.kind !== "changed") throw new Error(`The job ${job.name} is not there any more.`);
    },

    async lockJob(job, options) {
      if (job._id === undefined) return undefined;
      const free = { ...stateOf(job), lockedAt: null };
      const taken = await store.change(jobs, job._id, {
        when: { lockedAt: null, nextRunAt: free.nextRunAt, disabled: false },
        set: { lockedAt: Date.now(), lastModifiedBy: options?.lastModifiedBy ?? null },
      });
      return taken.kind === "changed" ? jobOf(taken.document) : undefined;
    },

    async unlockJob(job) {
      const standing = job._id === undefined ? undefined : await store.get(jobs, job._id);
      // A job that runs once and has begun has no next time: its lock is its runner's.
      if (!standing || standing.nextRunAt === null) return;
      await store.change(jobs, standing._id, { when: { nextRunAt: standing.nextRunAt }, set: { lockedAt: null } });
    },

    async unlockJobs(ids) {
      await Promise.all(ids.map((id) => store.change(jobs, id, { set: { lockedAt: null } })));
    },

    async getNextJobToRun(name, nextScanAt, lockDeadline, now, options) {
      const equals = { name, disabled: false };
      const [due, stale] = await Promise.all([
        store.find(jobs, {
          name: "due",
          equals: { ...equals, lockedAt: null },
          to: nextScanAt.getTime(),
          limit: CANDIDATES,
        }),
        store.find(jobs, { name: "stale", equals, to: lockDeadline.getTime(), limit: CANDIDATES }),
      ]);
      const lockedAt = (now ?? new Date()).getTime();
      for (const record of [...due, ...stale].sort(soonestFirst)) {
        const locked = await lock(record, lockedAt, options?.lastModifiedBy);
        if (locked) return jobOf(locked);
      }
      return undefined;
    },
  };
}

function soonestFirst(one: JobRecord, other: JobRecord): number {
  return (one.nextRunAt ?? 0) - (other.nextRunAt ?? 0) || other.priority - one.priority;
}

function digest(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("base64url");
}
