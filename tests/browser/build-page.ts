import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { build } from "esbuild";

const INTER = "node_modules/@expo-google-fonts/inter";
const BESIDE = [
  ["index.html", "src/channels/web/page/index.html"],
  ["inter-400.ttf", `${INTER}/400Regular/Inter_400Regular.ttf`],
  ["inter-600.ttf", `${INTER}/600SemiBold/Inter_600SemiBold.ttf`],
] as const;

/** The page as scripts/build.mjs makes it, in memory: file name → contents. */
export async function buildPage(): Promise<ReadonlyMap<string, Uint8Array>> {
  const built = await build({
    entryPoints: { page: "src/channels/web/page/page.tsx" },
    bundle: true,
    platform: "browser",
    format: "esm",
    target: "es2022",
    minify: true,
    jsx: "automatic",
    jsxImportSource: "preact",
    external: ["/*.ttf"],
    outdir: "built",
    write: false,
    logLevel: "warning",
  });
  const files = new Map(built.outputFiles.map((file) => [basename(file.path), file.contents]));
  for (const [name, from] of BESIDE) files.set(name, await readFile(from));
  return files;
}
