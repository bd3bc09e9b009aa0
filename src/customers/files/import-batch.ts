import { z } from "zod";
import { collection } from "../../store/collection.ts";

const count = z.int().min(0);

/** What would become of a file's rows. */
export const countsSchema = z.strictObject({
  new: count,
  update: count,
  same: count,
  nothing: count,
  withProblems: count,
});

/** Why nothing can be read from a file. */
export const refusalSchema = z.enum([
  "empty",
  "not-a-table",
  "old-excel",
  "too-large",
  "too-heavy",
  "too-many-rows",
  "broken",
  "no-names",
  "unreachable",
  "cut",
]);
export type FileRefusal = z.infer<typeof refusalSchema>;

/** A file of customers on its way into the register. Its bytes stand in pieces of their own until it is done. */
export const importBatchSchema = z.strictObject({
  _id: z.string(),
  company: z.string(),
  /** Whose file it is. */
  person: z.string(),
  name: z.string(),
  /** `ready`: the preview waits for a yes; `running`: somebody said it; `undoing`: whom it added are taken out again. */
  state: z.enum(["reading", "refused", "ready", "running", "done", "dropped", "undoing", "undone"]),
  refused: refusalSchema.nullable(),
  /** The columns that were understood, and the headings of those that were not, or whose meaning another had. */
  columns: z.array(z.string()),
  ignored: z.array(z.string()),
  doubled: z.array(z.string()),
  counts: countsSchema,
  /** What the first rows would change, a line each, as long as the preview waits: it may hold personal data. */
  changes: z.array(z.string()).default([]),
  /** How many pieces of bytes there are, and how many lines of problems. */
  pieces: count,
  problems: count,
  which: z.enum(["all", "good"]).nullable(),
  rows: count,
  /** So many rows of it are done. */
  done: count,
  added: count,
  updated: count,
  left: count,
  doneAt: z.number().nullable().default(null),
  /** The event that asked to undo it. */
  undoneBy: z.string().nullable().default(null),
  /** Of those it added, how many were not taken out again. */
  stayed: count.default(0),
  createdAt: z.number(),
  /** hash(company) mod 64, as in all that crosses companies. */
  bucket: z.int(),
  /** Until when the process that works on it is trusted to, or an answer to its preview is waited for; null when it is over. */
  heldUntil: z.number().nullable(),
});
export type ImportBatch = z.infer<typeof importBatchSchema>;

export const importBatches = collection({
  name: "importBatches",
  schema: importBatchSchema,
  indexes: [
    { name: "held", fields: ["bucket", "heldUntil"] },
    { name: "company-created", fields: ["company", "createdAt"] },
  ],
  queries: {
    /** Left by a process that is gone. */
    held: { equals: ["bucket"], range: "heldUntil" },
    ofCompany: { equals: ["company"], range: "createdAt" },
  },
});
