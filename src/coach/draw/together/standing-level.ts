import { levelIn } from "../../../assessment/assessed-step.ts";
import type { Question, QuestionOf } from "../../../flow/step.ts";
import type { Scene } from "../../scene.ts";

/** In a flow that builds on agreed levels, the step "x-target" asks for the target of the level that was agreed at step x. */
const TARGET = "-target";

/** The step that a target is of: "data-management" of "data-management-target"; undefined for other steps. */
export function targetOf(step: Question, { flow }: Pick<Scene, "flow">): string | undefined {
  return step.kind === "level" && flow.needs !== undefined && step.id.endsWith(TARGET)
    ? step.id.slice(0, -TARGET.length)
    : undefined;
}

/** The level on which the team agreed earlier, where the step asks for its target. */
export function standingLevel(step: QuestionOf<"level">, scene: Pick<Scene, "flow" | "context">): number | undefined {
  const base = targetOf(step, scene);
  return base === undefined ? undefined : levelIn(step, agreedEarlier(base, scene));
}

/** The level on which the team agreed earlier at a step of the flow that this one builds on. */
export function levelAgreed(step: string, scene: Pick<Scene, "flow" | "context">): number | undefined {
  const value = agreedEarlier(step, scene);
  return value?.kind === "level" ? value.level : undefined;
}

function agreedEarlier(step: string, { flow, context }: Pick<Scene, "flow" | "context">) {
  return context.earlier[`${flow.needs}/${step}`]?.value;
}
