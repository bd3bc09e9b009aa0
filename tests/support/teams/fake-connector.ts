import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";

/** A request that the connector got. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: { readonly [key: string]: unknown };
}

/** A message as it stands in a conversation (";messageid=…" where it is a thread's). */
export interface Standing {
  readonly id: string;
  readonly conversation: string;
  body: Call["body"];
}

interface Fault {
  readonly method?: string;
  /** A part of the path. */
  readonly path?: string;
  /** Undefined: the connection is cut. */
  readonly status?: number;
  readonly body?: object;
  readonly headers?: { readonly [name: string]: string };
  /** Done, but its answer is lost. */
  readonly applied?: boolean;
  /** Never answered. */
  readonly silent?: boolean;
  times: number;
}

export interface RosterMember {
  readonly id: string;
  readonly name: string;
  readonly tenantId: string;
  readonly userRole?: string;
  readonly userPrincipalName?: string;
}

interface Ways {
  /** Teams numbers messages by the millisecond. */
  readonly now?: () => number;
  /** The private chat with a user whom Luotsi speaks to first. */
  readonly chatOf?: (user: string) => string;
}

/** Stands in for the Bot Connector behind a service URL: takes messages and edits, knows a roster and a team's channels, and fails when told to. */
export async function startFakeConnector(
  members: readonly RosterMember[],
  { now = () => 1_795_420_000_000, chatOf = () => "a:1OpenedByLuotsi" }: Ways = {},
) {
  const calls: Call[] = [];
  const faults: Fault[] = [];
  const standing: Standing[] = [];
  let lastId = 0;

  const server = createServer(async (request, response) => {
    const call = await readCall(request);
    const fault = faults.find((one) => one.times > 0 && meets(one, call));
    if (fault) fault.times -= 1;
    if (!fault || fault.applied) calls.push(call);
    if (fault?.applied) route(call);
    if (fault?.silent) return;
    if (fault && fault.status === undefined) return request.socket.destroy();
    const [status, answer] = fault ? [fault.status ?? 500, fault.body ?? {}] : route(call);
    response.writeHead(status, { "content-type": "application/json", ...fault?.headers }).end(JSON.stringify(answer));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;

  function route({ method, path, body }: Call): readonly [number, object] {
    if (method === "GET") return path.startsWith("/v3/teams/") ? aboutTeam(path) : aboutMembers(path);
    if (path === "/v3/conversations") return [201, { id: chatOf(firstMember(body)) }];
    const id = nextId();
    const [, conversation = "", edited] = /^\/v3\/conversations\/(.+)\/activities(?:\/([^/]+))?$/.exec(path) ?? [];
    const stands = standing.find((one) => one.id === edited);
    if (stands) stands.body = body;
    else if (body.type === "message") standing.push({ id, conversation, body });
    return [method === "POST" ? 201 : 200, { id }];
  }

  function nextId(): string {
    lastId = Math.max(lastId + 1, now());
    return `${lastId}`;
  }

  function aboutMembers(path: string): readonly [number, object] {
    if (path.includes("/pagedMembers")) return page(path);
    const found = members.find(({ id }) => path.endsWith(`/members/${id}`));
    return found ? [200, found] : [404, { error: { code: "MemberNotFoundInConversation" } }];
  }

  /** Two to a page, so that whoever reads the roster has to turn it. */
  function page(path: string): readonly [number, object] {
    const at = Number(new URL(path, "http://x").searchParams.get("continuationToken") ?? 0);
    const more = at + 2 < members.length ? { continuationToken: `${at + 2}` } : {};
    return [200, { members: members.slice(at, at + 2), ...more }];
  }

  return {
    serviceUrl: `http://127.0.0.1:${port}/`,
    calls,
    /** The messages as they stand, in order. */
    standing,
    nextId,
    /** What was said, in order, typing signs left out. */
    said: () => calls.filter(({ body }) => body.type === "message"),
    fail: (fault: Omit<Fault, "times"> & { readonly times?: number }) => {
      faults.push({ times: 1, ...fault });
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function firstMember({ members }: Call["body"]): string {
  const [first]: unknown[] = Array.isArray(members) ? members : [];
  return typeof first === "object" && first !== null ? String(Reflect.get(first, "id")) : "";
}

function meets({ method, path }: Fault, call: Call): boolean {
  return (method ?? call.method) === call.method && call.path.includes(path ?? "");
}

async function readCall(request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString();
  const body: unknown = text === "" ? {} : JSON.parse(text);
  return {
    method: request.method ?? "",
    path: decodeURIComponent(request.url ?? ""),
    authorization: request.headers.authorization,
    body: typeof body === "object" && body !== null ? Object.fromEntries(Object.entries(body)) : {},
  };
}

function aboutTeam(path: string): readonly [number, object] {
  if (!path.endsWith("/conversations")) return [200, { name: "Koneosa" }];
  return [200, { conversations: [{ id: GENERAL }, { id: PLANNING, name: "Suunnittelu" }] }];
}

export const GENERAL = "19:general0123456789abcdef@thread.tacv2";
export const PLANNING = "19:planning0123456789abcdef@thread.tacv2";
