import { spawn } from "node:child_process";
import { once } from "node:events";

/** What `npm start` runs first. */
export async function buildApp(): Promise<void> {
  const [code] = await once(spawn(process.execPath, ["scripts/build.mjs"], { stdio: "inherit" }), "exit");
  if (code !== 0) throw new Error("Luotsi could not be built");
}

/** What `npm start` runs then. */
export const APP = "dist/main.js";
