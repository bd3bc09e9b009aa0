import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundle } from "../../tests/store/run-bundled.ts";
import { type ServerProcess, startServer } from "../support/server-process.ts";
import { askedIn, type Shown } from "./shown.ts";

/** Starts the floor of web.turn, which asks everyone six times the given question. */
export async function startBareServer(folder: string, question: Shown): Promise<ServerProcess> {
  const child = await bundle("bench/web/bare-server-child.ts");
  const asked = join(folder, "question.json");
  mkdirSync(folder);
  const step = askedIn(question)?.step ?? "";
  const template = JSON.stringify({ ...question, id: "MESSAGE", room: "private:PERSON" }).replaceAll(step, "STEP");
  writeFileSync(asked, template);
  try {
    return await startServer({ args: [child.file], path: "/", environment: { DATA_DIR: folder, QUESTION: asked } });
  } finally {
    child.remove();
  }
}
