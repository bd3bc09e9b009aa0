// The thread that reads one file: bundled into a file of its own, started by `readInThread`.
import { parentPort, workerData } from "node:worker_threads";
import { readCustomers } from "./read-customers.ts";
import type { Part, Task } from "./read-in-thread.ts";

/** So many rows are unpacked in a few milliseconds where they arrive. */
const ROWS_A_PART = 500;

const { bytes, reading }: Task = workerData;
const file = await readCustomers(bytes, reading);
const rows = file.kind === "rows" ? file.rows : [];
let sent = 0;

parentPort?.on("message", () => {
  const part = rows.slice(sent, sent + ROWS_A_PART);
  sent += part.length;
  tell({ kind: "rows", rows: part });
});
tell({ kind: "file", file: file.kind === "rows" ? { ...file, rows: [] } : file, count: rows.length });

function tell(part: Part): void {
  parentPort?.postMessage(part);
}
