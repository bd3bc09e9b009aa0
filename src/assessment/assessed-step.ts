import type { AnswerValue } from "../flow/answer-value.ts";
import type { Flow } from "../flow/flow.ts";
import type { QuestionOf } from "../flow/step.ts";
import { levelName as nameOnScale } from "../flow/wording/show-answer.ts";
import type { Language } from "../text/text.ts";

/** A step whose answers lie on a line, so that they have a spread and a middle: levels, and positions between two poles. */
export type AssessedStep = QuestionOf<"level"> | QuestionOf<"spectrum">;

/** A flow's assessed steps, in the flow's order. */
export function assessedSteps(flow: Flow): AssessedStep[] {
  return flow.steps.filter((step): step is AssessedStep => step.kind === "level" || step.kind === "spectrum");
}

/** How many levels or positions there are to choose from, counted from 1. */
export function levelsOf(step: AssessedStep): number {
  return step.kind === "level" ? step.levels.length : step.positions;
}

/** The level or position that a value holds, or undefined when it is of another kind or does not exist in the step (any more). */
export function levelIn(step: AssessedStep, value: AnswerValue | undefined): number | undefined {
  const level =
    value?.kind === "level" && step.kind === "level"
      ? value.level
      : value?.kind === "spectrum" && step.kind === "spectrum"
        ? value.position
        : undefined;
  return level !== undefined && level >= 1 && level <= levelsOf(step) ? level : undefined;
}

/** The answer value of a level or position. */
export function valueOfLevel(step: AssessedStep, level: number): AnswerValue {
  return step.kind === "level" ? { kind: "level", level } : { kind: "spectrum", position: level };
}

/** The name of a level, "Suunnattu"; a position between two poles has none. */
export function levelName(flow: Flow, step: AssessedStep, level: number, language: Language): string | undefined {
  return step.kind === "level" ? nameOnScale(flow, step, level, language) : undefined;
}

/** A level as people read it: "2, Suunnattu". */
export function levelLabel(flow: Flow, step: AssessedStep, level: number, language: Language): string {
  const name = levelName(flow, step, level, language);
  return name === undefined ? String(level) : `${level}, ${name}`;
}
