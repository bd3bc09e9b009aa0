import type { AnswerValue } from "../../../flow/answer-value.ts";
import type { Block, Message } from "../../../message/message.ts";
import { words } from "../../../text/text.ts";
import type { Listener, Scene } from "../../scene.ts";
import type { TellOf } from "../../tell.ts";
import { questionView, valuesIn } from "../asking/question-view.ts";
import { button, choices, heading, messageOf, paragraph, quiet, strong } from "../compose.ts";
import { type Card, ROOM_FOR_ANSWER, shown } from "./card.ts";
import { proposingBlocks } from "./proposing-blocks.ts";
import { takenRemarks } from "./taken-remarks.ts";

/** One step of a round that is answered together, in its thread: the question with its proposals, then what was taken, then what was recorded. */
export function drawStepCard({ step }: TellOf<"step-card">, scene: Scene, { language }: Listener): Message | undefined {
  const view = questionView(scene, step);
  if (!view) return undefined;
  const say = words(language);
  const { position, total } = view;
  const card: Card = { scene, view, language, say };
  const { response } = scene;
  const asked = response?.asked?.step === step;
  const taken = response?.taken?.step === step ? response.taken.value : undefined;
  const standing = valuesIn(scene)[step];
  return messageOf(language, [
    heading(say("round.stepHeading", { title: view.words.title[language], position, total })),
    ...(taken !== undefined
      ? takenBlocks(card, taken)
      : standing !== undefined && !asked
        ? settledBlocks(card, standing)
        : proposingBlocks(card, standing)),
  ]);
}

/** Nothing is recorded before everyone had the chance to add something. */
function takenBlocks(card: Card, value: AnswerValue): (Block | undefined)[] {
  const { scene, view, language, say } = card;
  const at = { round: scene.round._id, step: view.step.id };
  return [
    quiet(view.words.ask[language]),
    paragraph([strong(say("round.taken")), shown(card, value, ROOM_FOR_ANSWER)]),
    ...takenRemarks(view.step, value, scene, language).map(paragraph),
    paragraph(say("round.anythingElse")),
    choices([
      button(say("round.button.settle"), { kind: "settle", ...at }, { primary: true }),
      button(say("round.button.untake"), { kind: "untake", ...at }),
    ]),
  ];
}

function settledBlocks(card: Card, value: AnswerValue): (Block | undefined)[] {
  const { scene, view, say } = card;
  return [
    paragraph([strong(say("round.settledNow")), shown(card, value, ROOM_FOR_ANSWER)]),
    choices([button(say("coach.button.change"), { kind: "change", round: scene.round._id, step: view.step.id })]),
  ];
}
