// Builds dist/. --programs-to FOLDER: the server and its threads alone, into a folder of their own.
import { parseArgs } from "node:util";
import { buildAll, buildPrograms } from "./building.mjs";

const { values } = parseArgs({ options: { "programs-to": { type: "string" } } });
await (values["programs-to"] === undefined ? buildAll() : buildPrograms(values["programs-to"]));
