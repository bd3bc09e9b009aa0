import { type Condition, conditionSchema, earlierRef } from "../../step.ts";
import { type Draft, type DraftStep, optionIds, type Shelf, textOf } from "../draft.ts";
import { isRecord, type Path } from "../file/path.ts";
import { guess } from "../nearest.ts";
import type { Problem } from "../problem.ts";
import { comparisonProblem, optionProblem, topOf } from "./check-comparison.ts";
import { findStep } from "./find-step.ts";

/** Kinds whose answers hold things that can be chosen later. */
const OPTION_SOURCES = ["text", "choices", "table", "person", "customer", "rank"];
/** Kinds whose answers can choose other words for a step. */
const VARIANT_SOURCES = ["text", "choice", "level", "spectrum"];

/** Whether everything that the flow points at is there, earlier, and of a kind that suits. */
export function checkReferences(draft: Draft, shelf: Shelf): Problem[] {
  return [
    ...draft.steps.flatMap((step) => [
      ...checkWhen(step.when, step.path, step, { draft, shelf }),
      ...columnsIn(step).flatMap(({ raw, path }) =>
        checkWhen(conditionSchema.safeParse(raw.when).data, path, step, { draft, shelf }),
      ),
      ...checkVariants(step, draft, shelf),
      ...checkOptionSources(step, draft, shelf),
      ...checkBelow(step, draft, shelf),
      ...checkAtLeast(step, draft),
    ]),
    ...checkBeginsWith(draft, shelf),
    ...checkNeeds(draft, shelf),
    ...checkBetterAfter(draft, shelf),
  ];
}

function columnsIn(step: DraftStep): { readonly raw: Readonly<Record<string, unknown>>; readonly path: Path }[] {
  const columns = Array.isArray(step.raw.columns) ? step.raw.columns : [];
  return columns.flatMap((raw, at) => (isRecord(raw) ? [{ raw, path: [...step.path, "columns", at] }] : []));
}

/** The `when` of a step or of one of its columns, which looks back from the step. */
function checkWhen(
  when: Condition | undefined,
  of: Path,
  step: DraftStep,
  { draft, shelf }: { readonly draft: Draft; readonly shelf: Shelf },
): Problem[] {
  if (when === undefined) return [];
  const path = [...of, "when"];
  const comparisons =
    "all" in when
      ? when.all.map((comparison, at) => ({ comparison, path: [...path, "all", at] }))
      : "any" in when
        ? when.any.map((comparison, at) => ({ comparison, path: [...path, "any", at] }))
        : [{ comparison: when, path }];
  return comparisons.flatMap(({ comparison, path }) => {
    const subject = "step" in comparison ? "step" : "earlier";
    const found = findStep("step" in comparison ? comparison.step : comparison.earlier, draft, step, shelf);
    if (found.kind === "unknown") return [];
    if (found.kind === "none") return [draft.file.problem([...path, subject], found.problem)];
    const problem = comparisonProblem(comparison, found.step);
    return problem === undefined ? [] : [draft.file.problem(path, problem)];
  });
}

function checkVariants(step: DraftStep, draft: Draft, shelf: Shelf): Problem[] {
  const { variants } = step.raw;
  if (!isRecord(variants) || typeof variants.of !== "string") return [];
  const path = [...step.path, "variants"];
  const source = sourceOf(variants.of, {
    draft,
    step,
    shelf,
    path: [...path, "of"],
    kinds: VARIANT_SOURCES,
    use: "choose the words",
  });
  if ("problems" in source) return source.problems;
  const cases = isRecord(variants.cases) ? Object.keys(variants.cases) : [];
  return cases.flatMap((key) => {
    const top = topOf(source.step);
    const problem =
      source.step.kind === "choice"
        ? optionProblem(key, source.step)
        : top !== undefined && !(Number.isInteger(Number(key)) && Number(key) >= 1 && Number(key) <= top)
          ? `"${source.step.id}" goes from 1 to ${top}`
          : undefined;
    return problem === undefined ? [] : [draft.file.problem([...path, "cases", key], problem)];
  });
}

