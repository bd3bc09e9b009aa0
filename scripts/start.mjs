// What `npm start` runs: builds where something changed, and is Luotsi.
import { buildIfChanged } from "./building.mjs";

// npm tells of SIGTERM its shell alone, and a shell that dies tells nobody: whoever lost it stops as if told.
if (process.env.npm_lifecycle_event !== undefined) {
  const shell = process.ppid;
  setInterval(() => process.ppid !== shell && process.kill(process.pid, "SIGTERM"), 500).unref();
}

await buildIfChanged();
await import("../dist/main.js");
