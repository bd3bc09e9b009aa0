import { optionsOf } from "../../../flow/options.ts";
import type { Question } from "../../../flow/step.ts";
import { tableAsked } from "../../../flow/table-asked.ts";
import { numbered } from "../../../flow/wording/numbered.ts";
import type { Block } from "../../../message/message.ts";
import type { Language } from "../../../text/text.ts";
import type { Scene } from "../../scene.ts";
import { numberedFacts } from "../asking/answer-blocks.ts";
import { answeringOf, type QuestionView } from "../asking/question-view.ts";

/** What can be chosen, with the numbers that it is typed by: of a question whose form stands in no thread, and of a table's columns. */
export function listedOptions(view: QuestionView, scene: Scene, language: Language): Block | undefined {
  const { step } = view;
  if (step.kind === "choices") return numberedFacts({ view, scene, language });
  return step.kind === "table" ? optionsByColumn(step, scene, language) : undefined;
}

function optionsByColumn(step: Extract<Question, { kind: "table" }>, scene: Scene, language: Language): Block {
  const answering = answeringOf(scene);
  const { flow, answers, context } = answering;
  const facts = tableAsked(step, answering).columns.flatMap((column) => {
    const options = column.kind === "choice" ? optionsOf(column, flow, answers, context) : [];
    const value = options.map(({ label }, index) => numbered(label[language], index + 1)).join(" · ");
    return options.length === 0 ? [] : [{ label: column.label[language], value }];
  });
  return { kind: "facts", facts };
}
