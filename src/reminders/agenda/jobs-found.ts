import { computeJobState, type JobsOverview, type JobsQueryOptions, type JobsResult, type JobsSort } from "agenda";
import { jobOf } from "./job-fields.ts";
import { matchesQuery } from "./job-matching.ts";
import type { JobRecord } from "./job-record.ts";

/** Those of these jobs that are asked for, with what state they are in, in order and by pages. */
export function jobsFound(records: readonly JobRecord[], now: Date, options: JobsQueryOptions = {}): JobsResult {
  const found = records
    .filter((record) => matchesQuery(record, options))
    .map((record) => {
      const job = jobOf(record);
      return { ...job, state: computeJobState(job, now) };
    })
    .filter(({ state, disabled }) => (options.state === "paused" ? disabled : (options.state ?? state) === state))
    .sort(inOrder(options.sort));
  const { skip = 0, limit = 0 } = options;
  return { jobs: found.slice(skip, limit > 0 ? skip + limit : undefined), total: found.length };
}

/** How many of each name are in which state. */
export function overviewOf(records: readonly JobRecord[], now: Date): JobsOverview[] {
  const overviews = new Map<string, JobsOverview>();
  for (const record of records) {
    const overview = overviews.get(record.name) ?? emptyOverview(record.name);
    overview.total += 1;
    overview[computeJobState(jobOf(record), now)] += 1;
    if (record.disabled) overview.paused += 1;
    overviews.set(record.name, overview);
  }
  return [...overviews.values()];
}

/** The latest first, unless told. Dates and numbers count as numbers, everything else as text. */
function inOrder(sort: JobsSort = { nextRunAt: "desc", lastRunAt: "desc" }) {
  const fields = Object.entries(sort);
  return (one: object, other: object): number => {
    for (const [field, direction] of fields) {
      const [a, b] = [sortable(one, field), sortable(other, field)];
      if (a !== b) return (a < b ? -1 : 1) * (direction === "asc" ? 1 : -1);
    }
    return 0;
  };
}

function sortable(job: object, field: string): number | string {
  const value: unknown = Object.getOwnPropertyDescriptor(job, field)?.value;
  if (value instanceof Date) return value.getTime();
  return typeof value === "number" ? value : typeof value === "string" ? value : 0;
}

function emptyOverview(name: string): JobsOverview {
  return { name, total: 0, running: 0, scheduled: 0, queued: 0, completed: 0, failed: 0, repeating: 0, paused: 0 };
}
