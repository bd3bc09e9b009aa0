import { z } from "zod";
import { collection } from "../../store/collection.ts";

/** Milliseconds since 1970; null: never, or not now. */
const moment = z.number().nullable();

/** A job of Agenda's in our own store: what of its parameters (agenda, JobParameters) a job without forks and debouncing has. */
export const jobSchema = z.strictObject({
  _id: z.string(),
  name: z.string(),
  /** single: one job of that name, whoever asks for it. */
  type: z.enum(["normal", "single"]),
  priority: z.number(),
  data: z.json(),
  nextRunAt: moment,
  lockedAt: moment,
  lastRunAt: moment,
  lastFinishedAt: moment,
  failedAt: moment,
  failCount: z.int().nullable(),
  failReason: z.string().nullable(),
  repeatInterval: z.union([z.string(), z.number()]).nullable(),
  repeatTimezone: z.string().nullable(),
  repeatAt: z.string().nullable(),
  startDate: moment,
  endDate: moment,
  skipDays: z.array(z.int()).nullable(),
  progress: z.number().nullable(),
  disabled: z.boolean(),
  /** The process that wrote it last. */
  lastModifiedBy: z.string().nullable(),
});
export type JobRecord = z.infer<typeof jobSchema>;

/** The clock's jobs on the embedded store. On MongoDB they lie in `agendaJobs`, which Agenda's own backend keeps. */
export const jobs = collection({
  name: "jobs",
  schema: jobSchema,
  indexes: [{ name: "name-due", fields: ["name", "disabled", "lockedAt", "nextRunAt"] }],
  queries: {
    all: { equals: [] },
    ofName: { equals: ["name"] },
    /** Asked with `lockedAt` null. */
    due: { equals: ["name", "disabled", "lockedAt"], range: "nextRunAt" },
    /** Locked long ago, by a process that is gone. */
    stale: { equals: ["name", "disabled"], range: "lockedAt" },
  },
});
