import { type AssessedStep, levelIn, levelLabel } from "../../../assessment/assessed-step.ts";
import type { Round } from "../../../rounds/round.ts";
import type { Language } from "../../../text/text.ts";
import type { Scene } from "../../scene.ts";

/** "2, Suunnattu", or undefined where nothing is recorded. */
export function agreedLabel(
  { round, flow }: { readonly round: Pick<Round, "agreed">; readonly flow: Scene["flow"] },
  step: AssessedStep,
  language: Language,
): string | undefined {
  const level = levelIn(step, round.agreed[step.id]?.value);
  return level === undefined ? undefined : levelLabel(flow, step, level, language);
}
