import type { IncomingMessage, ServerResponse } from "node:http";
import type { TeamsAccess, TeamsApp } from "../teams-app.ts";
import type { Answer } from "./receive-parts.ts";

export interface EndpointParts {
  readonly access: TeamsAccess;
  readonly app: TeamsApp;
  readonly log: { error(fields: object, text: string): void };
}

/** A Teams message is at most 100 KB; a form full of long answers is some more. */
const MOST_BYTES = 256 * 1024;

const NO_TOKEN: Answer = { status: 401, body: { error: "The request carries no token." } };
const NOT_LOCAL: Answer = { status: 401, body: { error: "Without credentials only this machine may come in." } };
const TOO_LARGE: Answer = { status: 413, body: { error: "The request is too large." } };
const NO_JSON: Answer = { status: 400, body: { error: "The request holds no JSON object." } };

/** What Teams posts activities to. Whatever comes is answered; a request without a token is refused before its body is read. */
export function createEndpoint(parts: EndpointParts) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      answer(response, await handle(parts, request));
    } catch (error) {
      // Who hangs up in the middle of a request gets no answer, and nothing is wrong.
      if (request.destroyed && !request.complete) return;
      parts.log.error({ err: error }, "a request to Teams' endpoint could not be handled");
      answer(response, { status: 503 });
    }
  };
}

async function handle({ access, app }: EndpointParts, request: IncomingMessage): Promise<Answer> {
  if ((request.url ?? "").split("?")[0] !== "/api/messages") return { status: 404, body: { error: "Nothing here." } };
  if (request.method !== "POST") return { status: 405, body: { error: "Teams posts its activities here." } };
  if (access.kind === "on-this-machine" && !isFromThisMachine(request)) return NOT_LOCAL;
  if (access.kind === "verified" && !/^Bearer \S/.test(request.headers.authorization ?? "")) return NO_TOKEN;
  const text = await readBody(request);
  if (text === undefined) return TOO_LARGE;
  const body = parse(text);
  if (typeof body !== "object" || body === null || Array.isArray(body)) return NO_JSON;
  return app.handle(request.headers.authorization ?? "", body);
}

/**
 * Another machine, a page in a browser that posts here, or a rebound DNS name: a page cannot send JSON elsewhere without asking first (CORS), and names itself
 * in Origin when it tries.
 */
function isFromThisMachine({ socket, headers }: IncomingMessage): boolean {
  const host = (headers.host ?? "").replace(/:\d+$/, "").toLowerCase();
  return (
    ["127.0.0.1", "::1", "::ffff:127.0.0.1"].includes(socket.remoteAddress ?? "") &&
    ["127.0.0.1", "localhost", "[::1]"].includes(host) &&
    headers.origin === undefined &&
    /^application\/json\b/i.test(headers["content-type"] ?? "")
  );
}

/** Undefined when it is too large: the rest of it is left unread, and the connection ends with the answer. Rejects when the sender hangs up. */
function readBody(request: IncomingMessage): Promise<string | undefined> {
  if (Number(request.headers["content-length"] ?? 0) > MOST_BYTES) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.byteLength;
      if (size <= MOST_BYTES) chunks.push(chunk);
      else {
        request.pause();
        resolve(undefined);
      }
    });
    request.once("end", () => resolve(Buffer.concat(chunks).toString("utf8")));
    request.once("error", reject);
    request.once("close", () => {
      if (!request.complete) reject(new Error("the sender hung up"));
    });
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Undefined is no object: refused like any other body that is none.
    return undefined;
  }
}

function answer(response: ServerResponse, { status, body }: Answer): void {
  if (response.headersSent || response.destroyed) return;
  const text = body === undefined ? "" : JSON.stringify(body);
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(text),
    ...(status === 503 ? { "retry-after": "2" } : {}),
    ...(status === 413 ? { connection: "close" } : {}),
  });
  response.end(text);
}
