import type { Draft } from "../draft.ts";
import { guess } from "../nearest.ts";
import type { Problem } from "../problem.ts";

/** The names of the functions that content may call. */
export interface Registered {
  readonly results?: ReadonlySet<string>;
  readonly effects?: ReadonlySet<string>;
  readonly saves?: ReadonlySet<string>;
}

/** Whether the flow is called what its file and folder say, each step has a name of its own, and the functions that it names exist. */
export function checkNames(draft: Draft, { results, effects, saves }: Registered): Problem[] {
  const { file, raw, name, folder } = draft;
  const problems: Problem[] = [];
  if (typeof raw.id === "string" && raw.id !== name)
    problems.push(file.problem(["id"], `the file is called ${name}.yaml, so the id must be ${name}`));
  if (typeof raw.workbook === "string" && raw.workbook !== folder)
    problems.push(file.problem(["workbook"], `the file is in ${folder}/, so the workbook must be ${folder}`));
  if (typeof raw.result === "string" && results?.has(raw.result) === false)
    problems.push(file.problem(["result"], unknown("result", raw.result, results)));
  for (const [at, effect] of (Array.isArray(raw.effects) ? raw.effects : []).entries())
    if (typeof effect === "string" && effects?.has(effect) === false)
      problems.push(file.problem(["effects", at], unknown("effect", effect, effects)));
  for (const [at, save] of (Array.isArray(raw.saves) ? raw.saves : []).entries())
    if (typeof save === "string" && saves?.has(save) === false)
      problems.push(file.problem(["saves", at], unknown("save", save, saves)));
  if (Array.isArray(raw.saves) && raw.saves.length > 0 && raw.participation === "each")
    problems.push(file.problem(["saves"], "answers given alone are nobody's to save: such a flow is together or own"));
  return problems;
}

function unknown(what: string, name: string, known: ReadonlySet<string>): string {
  return `no ${what} "${name}" is registered${guess(name, known) || `; there are ${[...known].join(", ") || "none"}`}`;
}
