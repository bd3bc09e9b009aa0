import type { Message } from "../../../message/message.ts";
import type { Language, Say } from "../../../text/text.ts";
import { button, choices, heading, messageOf, quiet } from "../../draw/compose.ts";
import { numberWord } from "../../draw/number-words.ts";
import { shorten } from "../../draw/shorten.ts";
import { day } from "../../draw/when.ts";
import { mineButton } from "../../plan/draw/action-buttons.ts";
import type { NudgeView } from "../week-view.ts";

/** The first line is what a notification shows: it says what the message is about within this. */
const FIRST_LINE = 80;
/** DESIGN: at most five lines on screen. */
const MOST_DUE = 5;

/** What is due on a day, by itself. */
export function drawNudge({ reader, due, contacts }: NudgeView, language: Language, say: Say): Message {
  const listener = { ...reader.listener, language };
  const [first] = due;
  const one = first && due.length === 1 ? first : undefined;
  const title = one
    ? say("week.nudge.one", { day: day(one.on, listener, reader.now), what: one.what })
    : say(contacts > 0 ? "week.nudge.manyThings" : "week.nudge.many", { number: numberWord(say, due.length) });
  return messageOf(language, [
    heading(shorten(title, FIRST_LINE)),
    ...due.slice(0, MOST_DUE).flatMap(({ draw }) => draw(listener)),
    due.length > MOST_DUE && contacts > 0 ? choices([button(say("week.button.home"), { kind: "home" })]) : undefined,
    due.length > MOST_DUE && contacts === 0 ? choices([mineButton(say)]) : undefined,
    quiet(say("week.nudge.why")),
  ]);
}
