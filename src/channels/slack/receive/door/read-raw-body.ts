import type { IncomingMessage } from "node:http";

/** Slack's largest are a message's blocks told back with a tap: a few hundred kilobytes. */
export const LARGEST_BODY = 1024 * 1024;
/** What is too large is still read away up to here, so that the sender hears why it was refused. */
const READ_AWAY = 8 * LARGEST_BODY;

/** The body as it came, for the signature. "too-large" over the limit; undefined when the sender went away. */
export function readRawBody(request: IncomingMessage): Promise<string | "too-large" | undefined> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length <= LARGEST_BODY) chunks.push(chunk);
      else {
        chunks.length = 0;
        if (length > READ_AWAY) request.destroy();
      }
    });
    request.on("end", () => resolve(length > LARGEST_BODY ? "too-large" : Buffer.concat(chunks).toString("utf8")));
    request.on("close", () => resolve(undefined));
    request.on("error", () => resolve(undefined));
  });
}
