import { type Draft, type DraftStep, type Shelf, textOf } from "../draft.ts";
import { isRecord, type Path } from "../file/path.ts";
import { guess } from "../nearest.ts";
import type { Problem } from "../problem.ts";
import { findStep } from "./find-step.ts";

/** Whether what answers are held against is there, earlier, and a number too: the step of `below`, the column of `atLeast`. */
export function checkAgreeing(draft: Draft, shelf: Shelf): Problem[] {
  return draft.steps.flatMap((step) => [...checkBelow(step, draft, shelf), ...checkAtLeast(step, draft)]);
}

function checkBelow(step: DraftStep, draft: Draft, shelf: Shelf): Problem[] {
  const below = textOf(step.raw.below);
  if (below === undefined || step.kind !== "number") return [];
  const at = (problem: string) => [draft.file.problem([...step.path, "below"], problem)];
  const found = findStep(below, draft, step, shelf);
  if (found.kind === "none") return at(found.problem);
  const kind = found.kind === "step" ? found.step.kind : undefined;
  return kind === undefined || kind === "number" ? [] : at(`"${below}" is a ${kind}, only a number can be a limit`);
}

function checkAtLeast({ raw, path }: DraftStep, draft: Draft): Problem[] {
  const columns = (Array.isArray(raw.columns) ? raw.columns : []).map((column) => (isRecord(column) ? column : {}));
  return columns.flatMap((column, nth) => {
    const atLeast = textOf(column.atLeast);
    if (atLeast === undefined) return [];
    const place: Path = [...path, "columns", nth, "atLeast"];
    const numbers = columns.flatMap(({ id, kind }, other) =>
      kind === "number" && other !== nth ? (textOf(id) ?? []) : [],
    );
    return numbers.includes(atLeast)
      ? []
      : [draft.file.problem(place, `no other number column "${atLeast}"${guess(atLeast, numbers)}`)];
  });
}
