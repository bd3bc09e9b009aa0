// Opens a store in a fresh process and reads one document: open-child.mjs ours|raw FOLDER ID → {"milliseconds", "rssMegabytes"}
import { join } from "node:path";
import Database from "libsql";
import { openEmbeddedStore } from "../../src/store/embedded/open-embedded-store.ts";
import { tableOf } from "../../src/store/embedded/tables.ts";
import { cards } from "../../tests/store/sample.ts";

const [, , which, folder = "", id = ""] = process.argv;

async function ours(): Promise<void> {
  const store = await openEmbeddedStore({ folder, collections: [cards] });
  if (!(await store.get(cards, id))) throw new Error(`${id} is not there`);
}

function raw(): void {
  const database = new Database(join(folder, "luotsi.db"));
  if (!database.prepare(`SELECT doc FROM ${tableOf(cards)} WHERE _id = ?`).get([id]))
    throw new Error(`${id} is not there`);
}

const from = performance.now();
if (which === "ours") await ours();
else raw();
const milliseconds = performance.now() - from;
console.log(JSON.stringify({ milliseconds, rssMegabytes: process.memoryUsage.rss() / 1e6 }));
process.exit(0);
