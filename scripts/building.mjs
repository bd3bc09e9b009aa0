// Bundles the server, the threads for files and the web chat's page into dist/: one file starts faster than two hundred, and Node 20 cannot read TypeScript.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

const built = "dist/built-from";
const onNode = {
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20.19",
  sourcemap: true,
  logLevel: "warning",
};

/** All that `npm start` needs. */
export async function buildAll() {
  const from = fingerprint();
  await rm("dist/chunks", { recursive: true, force: true });
  await Promise.all([buildPrograms("dist"), buildPage("dist/web")]);
  await writeFile(built, from);
}

/** Only when a file of src/, the lock file or this one is not as it was at the last build; `npm ci` builds, so `npm start` need not. */
export async function buildIfChanged() {
  if (fingerprint() !== lastBuilt()) await buildAll();
}

/** The server and its threads alone. */
export async function buildPrograms(outdir) {
  const { build } = await esbuild();
  const server = build({
    ...onNode,
    entryPoints: { main: "src/main.ts" },
    // What is loaded only where it is configured (Slack's SDK) stays in a file of its own.
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
    outdir,
  });
  const threads = build({
    ...onNode,
    entryPoints: {
      "reading-thread": "src/customers/reading/reading-thread.ts",
      "writing-thread": "src/customers/writing/writing-thread.ts",
    },
    outdir,
  });
  await Promise.all([server, threads]);
}

/** The web chat's page alone, with all that it loads. */
export async function buildPage(outdir) {
  const { build } = await esbuild();
  const page = build({
    entryPoints: { page: "src/channels/web/page/page.tsx" },
    bundle: true,
    platform: "browser",
    format: "esm",
    target: "es2022",
    minify: true,
    sourcemap: true,
    jsx: "automatic",
    jsxImportSource: "preact",
    external: ["/*.ttf"],
    outdir,
    logLevel: "warning",
  });
  const inter = "node_modules/@expo-google-fonts/inter";
  const beside = [
    ["src/channels/web/page/index.html", "index.html"],
    [`${inter}/400Regular/Inter_400Regular.ttf`, "inter-400.ttf"],
    [`${inter}/600SemiBold/Inter_600SemiBold.ttf`, "inter-600.ttf"],
  ];
  await mkdir(outdir, { recursive: true });
  await Promise.all([page, ...beside.map(([from, name]) => copyFile(from, join(outdir, name)))]);
}

/** Loaded where something is built: it costs more than the look at what changed. */
function esbuild() {
  return import("esbuild");
}

/** Path, size and time of every file that the build reads. */
function fingerprint() {
  const files = readdirSync("src", { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = [
    ...files.map((entry) => join(entry.parentPath, entry.name)),
    "package-lock.json",
    "scripts/building.mjs",
  ];
  const lines = paths.toSorted().map((path) => {
    const { size, mtimeMs } = statSync(path);
    return `${path} ${size} ${mtimeMs}`;
  });
  return createHash("sha256").update(lines.join("\n")).digest("hex");
}

function lastBuilt() {
  try {
    return readFileSync(built, "utf8");
  } catch {
    return undefined;
  }
}
