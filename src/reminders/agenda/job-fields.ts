import { type JobParameters, toJobId } from "agenda";
import { z } from "zod";
import type { JobRecord } from "./job-record.ts";

/** What a process notes on a job while it runs it: saving the job's settings never touches these. */
export function stateOf(job: JobParameters) {
  return {
    nextRunAt: millisecondsOf(job.nextRunAt),
    lockedAt: millisecondsOf(job.lockedAt),
    lastRunAt: millisecondsOf(job.lastRunAt),
    lastFinishedAt: millisecondsOf(job.lastFinishedAt),
    failedAt: millisecondsOf(job.failedAt),
    failCount: job.failCount ?? null,
    failReason: job.failReason ?? null,
    progress: job.progress ?? null,
  };
}

/** What whoever asked for a job has settled. Throws for what our own store's jobs do not know. */
export function settingsOf(job: JobParameters) {
  if (job.fork) throw new Error(`The job ${job.name} asks for a process of its own, which these jobs do not have.`);
  if (job.uniqueOpts?.debounce)
    throw new Error(`The job ${job.name} asks to be debounced, which these jobs cannot be.`);
  return {
    name: job.name,
    type: job.type,
    priority: job.priority,
    data: z.json().parse(job.data ?? null),
    nextRunAt: millisecondsOf(job.nextRunAt),
    repeatInterval: job.repeatInterval ?? null,
    repeatTimezone: job.repeatTimezone ?? null,
    repeatAt: job.repeatAt ?? null,
    startDate: millisecondsOf(job.startDate),
    endDate: millisecondsOf(job.endDate),
    skipDays: job.skipDays ?? null,
    disabled: job.disabled ?? false,
  };
}

/** A stored job as Agenda knows it. `DATA` is what the asker of the job put into it. */
export function jobOf<DATA = unknown>(record: JobRecord): JobParameters<DATA> & { _id: ReturnType<typeof toJobId> } {
  const { _id, name, type, priority, disabled, ...fields } = record;
  // What comes out is what Agenda's caller put in: the type is the caller's own.
  const data = (fields.data ?? undefined) as DATA;
  return {
    _id: toJobId(_id),
    name,
    type,
    priority,
    disabled,
    data,
    nextRunAt: fields.nextRunAt === null ? null : new Date(fields.nextRunAt),
    ...datesOf(fields),
    ...known({
      failCount: fields.failCount,
      failReason: fields.failReason,
      repeatInterval: fields.repeatInterval,
      repeatTimezone: fields.repeatTimezone,
      repeatAt: fields.repeatAt,
      skipDays: fields.skipDays,
      progress: fields.progress,
      lastModifiedBy: fields.lastModifiedBy,
    }),
  };
}

function datesOf({ lockedAt, lastRunAt, lastFinishedAt, failedAt, startDate, endDate }: Partial<JobRecord>) {
  const moments = known({ lockedAt, lastRunAt, lastFinishedAt, failedAt, startDate, endDate });
  return Object.fromEntries(Object.entries(moments).map(([field, at]) => [field, new Date(at)]));
}

/** Without the members that have no value: Agenda tells them by their absence. */
function known<T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const kept = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(kept) as { [K in keyof T]?: NonNullable<T[K]> };
}

function millisecondsOf(date: Date | string | null | undefined): number | null {
  return date ? new Date(date).getTime() : null;
}
