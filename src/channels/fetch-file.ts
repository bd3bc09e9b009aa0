import type { FetchedFile } from "./incoming.ts";

interface Fetching {
  readonly headers?: { readonly [name: string]: string };
  /** Bytes; a longer file is left. */
  readonly most: number;
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 60_000;

/**
 * Fetches a file that a person sent, and never more of it than `most` bytes. Follows no redirect: what it leads to was not looked at, and a platform
 * that wants a sign-in redirects to a page.
 */
export async function fetchFile(
  url: URL,
  { headers = {}, most, timeoutMs = TIMEOUT_MS }: Fetching,
): Promise<FetchedFile> {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(url, { headers, redirect: "manual", signal });
    const isPage = response.headers.get("content-type")?.startsWith("text/html") === true;
    if (!response.ok || isPage || !response.body) {
      await response.body?.cancel();
      return { kind: "unreachable" };
    }
    if (Number(response.headers.get("content-length") ?? 0) > most) {
      await response.body.cancel();
      return { kind: "too-large" };
    }
    return await gathered(response.body, most);
  } catch (error) {
    // Away, cut off or too slow: fetch throws a TypeError, the signal a DOMException.
    if (error instanceof TypeError || error instanceof DOMException) return { kind: "unreachable" };
    throw error;
  }
}

async function gathered(body: ReadableStream<Uint8Array>, most: number): Promise<FetchedFile> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body) {
    length += part.length;
    if (length > most) return { kind: "too-large" };
    parts.push(part);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return { kind: "bytes", bytes };
}
