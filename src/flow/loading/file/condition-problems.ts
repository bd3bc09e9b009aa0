import { earlierRef, slug } from "../../step.ts";
import { guess } from "../nearest.ts";
import { isRecord, type Path } from "./path.ts";

const COMPARISONS = ["is", "includes", "atLeast", "atMost", "answered"] as const;
const SUBJECTS = ["step", "earlier"] as const;
const EXPECTED: { readonly [comparison in (typeof COMPARISONS)[number]]: string } = {
  is: "an option id, a text or a number",
  includes: "an option id",
  atLeast: "a number",
  atMost: "a number",
  answered: "true or false",
};

interface Found {
  readonly path: Path;
  readonly problem: string;
}

/** Why a `when` is not one, in the words of the language: the schema alone would list every shape that it is not. */
export function conditionProblems(value: unknown, path: Path): Found[] {
  if (!isRecord(value)) return [{ path, problem: "must be a comparison, like { step: market, is: finland }" }];
  for (const group of ["all", "any"] as const) {
    if (!(group in value)) continue;
    const list = value[group];
    const extra = Object.keys(value).filter((key) => key !== group);
    if (extra.length > 0)
      return [{ path, problem: `"${group}" stands alone, move "${extra.join('", "')}" into its list` }];
    if (!Array.isArray(list) || list.length === 0)
      return [{ path: [...path, group], problem: "must list comparisons" }];
    return list.flatMap((item, at) => comparisonProblems(item, [...path, group, at]));
  }
  return comparisonProblems(value, path);
}

function comparisonProblems(value: unknown, path: Path): Found[] {
  if (!isRecord(value)) return [{ path, problem: "must be a comparison, like { step: market, is: finland }" }];
  if ("all" in value || "any" in value)
    return [{ path, problem: "a list of conditions cannot stand inside another one" }];
  const known: readonly string[] = [...SUBJECTS, ...COMPARISONS];
  const found: Found[] = Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => ({ path: [...path, key], problem: `unknown key "${key}"${guess(key, known)}` }));
  if (found.length > 0) return found;
  const subjects = SUBJECTS.filter((key) => key in value);
  if (subjects.length !== 1)
    found.push({
      path,
      problem: `needs either "step" or "earlier", ${subjects.length === 0 ? "not neither" : "not both"}`,
    });
  for (const key of subjects) {
    const wrong = (key === "step" ? slug : earlierRef).safeParse(value[key]).error?.issues[0];
    if (wrong === undefined) continue;
    const problem = wrong.code === "invalid_format" ? wrong.message : "must be the id of a step";
    found.push({ path: [...path, key], problem });
  }
  const comparisons = COMPARISONS.filter((key) => key in value);
  const [comparison] = comparisons;
  if (comparison === undefined) found.push({ path, problem: `needs one of ${COMPARISONS.join(", ")}` });
  else if (comparisons.length > 1)
    found.push({ path, problem: `has ${comparisons.join(" and ")}: one comparison each, joined by "all" or "any"` });
  else if (!fitsComparison(comparison, value[comparison]))
    found.push({ path: [...path, comparison], problem: `must be ${EXPECTED[comparison]}` });
  return found;
}

function fitsComparison(comparison: (typeof COMPARISONS)[number], value: unknown): boolean {
  switch (comparison) {
    case "is":
      return ["string", "number", "boolean"].includes(typeof value);
    case "includes":
      return typeof value === "string";
    case "atLeast":
    case "atMost":
      return typeof value === "number";
    case "answered":
      return typeof value === "boolean";
    default:
      return comparison satisfies never;
  }
}
