// The floor of web.turn: a bare server with as many durable writes a turn as Luotsi, of documents as large, and nothing between.
// node bare-server-child.mjs, with PORT, DATA_DIR and in QUESTION the file of one question's message as the page gets it.
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text as textOf } from "node:stream/consumers";
import { webMessages } from "../../src/channels/web/log/web-message.ts";
import { responses } from "../../src/rounds/response.ts";
import { openDatabaseFile } from "../../src/store/embedded/database-file.ts";
import { createGroupCommit } from "../../src/store/embedded/group-commit.ts";
import { prepareTables, tableOf } from "../../src/store/embedded/tables.ts";

/** How many bytes of text a document holds beside its indexed fields, as seen in a file that the bench left. */
const SIZES = { said: 100, question: 3_000, receipt: 600, response: 2_500 } as const;
const QUESTIONS = 6;

const file = await openDatabaseFile(process.env.DATA_DIR ?? "");
prepareTables(file, [webMessages, responses]);
const { database } = file;
const commits = createGroupCommit(database, (error) => error);
const upsert = (table: string) =>
  database.prepare(`INSERT INTO ${table} (_id, doc) VALUES (?, ?) ON CONFLICT (_id) DO UPDATE SET doc = excluded.doc`);
const put = { messages: upsert(tableOf(webMessages)), responses: upsert(tableOf(responses)) };
const question = readFileSync(process.env.QUESTION ?? "", "utf8");
const asked = new Map<string, number>();
const pages = new Map<string, ServerResponse>();
let seq = 0;

function putMessage(person: string, id: string, size: number): Promise<unknown> {
  const document = {
    _id: id,
    company: "playground",
    room: `private:${person}`,
    thread: null,
    startsThread: null,
    newestFirst: --seq,
    text: "x".repeat(size),
  };
  return commits.write(() => put.messages.run([id, JSON.stringify(document)]));
}

function putResponse(person: string): Promise<unknown> {
  const _id = `round/${person}`;
  const fields = { company: "playground", person, open: true, flow: "flow", round: "round", bucket: 1, sendAt: 1 };
  const document = { _id, ...fields, text: "x".repeat(SIZES.response) };
  return commits.write(() => put.responses.run([_id, JSON.stringify(document)]));
}

/** The question that a person sees, or the last word. */
function shown(person: string): string {
  const number = asked.get(person) ?? 0;
  const id = `${person}-${number}`;
  return number < QUESTIONS
    ? question.replaceAll("STEP", `step-${number}`).replace("MESSAGE", id).replace("PERSON", person)
    : JSON.stringify({ id, room: `private:${person}`, thread: null, from: { kind: "coach" }, text: "end", card: null });
}

async function answer(person: string, typed: boolean, response: ServerResponse): Promise<void> {
  const number = asked.get(person) ?? 0;
  if (typed) await putMessage(person, `${person}-said-${number}`, SIZES.said);
  await putResponse(person);
  response.setHeader("content-type", "application/json").end('{"kind":"taken"}');
  await putMessage(person, `${person}-${number}`, SIZES.receipt);
  asked.set(person, number + 1);
  await putMessage(person, `${person}-${number + 1}`, SIZES.question);
  pages.get(person)?.write(`data: {"kind":"message","message":${shown(person)}}\n\n`);
  await putResponse(person);
}

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, , , person = "", path = ""] = (request.url ?? "").split("/");
  if (path === "events") {
    pages.set(person, response);
    response.writeHead(200, { "content-type": "text/event-stream" }).write("retry: 1000\n\n");
    return;
  }
  if (path === "rooms") {
    response.setHeader("content-type", "application/json").end(`{"messages":[${shown(person)}]}`);
    return;
  }
  if (request.method !== "POST") {
    response.end("{}");
    return;
  }
  JSON.parse(await textOf(request));
  await answer(person, path === "say", response);
}

createServer((request, response) => void handle(request, response)).listen(Number(process.env.PORT), "127.0.0.1");
