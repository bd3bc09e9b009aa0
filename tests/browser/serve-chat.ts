import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { builtPage } from "./build-page.ts";
import { company, FakeChat } from "./fake-chat.ts";

const TYPES = new Map([
  ["html", "text/html; charset=utf-8"],
  ["js", "text/javascript; charset=utf-8"],
  ["css", "text/css; charset=utf-8"],
  ["ttf", "font/ttf"],
]);
/** The same policy as the real server's (src/channels/web/server/guard.ts). */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export interface ServedChat {
  readonly chat: FakeChat;
  readonly address: string;
  /** "lose": posts are taken and their answers are lost; "refuse": 503; "mend": as usual. */
  trouble: "none" | "lose" | "refuse";
  /** A sentence with which the next posts are refused for good (400). */
  refusal: string | null;
  /** The server goes away, with all its connections. */
  stop(): Promise<void>;
  /** It is back at the same address. */
  start(): Promise<void>;
}

let page: Promise<ReadonlyMap<string, Uint8Array>> | undefined;

/** The page with a fake chat behind it, on a port of its own. */
export async function serveChat(): Promise<ServedChat> {
  page ??= builtPage();
  const files = await page;
  const chat = new FakeChat();
  let server: Server | undefined;
  let port = 0;
  const served: ServedChat = {
    chat,
    trouble: "none",
    refusal: null,
    get address() {
      return `http://127.0.0.1:${port}/`;
    },
    async stop() {
      if (server === undefined) return;
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
    async start() {
      server = createServer((request, response) => {
        answer(request, response, served, files).catch((error: unknown) => {
          console.error(error);
          response.destroy();
        });
      });
      server.listen(port, "127.0.0.1");
      await once(server, "listening");
      const at = server.address();
      if (typeof at === "object" && at !== null) port = at.port;
    },
  };
  await served.start();
  return served;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  served: ServedChat,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const url = new URL(request.url ?? "/", served.address);
  response.setHeader("content-security-policy", POLICY);
  if (request.method === "POST") return take(request, response, served, url);
  const [, api, people, person = "", what, room = "", kind, thread] = url.pathname.split("/").map(decodeURIComponent);
  if (api !== "api") return sendFile(response, files, url.pathname === "/" ? "index.html" : url.pathname.slice(1));
  if (people === "company") return sendJson(response, 200, company);
  if (what === "rooms" && room === "") return sendJson(response, 200, { rooms: served.chat.rooms(person) });
  if (what === "rooms") {
    const all = served.chat.messages(room, kind === "threads" ? (thread ?? null) : null);
    const before = Number(url.searchParams.get("before") ?? Number.POSITIVE_INFINITY);
    const older = all.filter((message) => message.seq < before);
    return sendJson(response, 200, { messages: older.slice(-50), more: older.length > 50 });
  }
  if (what === "events") return stream(response, served.chat, person);
  sendJson(response, 404, { sentence: "Sivua ei ole." });
}

async function take(request: IncomingMessage, response: ServerResponse, served: ServedChat, url: URL): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  if (served.trouble === "refuse") return sendJson(response, 503, { sentence: "Tallennus ei onnistu juuri nyt." });
  if (served.refusal !== null) return sendJson(response, 400, { sentence: served.refusal });
  const [, , , person = "", verb = ""] = url.pathname.split("/").map(decodeURIComponent);
  const body: { readonly [key: string]: unknown } = JSON.parse(Buffer.concat(chunks).toString("utf8"));
  const taken = await served.chat.take({ person, verb, body });
  if (served.trouble === "lose") response.destroy();
  else sendJson(response, 200, taken);
}

function stream(response: ServerResponse, chat: FakeChat, person: string): void {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  response.write(":\n\n");
  const listener: Parameters<FakeChat["listeners"]["set"]>[0] = (event) => {
    response.write(`data: ${JSON.stringify(event)}\n\n`);
  };
  chat.listeners.set(listener, person);
  response.on("close", () => chat.listeners.delete(listener));
}

function sendFile(response: ServerResponse, files: ReadonlyMap<string, Uint8Array>, name: string): void {
  const file = files.get(name);
  response.writeHead(file === undefined ? 404 : 200, {
    "content-type": TYPES.get(name.split(".").at(-1) ?? "") ?? "application/octet-stream",
  });
  response.end(file);
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}
