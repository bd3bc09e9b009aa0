import { hash } from "node:crypto";
import type { Flow } from "./flow.ts";
import type { Column, Question } from "./step.ts";

/**
 * What an answer to the step means, as a short hash: answers of equal hash can be compared across rounds. In it go the kind; of a level its scale
 * and number of levels; of a spectrum its number of positions; of choices the option ids (in any order) or where they are drawn from; of a
 * number its unit; of a table its columns' ids and the same of each. Not in it: any other words, limits, conditions.
 */
export function scaleHash(step: Question): string {
  const known = scaleHashes.get(step);
  if (known) return known;
  const made = shortHash(canonical(meaningOf(step)));
  scaleHashes.set(step, made);
  return made;
}

const scaleHashes = new WeakMap<Question, string>();

/** A hash of the whole flow, words and all: equal exactly when the parsed content is equal, in whatever order its keys were written. */
export function contentHash(flow: Flow): string {
  const known = contentHashes.get(flow);
  if (known) return known;
  const made = hash("sha256", canonical(flow), "base64url");
  contentHashes.set(flow, made);
  return made;
}

const contentHashes = new WeakMap<Flow, string>();

/** Twelve characters (72 bits) of letters, digits, "-" and "_". */
export function shortHash(text: string): string {
  return hash("sha256", text, "base64url").slice(0, 12);
}

function meaningOf(step: Question | Column): readonly unknown[] {
  switch (step.kind) {
    case "level":
      return [step.kind, step.scale, step.levels.length];
    case "spectrum":
      return [step.kind, step.positions];
    case "choice":
    case "choices":
    case "rank":
      return [step.kind, step.optionsFrom ?? step.options?.map((option) => option.id).toSorted() ?? []];
    case "number":
      return [step.kind, step.unit?.en ?? ""];
    case "table":
      return [step.kind, step.columns.map((column) => [column.id, ...meaningOf(column)])];
    case "text":
    case "money":
    case "percent":
    case "date":
    case "quarter":
    case "person":
    case "customer":
      return [step.kind];
    default:
      return step satisfies never;
  }
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
