import type { AnswerValue } from "../../../flow/answer-value.ts";
import type { Answering } from "../../../flow/answers.ts";
import { optionsOf } from "../../../flow/options.ts";
import { formatNumber } from "../../../flow/wording/format.ts";
import { showAnswer } from "../../../flow/wording/show-answer.ts";
import { LIMITS } from "../../../message/limits.ts";
import type { Block } from "../../../message/message.ts";
import { type Language, words } from "../../../text/text.ts";
import { actionText } from "../../action.ts";
import { shorten } from "../shorten.ts";
import type { Answerable } from "./answerable.ts";
import { fieldOf } from "./field-of.ts";
import type { Fielded } from "./fielded.ts";
import { answeringOf, valuesIn } from "./question-view.ts";

/** The form that stands in a question of one short value, with a field called by the step's id and in it what was answered before. Typing works too. */
export function answerForm(of: Fielded, { view, scene, language }: Answerable): Block {
  const answering = answeringOf(scene);
  const before = valuesIn(scene)[view.step.id];
  const value = before && standingIn(view.step, before, language, answering);
  return {
    kind: "form",
    form: {
      title: shorten(view.words.title[language], LIMITS.formTitle),
      fields: [fieldOf(of, { answering, language, ...(value === undefined ? {} : { value }) })],
      submit: words(language)("coach.ask.record"),
      action: actionText({ kind: "answer-form", round: scene.round._id, step: view.step.id }),
    },
  };
}

/** An answer as its field holds it: picks and dates by what the channel knows them by, a rank by its numbers, the rest as one would type it. */
function standingIn(
  step: Answerable["view"]["step"],
  value: AnswerValue,
  language: Language,
  answering: Answering,
): string | undefined {
  switch (value.kind) {
    case "cannot-say":
    case "skipped":
      return undefined;
    // The unit stands beside the field.
    case "number":
      return formatNumber(value.number, language);
    case "date":
      return value.date;
    case "choice":
      return value.option;
    case "choices":
      return value.options.join(";");
    case "person":
      return value.people.join(";");
    case "rank": {
      const options = optionsOf(step, answering.flow, answering.answers, answering.context);
      return value.options.map((id) => options.findIndex((option) => option.id === id) + 1).join(", ");
    }
    default:
      return showAnswer(step, value, language, answering);
  }
}
