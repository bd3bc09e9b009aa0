import type { AnswerValue } from "../../../flow/answer-value.ts";
import { questionOf } from "../../../flow/compile-flow.ts";
import type { Question } from "../../../flow/step.ts";
import { showAnswer } from "../../../flow/wording/show-answer.ts";
import { LIMITS } from "../../../message/limits.ts";
import type { Message } from "../../../message/message.ts";
import { type Language, words } from "../../../text/text.ts";
import type { Listener, Scene } from "../../scene.ts";
import type { TellOf } from "../../tell.ts";
import { button, choices, heading, messageOf, paragraph, quiet } from "../compose.ts";
import { shorten, withoutStop } from "../shorten.ts";
import { answeringOf, questionView, valuesIn } from "./question-view.ts";

/** As much of a long answer as a receipt needs; the whole stands in "Vastauksesi". */
const RECEIPT_LENGTH = 200;

/** The question once it is answered: what was recorded, and a way to change it. */
export function drawAnswered({ step }: TellOf<"answered">, scene: Scene, { language }: Listener): Message | undefined {
  const view = questionView(scene, step);
  const value = valuesIn(scene)[step];
  if (!view || !value) return undefined;
  const say = words(language);
  const { position, total } = view;
  return messageOf(language, [
    heading(say("coach.ask.heading", { title: view.words.title[language], position, total })),
    paragraph(recorded(view.step, value, scene, language)),
    choices([button(say("coach.button.change"), { kind: "change", round: scene.round._id, step })]),
  ]);
}

/** What is left of a question where it stood before it was asked anew. */
export function drawAskMoved({ step }: TellOf<"ask-moved">, { flow }: Scene, { language }: Listener) {
  const title = questionOf(flow, step)?.title[language];
  return title === undefined ? undefined : messageOf(language, [quiet(words(language)("coach.ask.moved", { title }))]);
}

/** "Kirjattu: 2, Suunnattu." */
export function recorded(step: Question, value: AnswerValue, scene: Scene, language: Language): string {
  const say = words(language);
  if (value.kind === "cannot-say") return say("coach.recordedCannotSay");
  if (value.kind === "skipped") return say("coach.recordedSkipped");
  const shown = shorten(showAnswer(step, value, language, answeringOf(scene)), RECEIPT_LENGTH);
  return say("coach.recorded", { answer: withoutStop(shown) }).replace("….", "…");
}

/** Why it is asked, a tip or an example: in the words of the variant that the person was asked. */
export function drawExplain(
  { step, what }: TellOf<"explain">,
  scene: Scene,
  { language }: Listener,
): Message | undefined {
  const view = questionView(scene, step);
  if (!view) return undefined;
  const say = words(language);
  const { position, total } = view;
  const at = { round: scene.round._id, step } as const;
  const others = (["why", "tip", "example"] as const).filter((one) => one !== what);
  return messageOf(language, [
    heading(shorten(say(`coach.explained.${what}`, { title: view.words.title[language] }), LIMITS.heading)),
    paragraph(view.words[what][language]),
    scene.round.mode === "together"
      ? undefined
      : choices(
          [button(say("coach.button.backTo", { position, total }), { kind: "resume", round: scene.round._id })],
          others.map((one) => button(say(`coach.button.${one}`), { kind: "explain", ...at, what: one })),
          say("coach.button.more"),
        ),
  ]);
}

/** A text that can be read in several ways, or came before its question: one button a reading. */
export function drawConfirm(
  { round, pending, question, labels }: TellOf<"confirm">,
  { language }: Pick<Listener, "language">,
): Message {
  const say = words(language);
  const none =
    labels.length === 1
      ? say("coach.button.notMeant")
      : say(labels.length === 2 ? "coach.button.notMeantAny" : "coach.button.notMeantMany");
  return messageOf(language, [
    paragraph(shorten(question, LIMITS.messageText)),
    choices([
      ...labels
        .slice(0, LIMITS.actionsPerCard - 1)
        .map((label, nth) => button(shorten(label, LIMITS.buttonLabel), { kind: "meant", round, pending, nth })),
      button(none, { kind: "not-meant", round, pending }),
    ]),
  ]);
}
