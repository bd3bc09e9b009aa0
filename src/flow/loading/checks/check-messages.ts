import { LIMITS } from "../../../message/limits.ts";
import { LANGUAGES, type Language } from "../../../text/text.ts";
import type { Draft, DraftStep } from "../draft.ts";
import { isRecord, valueAt } from "../file/path.ts";
import type { Problem } from "../problem.ts";

/** Whether what is told before a question fits into one message with it, whichever of the question's variants is asked. */
export function checkMessages(draft: Draft): Problem[] {
  return LANGUAGES.flatMap((language) => {
    const problems: Problem[] = [];
    let told: DraftStep[] = [];
    for (const step of draft.steps) {
      if (step.kind === "say") told.push(step);
      else {
        problems.push(...tooLong(told, step, language, draft));
        told = [];
      }
    }
    return problems;
  });
}

function tooLong(told: readonly DraftStep[], step: DraftStep, language: Language, { file }: Draft): Problem[] {
  const last = told.at(-1);
  if (last === undefined) return [];
  const before = told.reduce((sum, { raw }) => sum + lengthOf(valueAt(raw, ["text", language])), 0);
  const total = before + longestAsk(step, language);
  if (total <= LIMITS.messageText) return [];
  const place = [...last.path, "text", language];
  return [
    file.problem(
      place,
      `is told in one message with "${step.id}", ${total} characters in all, the limit is ${LIMITS.messageText}`,
    ),
  ];
}

function longestAsk({ raw }: DraftStep, language: Language): number {
  const cases = valueAt(raw, ["variants", "cases"]);
  const asks = [raw, ...(isRecord(cases) ? Object.values(cases) : [])];
  return Math.max(...asks.map((words) => lengthOf(valueAt(words, ["ask", language]))));
}

function lengthOf(text: unknown): number {
  return typeof text === "string" ? text.length : 0;
}
