import { LANGUAGES } from "../text/text.ts";
import { loadFlows, problemText } from "./load-flows.ts";

/** npm run flows:check [folder]: every mistake of the content as `file:line path: problem`, or that all is in order. */
const [folder = "flows"] = process.argv.slice(2);
const companies = process.env.FLOWS_DIR;
const loaded = loadFlows(folder, companies ? { companies } : {});
if (loaded.ok) {
  const flows = loaded.value.all("");
  const steps = flows.reduce((sum, flow) => sum + flow.steps.length, 0);
  console.log(`${counted(flows.length, "flow")}, ${counted(steps, "step")}, ${LANGUAGES.join(" and ")}: in order`);
} else {
  for (const problem of loaded.problems) console.error(problemText(problem));
  console.error(`${counted(loaded.problems.length, "problem")} in the flows`);
  process.exitCode = 1;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
