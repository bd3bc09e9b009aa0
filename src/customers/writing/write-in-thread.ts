import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Rows } from "../exchange/export-customers.ts";
import { oneAtATime } from "../reading/one-at-a-time.ts";

/** Rows as the bytes of a workbook. */
export type WriteWorkbook = (rows: Rows) => Promise<Uint8Array>;

/** Writes workbooks in a thread beside this one, one at a time: ten thousand customers take seconds, in which others are answered. */
export function writeInThread(thread: string): WriteWorkbook {
  return oneAtATime(async (rows: Rows) => {
    const worker = new Worker(thread, { workerData: rows });
    try {
      const told: readonly Uint8Array[] = await once(worker, "message");
      const [bytes] = told;
      if (!bytes) throw new Error("The thread that writes workbooks said nothing.");
      return bytes;
    } finally {
      await worker.terminate();
    }
  });
}
