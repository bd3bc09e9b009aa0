import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";

/** The port cannot be had; the message says what to do. */
export class ListenFailed extends Error {
  override readonly name = "ListenFailed";
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** A channel's part of the one HTTP server: every path that begins so ("/slack/"), or "/" for all that nobody else claims. */
export interface Claim {
  readonly prefix: string;
  readonly handle: Handler;
}

export interface HttpServer {
  /** Where it listens; the given port, or the free one that was found for port 0. */
  readonly port: number;
  /** Takes nothing new and resolves when what is under way has been answered; event streams are to be ended first. */
  close(): Promise<void>;
}

/** The one HTTP server. Rejects when the port cannot be had, with advice. */
export async function startHttp(host: string, port: number, claims: readonly Claim[]): Promise<HttpServer> {
  const byLength = [...claims].sort((one, other) => other.prefix.length - one.prefix.length);
  let closing = false;
  const server = createServer((request, response) => {
    // A page that asks again every second over a connection that it has would keep the server open for ever.
    response.once("finish", () => closing && request.socket.end());
    const claim = byLength.find(({ prefix }) => request.url?.startsWith(prefix));
    if (claim) void claim.handle(request, response);
    else response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("Nothing here.\n");
  });
  server.on("clientError", (_error, socket) => {
    if (!socket.writable) return;
    const body = "The request is not HTTP as this server reads it.\n";
    const head = `HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: ${body.length}`;
    socket.end(`${head}\r\n\r\n${body}`);
  });
  await listening(server, host, port);
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : port,
    close: () =>
      new Promise((resolve, reject) => {
        closing = true;
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeIdleConnections();
      }),
  };
}

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause) => {
      reject(new ListenFailed(adviceOn("code" in cause ? cause.code : undefined, host, port), { cause }));
    });
    server.listen(port, host, resolve);
  });
}

function adviceOn(code: unknown, host: string, port: number): string {
  if (code === "EADDRINUSE")
    return `Port ${port} is in use, perhaps by another Luotsi. Stop it, or set PORT to a free one.`;
  if (code === "EACCES") return `Cannot listen on ${host}:${port}. Set PORT to another one.`;
  // The name leads nowhere, or the address is another machine's.
  return `Cannot listen on ${host}. Set HOST to an address of this machine, such as 127.0.0.1 or 0.0.0.0.`;
}
