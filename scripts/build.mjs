// Bundles the server, the threads for files and the web chat's page into dist/: one file starts faster than two hundred, and Node 20 cannot read TypeScript.
// --if-changed: only when a file of src/, the lock file or this one is not as it was at the last build; `npm ci` builds, so `npm start` need not.
// --programs-to FOLDER: the server and its threads alone, into a folder of their own.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { "if-changed": { type: "boolean" }, "programs-to": { type: "string" } } });
const built = "dist/built-from";
const from = fingerprint();
if (values["if-changed"] && from === lastBuilt()) process.exit(0);

// After the look at what changed: loading it costs more than looking.
const { build } = await import("esbuild");
const onNode = {
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20.19",
  sourcemap: true,
  logLevel: "warning",
};
if (values["programs-to"] !== undefined) {
  await buildPrograms(values["programs-to"]);
  process.exit(0);
}

await rm("dist/chunks", { recursive: true, force: true });
const programs = buildPrograms("dist");
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
  outdir: "dist/web",
  logLevel: "warning",
});
const inter = "node_modules/@expo-google-fonts/inter";
const beside = [
  ["src/channels/web/page/index.html", "index.html"],
  [`${inter}/400Regular/Inter_400Regular.ttf`, "inter-400.ttf"],
  [`${inter}/600SemiBold/Inter_600SemiBold.ttf`, "inter-600.ttf"],
];
const copies = mkdir("dist/web", { recursive: true }).then(() =>
  Promise.all(beside.map(([from, name]) => copyFile(from, `dist/web/${name}`))),
);
await Promise.all([programs, page, copies]);
await writeFile(built, from);

function buildPrograms(outdir) {
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
  return Promise.all([server, threads]);
}

/** Path, size and time of every file that the build reads. */
function fingerprint() {
  const files = readdirSync("src", { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = [...files.map((entry) => join(entry.parentPath, entry.name)), "package-lock.json", "scripts/build.mjs"];
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
