import { existsSync } from "node:fs";
import { flowsReport } from "./flow/loading/flows-report.ts";
import { registered } from "./registered.ts";

// As at the start.
if (existsSync(".env")) process.loadEnvFile(".env");

/** npm run flows:check [folder]: the built-in flows, and the companies' own where FLOWS_DIR names their folder. */
const [folder = "flows"] = process.argv.slice(2);
const companies = process.env.FLOWS_DIR?.trim();
const { ok, lines } = flowsReport(folder, { ...registered, ...(companies ? { companies } : {}) });
for (const line of lines) (ok ? console.log : console.error)(line);
process.exitCode = ok ? 0 : 1;
