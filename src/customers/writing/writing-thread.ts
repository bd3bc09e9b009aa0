// The thread that writes one workbook: bundled into a file of its own, started by `writeInThread`.
import { parentPort, workerData } from "node:worker_threads";
import { exportXlsx, type Rows } from "../exchange/export-customers.ts";

const rows: Rows = workerData;
parentPort?.postMessage(await exportXlsx(rows));
