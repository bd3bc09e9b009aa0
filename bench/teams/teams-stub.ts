import { generateKeyPairSync, sign } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text as textOf } from "node:stream/consumers";
import { z } from "zod";
import { CLIENT_ID } from "./teams-people.ts";

/** A message as it stands in Teams. */
export interface TeamsStands {
  readonly conversation: string;
  readonly id: string;
  /** Its text, or what notices say of its card. */
  readonly text: string;
  readonly card: unknown;
  /** How often it was drawn anew. */
  readonly updated: number;
}

export interface TeamsStub {
  readonly serviceUrl: string;
  readonly metadataUrl: string;
  readonly loginUrl: string;
  /** A token as Teams sends it with every activity, good for an hour. */
  readonly token: string;
  /** Teams' clock: every id once, each later than those before. */
  nextId(): string;
  /** The next message that is posted to a conversation. To be asked before the activity that brings it is sent. */
  next(conversation: string): Promise<TeamsStands>;
  /** What stands in a conversation, in the order in which it was posted. */
  standing(conversation: string): readonly TeamsStands[];
  close(): Promise<void>;
}

const LONGEST_WAIT_MS = 20_000;
const activitySchema = z.object({
  type: z.string(),
  text: z.string().default(""),
  summary: z.string().default(""),
  attachments: z.array(z.object({ content: z.unknown() })).default([]),
});

/** A stand-in of Microsoft's login, keys and Bot Connector, which keeps what stands in every conversation. It lives in the process that drives the people. */
export async function startTeamsStub(): Promise<TeamsStub> {
  const conversations = new Map<string, Map<string, TeamsStands>>();
  const waiting = new Map<string, (message: TeamsStands) => void>();
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const keys = [{ ...publicKey.export({ format: "jwk" }), kid: "bench", use: "sig", alg: "RS256" }];
  let last = 0;

  function nextId(): string {
    last = Math.max(last + 1, Date.now());
    return `${last}`;
  }

  function post(conversation: string, body: string): string {
    const { type, text, summary, attachments } = activitySchema.parse(JSON.parse(body));
    const id = nextId();
    if (type !== "message") return id;
    const message = { conversation, id, text: text || summary, card: attachments[0]?.content, updated: 0 };
    const there = conversations.get(conversation) ?? new Map<string, TeamsStands>();
    conversations.set(conversation, there.set(id, message));
    const tell = waiting.get(conversation);
    waiting.delete(conversation);
    tell?.(message);
    return id;
  }

  function draw(conversation: string, id: string, body: string): boolean {
    const there = conversations.get(conversation);
    const message = there?.get(id);
    if (!there || !message) return false;
    const { text, summary, attachments } = activitySchema.parse(JSON.parse(body));
    const updated = message.updated + 1;
    there.set(id, { ...message, text: text || summary, card: attachments[0]?.content, updated });
    return true;
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await textOf(request);
    const path = decodeURIComponent((request.url ?? "").split("?")[0] ?? "");
    response.setHeader("content-type", "application/json");
    const [, conversation, id] = /^\/v3\/conversations\/(.+?)\/activities(?:\/([^/]+))?$/.exec(path) ?? [];
    if (path.endsWith("/keys")) response.end(JSON.stringify({ keys }));
    else if (path.endsWith("/oauth2/v2.0/token"))
      response.end(JSON.stringify({ token_type: "Bearer", expires_in: 3600, access_token: token }));
    else if (conversation === undefined) response.writeHead(404).end("{}");
    else if (request.method === "PUT")
      response.writeHead(draw(conversation, id ?? "", body) ? 200 : 404).end(`{"id":"${id}"}`);
    else response.writeHead(201).end(`{"id":"${post(conversation, body)}"}`);
  }

  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const base = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  const token = signed({ serviceurl: base });

  function signed(claims: object): string {
    const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
    const now = Math.floor(Date.now() / 1000);
    const payload = { iss: "https://api.botframework.com", aud: CLIENT_ID, nbf: now - 600, exp: now + 3600, ...claims };
    const text = `${encode({ alg: "RS256", typ: "JWT", kid: "bench" })}.${encode(payload)}`;
    return `${text}.${sign("RSA-SHA256", Buffer.from(text), privateKey).toString("base64url")}`;
  }

  return {
    serviceUrl: base,
    metadataUrl: `${base}/v1/.well-known/openidconfiguration`,
    loginUrl: base,
    token,
    nextId,
    next: (conversation) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(
          () => reject(new Error(`${conversation} waited ${LONGEST_WAIT_MS / 1000} s`)),
          LONGEST_WAIT_MS,
        );
        waiting.set(conversation, (message) => {
          clearTimeout(late);
          resolve(message);
        });
      }),
    standing: (conversation) => [...(conversations.get(conversation)?.values() ?? [])],
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
