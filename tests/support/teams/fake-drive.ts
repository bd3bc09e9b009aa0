import { once } from "node:events";
import { createServer } from "node:http";

/** Stands in for OneDrive: gives what people sent, takes what Luotsi saves. */
export async function startFakeDrive() {
  const files = new Map<string, Buffer>();
  const server = createServer(async (request, response) => {
    const name = decodeURIComponent((request.url ?? "/").slice(1));
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    if (request.method === "PUT") {
      files.set(name, Buffer.concat(chunks));
      return response.writeHead(request.headers["content-range"] ? 201 : 400).end();
    }
    const file = files.get(name);
    if (!file) return response.writeHead(404).end();
    return response.writeHead(200, { "content-type": "application/octet-stream" }).end(file);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    files,
    urlOf: (name: string) => `http://127.0.0.1:${port}/${encodeURIComponent(name)}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

export type FakeDrive = Awaited<ReturnType<typeof startFakeDrive>>;
