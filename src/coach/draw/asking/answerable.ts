import type { AnswerValue } from "../../../flow/answer-value.ts";
import type { Block, Option } from "../../../message/message.ts";
import type { Language } from "../../../text/text.ts";
import type { Action } from "../../action.ts";
import type { Scene } from "../../scene.ts";
import type { QuestionView } from "./question-view.ts";

/** A question that is about to be answered. */
export interface Answerable {
  readonly scene: Scene;
  readonly view: QuestionView;
  readonly language: Language;
  /** What tapping a value does: a person answers, someone in a thread proposes. */
  readonly value: (value: AnswerValue) => Action;
}

/** The choices of a question: blocks of their own, and buttons that share their row with the ways to pass it by. */
export interface AnswerBlocks {
  readonly blocks: readonly (Block | undefined)[];
  readonly options: readonly Option[];
  readonly more: readonly Option[];
}
