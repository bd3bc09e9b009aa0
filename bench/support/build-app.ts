import { spawn } from "node:child_process";
import { once } from "node:events";
import project from "../../package.json" with { type: "json" };

/** What `npm start` runs first. */
export async function buildApp(): Promise<void> {
  const [code] = await once(spawn(process.execPath, ["scripts/build.mjs"], { stdio: "inherit" }), "exit");
  if (code !== 0) throw new Error("Luotsi could not be built");
}

/** What `npm start` runs then, as node's arguments: with the flags that it gives to node. */
export const APP: readonly string[] = [
  ...project.scripts.start.split(" ").filter((word) => word.startsWith("--")),
  "dist/main.js",
];
