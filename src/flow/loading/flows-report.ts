import { existsSync } from "node:fs";
import { join } from "node:path";
import { LANGUAGES } from "../../text/text.ts";
import type { Flow } from "../flow.ts";
import { loadGlossary } from "../glossary/glossary.ts";
import { type LoadOptions, loadFlows, type Problem, problemText } from "../load-flows.ts";

/** What `npm run flows:check` prints: every mistake of the flows, and of the glossary where there is one, a line each, or that all is in order, with what companies have of their own. */
export function flowsReport(
  folder: string,
  options: LoadOptions,
): { readonly ok: boolean; readonly lines: readonly string[] } {
  const loaded = loadFlows(folder, options);
  const file = join(folder, "glossary.yaml");
  const glossary = existsSync(file) ? loadGlossary(file) : undefined;
  const problems: readonly Problem[] = [loaded, glossary].flatMap((read) => (read?.ok === false ? read.problems : []));
  if (!loaded.ok || problems.length > 0) {
    return { ok: false, lines: [...problems.map(problemText), counted(problems.length, "mistake")] };
  }
  const library = loaded.value;
  const builtIn = library.all("");
  const own = library.companies.map((company) => ({
    company,
    flows: library.all(company).filter((flow) => !builtIn.includes(flow)),
  }));
  const counts = [
    flowsAndSteps([...builtIn, ...own.flatMap(({ flows }) => flows)]),
    ...(glossary?.ok ? [counted(glossary.value.terms.length, "glossary term")] : []),
    LANGUAGES.join(" and "),
  ];
  const ofWhom = own.map(({ company, flows }) => `of these only for ${company}: ${flowsAndSteps(flows)}`);
  return { ok: true, lines: [`${counts.join(", ")}: in order`, ...ofWhom] };
}

function flowsAndSteps(flows: readonly Flow[]): string {
  const steps = flows.reduce((sum, flow) => sum + flow.steps.length, 0);
  return `${counted(flows.length, "flow")}, ${counted(steps, "step")}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
