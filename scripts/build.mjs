// Bundles the server and the web chat's page into dist/: one file starts faster than two hundred, and Node 20 cannot read TypeScript.
import { copyFile, mkdir } from "node:fs/promises";
import { build } from "esbuild";

const server = build({
  entryPoints: { main: "src/main.ts" },
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20.19",
  sourcemap: true,
  outdir: "dist",
  logLevel: "warning",
});
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
  outdir: "dist/web",
  logLevel: "warning",
});
const index = mkdir("dist/web", { recursive: true }).then(() =>
  copyFile("src/channels/web/page/index.html", "dist/web/index.html"),
);
await Promise.all([server, page, index]);
