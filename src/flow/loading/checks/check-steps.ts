import { type Draft, type DraftStep, optionIds, textOf } from "../draft.ts";
import { isRecord, type Path } from "../file/path.ts";
import { guess } from "../nearest.ts";
import type { Problem } from "../problem.ts";

type Raw = Readonly<Record<string, unknown>>;
interface Found {
  readonly path: Path;
  readonly problem: string;
}

/** Whether each step makes sense by itself: names used once, limits the right way round, levels that have names, something to choose from. */
export function checkSteps(draft: Draft): Problem[] {
  const found = [
    ...usedTwice(
      draft.steps.map(({ raw }) => raw),
      ["steps"],
      "step",
    ),
    ...draft.steps.flatMap((step) => checkStep(step, draft)),
  ];
  return found.map(({ path, problem }) => draft.file.problem(path, problem));
}

function checkStep({ raw, step, path, kind }: DraftStep, draft: Draft): Found[] {
  const columns = listOf(raw.columns);
  return [
    ...checkLimits(step ?? raw, path),
    ...checkChoosing(raw, kind, path),
    ...(kind === "level" ? checkScale(raw, draft, path) : []),
    ...checkExampleIsThere(raw, kind, path),
    ...usedTwice(columns, [...path, "columns"], "column"),
    ...(columns[0]?.when === undefined
      ? []
      : [{ path: [...path, "columns", 0, "when"], problem: "the first column is always there: rows go by it" }]),
    ...columns.flatMap((column, at) => {
      const place = [...path, "columns", at];
      return [...checkLimits(column, place), ...checkChoosing(column, textOf(column.kind), place)];
    }),
  ];
}

function listOf(value: unknown): readonly Raw[] {
  return Array.isArray(value) ? value.map((item) => (isRecord(item) ? item : {})) : [];
}

function usedTwice(items: readonly Raw[], path: Path, what: string): Found[] {
  const ids = items.map(({ id }) => id);
  return ids.flatMap((id, at) =>
    typeof id === "string" && ids.indexOf(id) < at
      ? [{ path: [...path, at, "id"], problem: `another ${what} is called "${id}" already` }]
      : [],
  );
}

const RANGES = [
  ["min", "max"],
  ["minLength", "maxLength"],
  ["minRows", "maxRows"],
  ["earliest", "latest"],
] as const;

function checkLimits(values: object, path: Path): Found[] {
  const of = new Map<string, unknown>(Object.entries(values));
  return RANGES.flatMap(([low, high]) => {
    const [least, most] = [of.get(low), of.get(high)];
    const wrong =
      (typeof least === "number" && typeof most === "number" && least > most) ||
      (typeof least === "string" && typeof most === "string" && least !== "today" && least > most);
    return wrong ? [{ path: [...path, low], problem: `${least} is more than ${high}, which is ${most}` }] : [];
  });
}

function checkChoosing(raw: Raw, kind: string | undefined, path: Path): Found[] {
  if (kind !== "choice" && kind !== "choices" && kind !== "rank") return [];
  const found = usedTwice(listOf(raw.options), [...path, "options"], "option");
  const ids = optionIds(raw);
  if (ids === undefined && raw.optionsFrom === undefined)
    found.push({ path, problem: "has nothing to choose from: give options or optionsFrom" });
  if (ids !== undefined && raw.optionsFrom !== undefined)
    found.push({ path: [...path, "optionsFrom"], problem: "has options of its own already: keep one of the two" });
  for (const key of ["min", "max", "top"] as const) {
    const value = raw[key];
    if (ids !== undefined && typeof value === "number" && value > ids.length)
      found.push({ path: [...path, key], problem: `${value} is more than there are options, ${ids.length}` });
  }
  return found;
}

function checkScale(raw: Raw, draft: Draft, path: Path): Found[] {
  const scale = textOf(raw.scale);
  if (scale === undefined) return [];
  const scales = isRecord(draft.raw.scales) ? draft.raw.scales : {};
  const names = scales[scale];
  if (names === undefined)
    return [
      { path: [...path, "scale"], problem: `no scale "${scale}" in this flow${guess(scale, Object.keys(scales))}` },
    ];
  if (!Array.isArray(names) || !Array.isArray(raw.levels) || names.length === raw.levels.length) return [];
  const problem = `has ${raw.levels.length} levels, but the scale "${scale}" names ${names.length}`;
  return [{ path: [...path, "levels"], problem }];
}

/** The example of a text is an answer as it stands; that of any other kind needs one that the reader can read. */
function checkExampleIsThere(raw: Raw, kind: string | undefined, path: Path): Found[] {
  if (kind === "say" || !isRecord(raw.example)) return [];
  const { answer } = raw.example;
  if (kind === "text" && answer !== undefined)
    return [
      { path: [...path, "example", "answer"], problem: "the example of a text is itself the answer: leave this out" },
    ];
  if (kind !== undefined && kind !== "text" && answer === undefined)
    return [{ path: [...path, "example"], problem: `needs "answer": what one would type to answer like the example` }];
  return [];
}
