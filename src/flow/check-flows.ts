import { flowsReport } from "./loading/flows-report.ts";

/** npm run flows:check [folder]: the built-in flows, and the companies' own where FLOWS_DIR names their folder. */
const [folder = "flows"] = process.argv.slice(2);
const companies = process.env.FLOWS_DIR;
const { ok, lines } = flowsReport(folder, companies ? { companies } : {});
for (const line of lines) (ok ? console.log : console.error)(line);
process.exitCode = ok ? 0 : 1;