function checkOptionSources(step: DraftStep, draft: Draft, shelf: Shelf): Problem[] {
  return [{ raw: step.raw, path: step.path }, ...columnsIn(step)].flatMap(({ raw, path }) => {
    if (typeof raw.optionsFrom !== "string") return [];
    const use = "give options";
    const source = sourceOf(raw.optionsFrom, {
      draft,
      step,
      shelf,
      path: [...path, "optionsFrom"],
      kinds: OPTION_SOURCES,
      use,
    });
    return "problems" in source ? source.problems : [];
  });
}

interface Looking {
  readonly draft: Draft;
  readonly step: DraftStep;
  readonly shelf: Shelf;
  readonly path: Path;
  readonly kinds: readonly string[];
  readonly use: string;
}

function sourceOf(
  ref: string,
  { draft, step, shelf, path, kinds, use }: Looking,
): { step: DraftStep } | { problems: Problem[] } {
  const found = findStep(ref, draft, step, shelf);
  if (found.kind === "unknown") return { problems: [] };
  if (found.kind === "none") return { problems: [draft.file.problem(path, found.problem)] };
  const { id, kind } = found.step;
  if (kind === undefined || kinds.includes(kind)) return { step: found.step };
  return { problems: [draft.file.problem(path, `"${id}" is a ${kind}, it cannot ${use}; ${kinds.join(", ")} can`)] };
}

/** What a number is held against is there, earlier, and a number too. */
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

function checkBeginsWith(draft: Draft, shelf: Shelf): Problem[] {
  const { beginsWith } = draft.raw;
  if (!isRecord(beginsWith)) return [];
  return Object.entries(beginsWith).flatMap(([id, ref]) => {
    const at = (problem: string) => [draft.file.problem(["beginsWith", id], problem)];
    const mine = findStep(id, draft, undefined, shelf);
    if (mine.kind === "none") return at(mine.problem.replace(" before this one", " in this flow"));
    const theirs = earlierRef.safeParse(ref).success ? findStep(String(ref), draft, undefined, shelf) : mine;
    if (theirs.kind === "none") return at(theirs.problem);
    if (mine.kind !== "step" || theirs.kind !== "step") return [];
    if (mine.step.kind !== theirs.step.kind)
      return at(`begins a ${mine.step.kind} with a ${theirs.step.kind}, they must be of one kind`);
    return (optionIds(theirs.step.raw) ?? []).flatMap((option) => {
      const problem = optionProblem(option, mine.step);
      return problem === undefined ? [] : at(`${problem}, which ${ref} can hold`);
    });
  });
}

function checkNeeds(draft: Draft, shelf: Shelf): Problem[] {
  const { needs } = draft.raw;
  if (typeof needs !== "string") return [];
  if (!shelf.has(needs)) return [draft.file.problem(["needs"], `no flow "${needs}"${guess(needs, shelf.keys())}`)];
  const way = [draft.name];
  for (let next: unknown = needs; typeof next === "string"; next = shelf.get(next)?.raw.needs) {
    if (next === draft.name)
      return [draft.file.problem(["needs"], `goes in a circle: ${[...way, next].join(" needs ")}`)];
    if (way.includes(next)) return [];
    way.push(next);
  }
  return [];
}

/** A flow that is not there may come later; one that is nearly called so is meant. */
function checkBetterAfter({ file, raw }: Draft, shelf: Shelf): Problem[] {
  return (Array.isArray(raw.betterAfter) ? raw.betterAfter : []).flatMap((name, at) => {
    const meant = typeof name === "string" && !shelf.has(name) ? guess(name, shelf.keys()) : "";
    return meant === "" ? [] : [file.problem(["betterAfter", at], `no flow "${name}"${meant}`)];
  });
}
