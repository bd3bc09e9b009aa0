import { type Flow, flowSchema } from "../flow.ts";
import { ownStrings } from "../own-strings.ts";
import { type Condition, conditionSchema, type Step, stepSchema } from "../step.ts";
import { isRecord, type Path } from "./file/path.ts";
import type { YamlFile } from "./file/yaml-file.ts";

/** A step as far as it can be read. */
export interface DraftStep {
  readonly path: Path;
  readonly raw: Readonly<Record<string, unknown>>;
  readonly id: string | undefined;
  readonly kind: string | undefined;
  readonly when: Condition | undefined;
  /** The whole step, when all of it follows the schema. */
  readonly step: Step | undefined;
}

/** A flow's file as far as it can be read: one mistake must not hide the others, so the checks look at parts and pass by what is missing. */
export interface Draft {
  readonly file: YamlFile;
  /** The file's and the folder's names: what the flow should be called and where it should belong. */
  readonly name: string;
  readonly folder: string;
  readonly raw: Readonly<Record<string, unknown>>;
  readonly steps: readonly DraftStep[];
  /** The whole flow, when all of it follows the schema. */
  readonly flow: Flow | undefined;
}

/** The flows that one company sees, by id. */
export type Shelf = ReadonlyMap<string, Draft>;

export function draftOf(file: YamlFile, folder: string, name: string): Draft {
  const raw = isRecord(file.value) ? file.value : {};
  const steps = Array.isArray(raw.steps) ? raw.steps : [];
  const read = flowSchema.safeParse(file.value).data;
  const flow = read && ownStrings(read);
  return { file, name, folder, raw, steps: steps.map((value, at) => draftStep(value, at, flow?.steps[at])), flow };
}

function draftStep(value: unknown, at: number, whole: Step | undefined): DraftStep {
  const raw = isRecord(value) ? value : {};
  return {
    path: ["steps", at],
    raw,
    id: textOf(raw.id),
    kind: textOf(raw.kind),
    when: whole === undefined ? conditionSchema.safeParse(raw.when).data : whole.when,
    step: whole ?? stepSchema.safeParse(value).data,
  };
}

export function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** The ids of the options that stand in a step or column; undefined where they are drawn from an answer. */
export function optionIds(raw: Readonly<Record<string, unknown>>): readonly string[] | undefined {
  return Array.isArray(raw.options)
    ? raw.options.flatMap((option) => (isRecord(option) ? (textOf(option.id) ?? []) : []))
    : undefined;
}
