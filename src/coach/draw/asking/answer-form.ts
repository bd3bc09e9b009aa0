import { LIMITS } from "../../../message/limits.ts";
import type { Block } from "../../../message/message.ts";
import { words } from "../../../text/text.ts";
import { actionText } from "../../action.ts";
import { shorten } from "../shorten.ts";
import type { Answerable } from "./answerable.ts";
import { fieldOf } from "./field-of.ts";
import type { Fielded } from "./fielded.ts";
import { answeringOf } from "./question-view.ts";

/** The form that stands in a question of one short value, with a field called by the step's id. Typing the same works too. */
export function answerForm(of: Fielded, { view, scene, language }: Answerable): Block {
  return {
    kind: "form",
    form: {
      title: shorten(view.words.title[language], LIMITS.formTitle),
      fields: [fieldOf(of, { answering: answeringOf(scene), language })],
      submit: words(language)("coach.ask.record"),
      action: actionText({ kind: "answer-form", round: scene.round._id, step: view.step.id }),
    },
  };
}
