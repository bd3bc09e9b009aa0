// Builds dist/. --programs-to FOLDER: the server and its threads alone, into a folder of their own; --page-to FOLDER: the same for the web chat's page.
import { parseArgs } from "node:util";
import { buildAll, buildPage, buildPrograms } from "./building.mjs";

const { values } = parseArgs({ options: { "programs-to": { type: "string" }, "page-to": { type: "string" } } });
const { "programs-to": programs, "page-to": page } = values;
if (programs !== undefined) await buildPrograms(programs);
if (page !== undefined) await buildPage(page);
if (programs === undefined && page === undefined) await buildAll();
