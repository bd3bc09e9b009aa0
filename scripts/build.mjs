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
await Promise.all([server, page, copies]);
