import type { Message } from "../../message/message.ts";
import { words } from "../../text/text.ts";
import type { Listener, Scene } from "../scene.ts";
import { button, choices, heading, messageOf, paragraph } from "./compose.ts";

/** Who will see what, before the first question is answered (DESIGN: promise 6). */
export function drawWhoSees({ round }: Scene, { language }: Listener): Message {
  const say = words(language);
  return messageOf(language, [
    heading(say("coach.whoSees.heading")),
    paragraph(say(round.mode === "each" ? "coach.whoSees.each" : "coach.whoSees.together")),
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
