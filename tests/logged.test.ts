import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import { readConfig } from "../src/config.ts";
import { type Running, start } from "../src/start.ts";

const folder = mkdtempSync(join(tmpdir(), "luotsi-logged-"));
let running: Running | undefined;
afterEach(async () => {
  await running?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const lineSchema = z.looseObject({ level: z.string(), msg: z.string() });

test("a session is told from its start to its stop: what runs, each turn and each sending, and nothing that was said", async () => {
  const lines: z.infer<typeof lineSchema>[] = [];
  const log = pino(
    { level: "debug", base: null, formatters: { level: (level) => ({ level }) } },
    { write: (line: string) => void lines.push(lineSchema.parse(JSON.parse(line))) },
  );
  const config = readConfig({ DATA_DIR: folder, PORT: "0", MONGODB_URI: "" });
  if (!config.ok) throw new Error(config.problems.join("\n"));
  running = await start({ config: config.value, log });
  const { address } = running;
  const get = async (path: string): Promise<unknown> => (await fetch(`${address}/api/${path}`)).json();
  const { people } = z.object({ people: z.array(z.object({ id: z.string() })) }).parse(await get("company"));
  const somebody = `people/${people[0]?.id}`;
  const { rooms } = z
    .object({ rooms: z.array(z.object({ id: z.string(), kind: z.string() })) })
    .parse(await get(`${somebody}/rooms`));
  const room = rooms.find(({ kind }) => kind === "private")?.id;
  const said = { eventId: "event-0001", room, thread: null, text: "mitä Virtasen Konepaja haluaa", at: Date.now() };
  const headers = { "content-type": "application/json" };
  const answer = await fetch(`${address}/api/${somebody}/say`, { method: "POST", headers, body: JSON.stringify(said) });
  expect(answer.status).toBe(200);
  await expect.poll(() => lines.map(({ msg }) => msg)).toContain("a message was sent");
  await running.stop();
  running = undefined;

  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync("package.json", "utf8")));
  expect(lines[0]).toMatchObject({
    level: "info",
    msg: "Luotsi runs",
    version,
    store: "embedded",
    folder,
    channels: ["web"],
  });
  expect(lines.find(({ msg }) => msg === "a turn was taken")).toMatchObject({
    level: "debug",
    kind: "said",
    company: "playground",
  });
  expect(lines.slice(-2)).toMatchObject([{ msg: "Luotsi stops" }, { level: "info", msg: "Luotsi has stopped" }]);
  expect(JSON.stringify(lines)).not.toMatch(/Virta|Korhonen|Satu /);
});
