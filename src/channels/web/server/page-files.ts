import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Refusal } from "./refusal.ts";

const TYPES: { readonly [ending: string]: string } = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  map: "application/json",
  svg: "image/svg+xml",
  ttf: "font/ttf",
};

/** One file of the built page. Names hold no slash and no leading dot, so nothing outside the folder is reached. */
export async function pageFile(folder: string, name: string): Promise<Response> {
  const ending = /^[a-z0-9][a-z0-9.-]*\.([a-z]+)$/.exec(name)?.[1] ?? "";
  const type = TYPES[ending];
  const bytes = type === undefined ? undefined : await readIfThere(join(folder, name));
  if (bytes === undefined || type === undefined) throw new Refusal(404, (say) => say("web.server.noPath"));
  return new Response(new Uint8Array(bytes), { headers: { "content-type": type, "cache-control": "no-cache" } });
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "EISDIR"))
      return undefined;
    throw error;
  }
}
