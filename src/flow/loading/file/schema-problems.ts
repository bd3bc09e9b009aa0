import type { z } from "zod";
import { guess } from "../nearest.ts";
import type { Problem } from "../problem.ts";
import { conditionProblems } from "./condition-problems.ts";
import { knownKeys } from "./known-keys.ts";
import { isRecord, type Path, valueAt } from "./path.ts";
import type { YamlFile } from "./yaml-file.ts";

type Issue = z.core.$ZodIssue;
interface Found {
  readonly path: Path;
  readonly problem: string;
}

/** Everything in which the file departs from the schema, in an author's words. */
export function schemaProblems(file: YamlFile, schema: z.ZodType): Problem[] {
  const result = schema.safeParse(file.value);
  if (result.success) return [];
  const { issues } = result.error;
  const conditions = new Map(
    issues.flatMap((issue) => conditionPath(issue) ?? []).map((path) => [path.join("."), path]),
  );
  const found = [
    ...issues
      .filter((issue) => conditionPath(issue) === undefined)
      .flatMap((issue) => inWords(issue, file.value, schema)),
    ...[...conditions.values()].flatMap((path) => conditionProblems(valueAt(file.value, path), path)),
  ];
  return found.map(({ path, problem }) => file.problem(path, problem));
}

/** The condition that an issue is about; however many issues there are, the condition is looked at as a whole. */
function conditionPath(issue: Issue): [Path] | undefined {
  const path = pathOf(issue);
  return path[0] === "steps" && path[2] === "when" ? [path.slice(0, 3)] : undefined;
}

function pathOf(issue: Issue): Path {
  return issue.path.filter((part) => typeof part !== "symbol");
}

function inWords(issue: Issue, whole: unknown, schema: z.ZodType): Found[] {
  const path = pathOf(issue);
  const value = valueAt(whole, path);
  const found = (problem: string): Found[] => [{ path, problem }];
  if (value === undefined && path.length > 0) return found("missing");
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({
        path: [...path, key],
        problem: unknownKey(key, value, knownKeys(schema, whole, path)),
      }));
    case "invalid_type":
      return found(wrongType(issue.expected, value));
    case "too_big":
      return found(tooBig(issue.origin, Number(issue.maximum), value));
    case "too_small":
      return found(tooSmall(issue.origin, Number(issue.minimum)));
    case "invalid_value":
      return found(`must be ${orList(issue.values.map(String))}${guess(String(value), issue.values.map(String))}`);
    case "invalid_union":
      return unionProblems(issue, value, path);
    case "invalid_key":
      return issue.issues.map(({ message }) => ({ path, problem: message }));
    case "invalid_format":
      return found(issue.format === "date" ? "must be a date like 2026-12-24" : issue.message);
    default:
      return found(issue.message);
  }
}

function unionProblems(issue: Extract<Issue, { code: "invalid_union" }>, value: unknown, path: Path): Found[] {
  const last = path.at(-1);
  if (issue.errors.length === 0 && "options" in issue && Array.isArray(issue.options)) {
    const known = issue.options.map(String);
    return [
      {
        path,
        problem: `unknown ${String(last)} "${String(value)}"${guess(String(value), known) || `; known are ${known.join(", ")}`}`,
      },
    ];
  }
  if (last === "earliest") return [{ path, problem: "must be today or a date like 2026-12-24" }];
  return [{ path, problem: "must be the id of a step, or flow/step for another flow" }];
}

function unknownKey(key: string, parent: unknown, known: readonly string[]): string {
  if (isRecord(parent) && parent[key] === null && known.includes("fi"))
    return `"${key}" is cut off from the text before it: a comma ends a text inside { }, so put the text in quotes`;
  const near = guess(key, known);
  return `unknown key "${key}"${near || (known.length > 0 ? `; known here are ${known.join(", ")}` : "")}`;
}

function tooBig(origin: string, maximum: number, value: unknown): string {
  if (origin === "string" && typeof value === "string")
    return `has ${value.length} characters, the limit is ${maximum}`;
  if (origin === "array" && Array.isArray(value)) return `has ${value.length} items, the limit is ${maximum}`;
  return `must be at most ${maximum}`;
}

function tooSmall(origin: string, minimum: number): string {
  if (origin === "string") return "must not be empty";
  if (origin === "array") return `needs at least ${minimum} item${minimum === 1 ? "" : "s"}`;
  return `must be at least ${minimum}`;
}

function wrongType(type: string, value: unknown): string {
  const text = `must be ${expected(type)}, not ${called(value)}`;
  return type === "string" && ["number", "boolean"].includes(typeof value) ? `${text}: write "${value}"` : text;
}

function expected(type: string): string {
  const names: { readonly [type: string]: string } = {
    string: "text",
    object: "a set of keys",
    record: "a set of keys",
    array: "a list",
    int: "a whole number",
    number: "a number",
    boolean: "true or false",
  };
  return names[type] ?? type;
}

function orList(values: readonly string[]): string {
  return values.length < 2 ? values.join() : `${values.slice(0, -1).join(", ")} or ${values.at(-1)}`;
}

function called(value: unknown): string {
  if (value === null) return "empty";
  if (Array.isArray(value)) return "a list";
  if (isRecord(value)) return "a set of keys";
  return typeof value === "string" ? "text" : String(value);
}
