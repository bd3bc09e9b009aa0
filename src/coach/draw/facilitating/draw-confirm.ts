import { FEWEST_TO_CLOSE, seenOf } from "../../../assessment/seen.ts";
import type { Message } from "../../../message/message.ts";
import { type Language, words } from "../../../text/text.ts";
import type { Listener, Scene } from "../../scene.ts";
import { button, choices, messageOf, paragraph } from "../compose.ts";
import { roundName } from "../naming.ts";
import { numberWord } from "../number-words.ts";

/** Asked before a round is cancelled. */
export function drawConfirmCancel(scene: Scene, { language }: Listener): Message {
  const say = words(language);
  const round = scene.round._id;
  if (scene.round.mode === "own") return confirmCancelOwn(scene, language);
  if (scene.round.state === "cancelled") return messageOf(language, [paragraph(say("round.cancelled"))]);
  return messageOf(language, [
    paragraph(say("round.confirmCancel", { round: roundName(scene, language) })),
    choices([
      button(say("round.button.cancel"), { kind: "really-cancel", round }),
      button(say("round.button.keep"), { kind: "facilitate", round }),
    ]),
  ]);
}

function confirmCancelOwn(scene: Scene, language: Language): Message {
  const say = words(language);
  const { _id: round, state } = scene.round;
  const named = { round: roundName(scene, language) };
  if (state !== "open")
    return messageOf(language, [paragraph(say(`own.${state === "cancelled" ? state : "over"}`, named))]);
  return messageOf(language, [
    paragraph(say("own.confirmCancel", named)),
    choices([
      button(say("own.button.cancel"), { kind: "really-cancel", round }),
      button(say("own.button.keep"), { kind: "resume", round }),
    ]),
  ]);
}

/** Asked before a round is closed from which next to nothing could be shown, or while people are in the middle of their answers: how many, never who. */
export function drawConfirmClose({ round, finished, underWay = 0, flow }: Scene, { language }: Listener): Message {
  const say = words(language);
  if (round.state !== "open")
    return messageOf(language, [paragraph(say("round.closedTitle", { round: roundName({ round, flow }, language) }))]);
  const total = round.invited.length;
  const thin = finished < Math.min(FEWEST_TO_CLOSE, total);
  const question = thin
    ? seenOf(round, flow) === "spread"
      ? "round.confirmClose"
      : "own.confirmClose"
    : "round.confirmCloseUnderWay";
  return messageOf(language, [
    paragraph(say(question, { done: finished, total, number: numberWord(say, underWay) })),
    choices([
      button(say("round.button.closeAnyway"), { kind: "really-close", round: round._id }),
      button(say("round.button.keep"), { kind: "facilitate", round: round._id }),
    ]),
  ]);
}

/** What is left of a facilitator's card when it stands anew: its buttons would be old. */
export function drawCardMoved({ round, directory }: Scene, { language, person }: Listener): Message {
  const say = words(language);
  const name = directory.people.get(round.facilitator)?.name ?? "";
  return messageOf(language, [
    paragraph(person?._id === round.facilitator ? say("round.cardMoved") : say("round.cardWith", { name })),
  ]);
}
