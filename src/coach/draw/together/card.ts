import type { AnswerValue } from "../../../flow/answer-value.ts";
import { showAnswer } from "../../../flow/wording/show-answer.ts";
import type { Say } from "../../../text/text.ts";
import type { Listener, Scene } from "../../scene.ts";
import { answeringOf, type QuestionView } from "../asking/question-view.ts";
import { shorten } from "../shorten.ts";

/** The longest answer that stands on a step's card. */
export const ROOM_FOR_ANSWER = 1500;

/** What the parts of a step's card are drawn from. */
export interface Card {
  readonly scene: Scene;
  readonly view: QuestionView;
  readonly language: Listener["language"];
  readonly say: Say;
}

export function shown({ scene, view, language }: Card, value: AnswerValue, room: number): string {
  return shorten(showAnswer(view.step, value, language, answeringOf(scene)), room);
}
