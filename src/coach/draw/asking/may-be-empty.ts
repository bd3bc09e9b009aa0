import type { QuestionOf } from "../../../flow/step.ts";
import { tableAsked } from "../../../flow/table-asked.ts";
import { type Language, words } from "../../../text/text.ts";
import type { Scene } from "../../scene.ts";
import { answeringOf } from "./question-view.ts";

/** What the brackets around a column's name say, where there are any. */
export function mayBeEmpty(step: QuestionOf<"table">, scene: Scene, language: Language): string | undefined {
  const { columns } = tableAsked(step, answeringOf(scene));
  return columns.some(({ optional }) => optional) ? words(language)("coach.ask.mayBeEmpty") : undefined;
}
