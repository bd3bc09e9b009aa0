import { seenOf } from "../../assessment/seen.ts";
import type { Message } from "../../message/message.ts";
import { words } from "../../text/text.ts";
import type { Listener, Scene } from "../scene.ts";
import { button, choices, heading, messageOf, paragraph } from "./compose.ts";

/** Who will see what, before the first question is answered (DESIGN: promise 6). */
export function drawWhoSees({ round, flow }: Scene, { language }: Listener): Message {
  const say = words(language);
  const told = {
    me: flow.saves.length > 0 ? "own.offerAloneSaves" : "own.offerAlone",
    count: "own.whoSeesCount",
    spread: "coach.whoSees.each",
    team: "coach.whoSees.together",
  } as const;
  return messageOf(language, [
    heading(say("coach.whoSees.heading")),
    paragraph(say(told[seenOf(round, flow)])),
    round.mode === "each" && round.state === "open"
      ? choices([button(say("coach.button.answer"), { kind: "take-part", round: round._id })])
      : undefined,
  ]);
}

/** Something that looks like an answer was written where everybody sees it. */
export function drawNotRecorded({ round }: Scene, { language }: Listener): Message {
  const say = words(language);
  return messageOf(language, [
    paragraph(say("coach.notRecorded")),
    round.state === "open"
      ? choices([button(say("coach.button.answer"), { kind: "take-part", round: round._id }, { primary: true })])
      : undefined,
  ]);
}
