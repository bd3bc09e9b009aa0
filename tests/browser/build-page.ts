import { basename } from "node:path";
import { build } from "esbuild";

/** The page as scripts/build.mjs makes it, in memory: file name → contents. */
export async function buildPage(): Promise<ReadonlyMap<string, Uint8Array>> {
  const built = await build({
    entryPoints: { page: "src/channels/web/page/page.tsx", index: "src/channels/web/page/index.html" },
    bundle: true,
    platform: "browser",
    format: "esm",
    target: "es2022",
    minify: true,
    jsx: "automatic",
    jsxImportSource: "preact",
    loader: { ".html": "copy" },
    outdir: "built",
    write: false,
    logLevel: "warning",
  });
  return new Map(built.outputFiles.map((file) => [basename(file.path), file.contents]));
}
