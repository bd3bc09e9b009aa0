import type { Answering } from "./answers.ts";
import { holds } from "./conditions.ts";
import type { QuestionOf } from "./step.ts";

/** The table as it is asked: without the columns whose `when` does not hold. */
export function tableAsked(
  step: QuestionOf<"table">,
  { answers, context }: Pick<Answering, "answers" | "context">,
): QuestionOf<"table"> {
  if (step.columns.every(({ when }) => when === undefined)) return step;
  return { ...step, columns: step.columns.filter(({ when }) => when === undefined || holds(when, answers, context)) };
}
