import { on } from "node:events";
import { Worker } from "node:worker_threads";
import type { DraftRow } from "../exchange/draft.ts";
import type { Reading } from "../exchange/read-rows.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import type { CustomerFile, ReadCustomers } from "./read-customers.ts";

export interface Task {
  readonly bytes: Uint8Array;
  readonly reading: Reading;
}

/** What the thread tells: first the file without its rows and how many they are, then rows as often as it is asked for more. */
export type Part =
  | { readonly kind: "file"; readonly file: CustomerFile; readonly count: number }
  | { readonly kind: "rows"; readonly rows: readonly DraftRow[] };

interface Limits {
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** By measure 50,000 rows of 24 columns take a third of the one and less than 256 megabytes, on a busy machine. */
const LIMITS: Limits = { milliseconds: 40_000, megabytes: 384 };
const TOO_HEAVY = { kind: "refused", why: "too-heavy", headings: [] } as const;

/** Reads files in a thread beside this one, one at a time: meanwhile others are answered. What takes too long or too much memory is refused as too heavy. */
export function readInThread(thread: string, limits: Limits = LIMITS): ReadCustomers {
  return oneAtATime((bytes, reading) => readOne(thread, { bytes, reading }, limits));
}

async function readOne(thread: string, task: Task, { milliseconds, megabytes }: Limits): Promise<CustomerFile> {
  const worker = new Worker(thread, { workerData: task, resourceLimits: { maxOldGenerationSizeMb: megabytes } });
  const tooLong = setTimeout(() => void worker.terminate(), milliseconds);
  try {
    return await gathered(worker);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY") return TOO_HEAVY;
    throw error;
  } finally {
    clearTimeout(tooLong);
    await worker.terminate();
  }
}

/** Part after part, each asked for when the one before has been taken in. */
async function gathered(worker: Worker): Promise<CustomerFile> {
  const rows: DraftRow[] = [];
  let file: CustomerFile | undefined;
  let count = 0;
  for await (const [told] of on(worker, "message", { close: ["exit"] })) {
    const part: Part = told;
    if (part.kind === "file") ({ file, count } = part);
    else rows.push(...part.rows);
    if (file && rows.length >= count) return file.kind === "rows" ? { ...file, rows } : file;
    worker.postMessage("more");
  }
  return TOO_HEAVY;
}
