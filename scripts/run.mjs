// Runs one TypeScript file of the project: node scripts/run.mjs FILE [arguments…]
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";

const [file, ...args] = process.argv.slice(2);
if (!file) {
  console.error("node scripts/run.mjs FILE [arguments…]");
  process.exit(2);
}
const built = join("dist", "run", `${basename(file, ".ts")}-${process.pid}.mjs`);
await build({
  entryPoints: [file],
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20.19",
  sourcemap: "inline",
  outfile: built,
  logLevel: "warning",
});
const child = spawn(process.execPath, ["--enable-source-maps", ...process.execArgv, built, ...args], {
  stdio: "inherit",
});
child.on("exit", (code, signal) => {
  rmSync(built, { force: true });
  process.exit(signal ? 1 : (code ?? 1));
});
