import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { FakeWorkspace } from "./fake-slack-workspace.ts";

/** One call as it arrived. */
export interface TakenCall {
  readonly method: string;
  readonly token: string | undefined;
  readonly args: { readonly [name: string]: unknown };
}

/** What becomes of one call instead of its plain answer. */
export type Fault = { /** Only of what goes to that channel. */ readonly to?: string } & (
  | { readonly kind: "answer"; readonly body: object }
  /** The error that Slack gives with ok: false. */
  | { readonly kind: "error"; readonly error: string; readonly with?: object }
  | { readonly kind: "limited"; readonly retryAfter: number }
  | { readonly kind: "status"; readonly status: number }
  /** The connection ends without an answer; `applied`: after the call was carried out. */
  | { readonly kind: "cut"; readonly applied?: boolean }
  /** Carried out, unless told otherwise, and never answered until the fake is closed. */
  | { readonly kind: "silent"; readonly applied?: boolean }
);

/** Slack's Web API over real HTTP, as far as Luotsi calls it: keeps messages, answers as told. */
export class FakeSlackApi {
  readonly calls: TakenCall[] = [];
  /** Bodies that came to `responseUrl`, by its last part. */
  readonly responses: { readonly name: string; readonly body: unknown }[] = [];
  readonly workspace = new FakeWorkspace(() => this.base);
  readonly #faults = new Map<string, Fault[]>();
  readonly #server = createServer((request, response) => void this.#take(request, response));

  static async start(): Promise<FakeSlackApi> {
    const fake = new FakeSlackApi();
    fake.#server.listen(0, "127.0.0.1");
    await once(fake.#server, "listening");
    return fake;
  }

  get origin(): string {
    const at = this.#server.address();
    return `http://127.0.0.1:${typeof at === "object" && at !== null ? at.port : 0}`;
  }

  /** For SLACK_API_URL. */
  get base(): string {
    return `${this.origin}/api/`;
  }

  responseUrl(name: string): string {
    return `${this.origin}/respond/${name}`;
  }

  /** The next calls of a method meet these, one each; "respond" names the response URLs, "upload" the place of files. */
  fault(method: string, ...faults: Fault[]): void {
    this.#faults.set(method, [...(this.#faults.get(method) ?? []), ...faults]);
  }

  callsOf(method: string): readonly TakenCall[] {
    return this.calls.filter((call) => call.method === method);
  }

  async close(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    if (this.#server.listening) await once(this.#server, "close");
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const body = Buffer.concat(chunks);
    const [, kind = "", name = ""] = (request.url ?? "").split("?")[0]?.split("/") ?? [];
    if (kind === "files") return this.#give(name, request, response);
    const method = kind === "api" ? name : kind;
    const carryOut = () => this.#carryOut(kind, name, request, body);
    const faults = this.#faults.get(method) ?? [];
    const isMet = ({ to }: Fault) => to === undefined || argsOf(request, body).channel === to;
    const fault = faults.find(isMet);
    if (fault) faults.splice(faults.indexOf(fault), 1);
    switch (fault?.kind) {
      case undefined:
        return answer(response, 200, carryOut());
      case "answer":
        carryOut();
        return answer(response, 200, fault.body);
      case "error":
        this.#note(kind, name, request, body);
        return answer(response, 200, { ok: false, error: fault.error, ...fault.with });
      case "limited":
        this.#note(kind, name, request, body);
        response.setHeader("retry-after", String(fault.retryAfter));
        return answer(response, 429, { ok: false, error: "ratelimited" });
      case "status":
        this.#note(kind, name, request, body);
        response.writeHead(fault.status).end("no JSON here");
        return;
      case "cut":
        if (fault.applied) carryOut();
        else this.#note(kind, name, request, body);
        request.socket.destroy();
        return;
      case "silent":
        if (fault.applied === false) this.#note(kind, name, request, body);
        else carryOut();
        return;
      default:
        return fault satisfies never;
    }
  }

  /** A file that somebody sent; without a token Slack leads to its sign-in. */
  #give(name: string, request: IncomingMessage, response: ServerResponse): void {
    const file = this.workspace.downloads.get(name);
    if (!file || !tokenOf(request)) response.writeHead(302, { location: `${this.origin}/signin` }).end();
    else response.writeHead(200, { "content-type": "application/octet-stream" }).end(file);
  }

  #note(kind: string, name: string, request: IncomingMessage, body: Buffer): TakenCall | undefined {
    if (kind !== "api") return undefined;
    const call = { method: name, token: tokenOf(request), args: argsOf(request, body) };
    this.calls.push(call);
    return call;
  }

  #carryOut(kind: string, name: string, request: IncomingMessage, body: Buffer): object {
    if (kind === "respond") {
      const redrawn = JSON.parse(body.toString("utf8"));
      this.responses.push({ name, body: redrawn });
      this.workspace.redraw(name, redrawn);
      return { ok: true };
    }
    if (kind === "upload") {
      this.workspace.uploads.set(name, body);
      return { ok: true };
    }
    const call = this.#note(kind, name, request, body);
    return call ? this.workspace.answer(call) : { ok: false, error: "unknown_method" };
  }
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8" }).end(JSON.stringify(body));
}

function tokenOf(request: IncomingMessage): string | undefined {
  return request.headers.authorization?.replace(/^Bearer /, "");
}

function argsOf(request: IncomingMessage, body: Buffer): { readonly [name: string]: unknown } {
  const text = body.toString("utf8");
  if (request.headers["content-type"]?.startsWith("application/json")) return JSON.parse(text);
  const entries = [...new URLSearchParams(text)].map(([name, value]) => [
    name,
    /^[[{]/.test(value) ? JSON.parse(value) : value,
  ]);
  return Object.fromEntries(entries);
}
