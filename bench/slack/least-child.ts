// What a turn costs with no coach in it: the signature, one durable write in shared commits, the acknowledgement, a posting and a redrawing.
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isValidSlackRequest } from "@slack/bolt";
import { z } from "zod";
import { parseBody } from "../../src/channels/slack/receive/door/parse-body.ts";
import { readRawBody } from "../../src/channels/slack/receive/door/read-raw-body.ts";
import { createWire } from "../../src/channels/slack/send/exchange.ts";
import { openDatabaseFile } from "../../src/store/embedded/database-file.ts";
import { createGroupCommit } from "../../src/store/embedded/group-commit.ts";
import { BOT_TOKEN, SIGNING_SECRET } from "./slack-people.ts";

/** As long as what stands of one person's answers, and as the blocks of a question. */
const DOCUMENT = JSON.stringify({ answers: "x".repeat(2_200) });
const BLOCKS = [{ type: "section", text: { type: "mrkdwn", text: "x".repeat(2_500) } }];
const TIMEOUT_MS = 10_000;
const typedSchema = z.object({ event_id: z.string(), event: z.object({ channel: z.string() }) });
const tappedSchema = z.object({ trigger_id: z.string(), user: z.object({ id: z.string() }) });
const eventSchema = z.union([
  typedSchema.transform(({ event_id, event: { channel } }) => ({ id: event_id, channel })),
  tappedSchema.transform(({ trigger_id, user: { id } }) => ({ id: trigger_id, channel: `D${id}` })),
]);

const folder = mkdtempSync(join(tmpdir(), "luotsi-bench-"));
const { database } = await openDatabaseFile(folder);
database.exec("CREATE TABLE documents (_id TEXT PRIMARY KEY NOT NULL, doc TEXT NOT NULL)");
const put = database.prepare<string[][]>("INSERT OR REPLACE INTO documents (_id, doc) VALUES (?, ?)");
const commits = createGroupCommit(database, (error) => error);
const wire = createWire();
const standing = new Map<string, unknown>();

async function call(method: string, args: object) {
  const body = JSON.stringify({ ...args, text: "x", blocks: BLOCKS });
  const url = `${process.env.SLACK_API_URL ?? ""}${method}`;
  const contentType = "application/json; charset=utf-8";
  const answered = await wire.send({ url, token: BOT_TOKEN, contentType, body, timeoutMs: TIMEOUT_MS });
  if (answered.kind !== "answered") throw new Error(`${method}: ${answered.kind}`);
  return answered.answer;
}

async function turn(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const raw = await readRawBody(request);
  const { headers } = request;
  const isSigned = (body: string) =>
    isValidSlackRequest({
      signingSecret: SIGNING_SECRET,
      body,
      headers: {
        "x-slack-signature": String(headers["x-slack-signature"]),
        "x-slack-request-timestamp": Number(headers["x-slack-request-timestamp"]),
      },
    });
  if (raw === undefined || raw === "too-large" || !isSigned(raw)) {
    response.writeHead(request.method === "POST" ? 401 : 404).end();
    return;
  }
  const { id, channel } = eventSchema.parse(parseBody(raw, headers["content-type"] ?? ""));
  await commits.write(() => put.run([id, DOCUMENT]));
  response.writeHead(200).end();
  const ts = standing.get(channel);
  const redrawn = ts === undefined ? undefined : call("chat.update", { channel, ts });
  standing.set(channel, (await call("chat.postMessage", { channel })).ts);
  await redrawn;
}

createServer((request, response) => void turn(request, response)).listen(Number(process.env.PORT), "127.0.0.1");
process.on("SIGTERM", () => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});
