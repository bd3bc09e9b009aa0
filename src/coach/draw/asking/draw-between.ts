import { isoDateIn } from "../../../calendar/iso-date.ts";
import { progress } from "../../../flow/progress.ts";
import type { Message } from "../../../message/message.ts";
import { awayOn } from "../../../people/away-on.ts";
import { words } from "../../../text/text.ts";
import type { Listener, Scene } from "../../scene.ts";
import type { TellOf } from "../../tell.ts";
import { button, choices, messageOf, paragraph, quiet } from "../compose.ts";
import { roundName, teamName } from "../naming.ts";
import { capital, numberWord } from "../number-words.ts";
import { date, moment } from "../when.ts";
import { valuesIn } from "./question-view.ts";

export function drawPaused({ round, now }: Scene, listener: Listener): Message {
  const say = words(listener.language);
  const clock = round.state === "open" ? round.closesAt : null;
  return messageOf(listener.language, [
    paragraph(
      clock === null ? say("coach.pausedNoClock") : say("coach.paused", { when: moment(clock, listener, now) }),
    ),
    choices([button(say("coach.button.resume"), { kind: "resume", round: round._id }, { primary: true })]),
  ]);
}

/** One's own answers from another team's round of the same flow: seen by nobody else. */
export function drawReuseOffer({ from }: TellOf<"reuse-offer">, scene: Scene, listener: Listener): Message {
  const say = words(listener.language);
  const { round, reusable } = scene;
  return messageOf(listener.language, [
    paragraph(
      reusable
        ? say("coach.reuseOffer", { date: date(reusable.answeredAt, listener), team: teamName(reusable.team) })
        : say("coach.reuseOfferPlain"),
    ),
    choices([
      button(say("coach.button.reuse"), { kind: "reuse", round: round._id, from }),
      button(say("coach.button.answerAnew"), { kind: "answer-anew", round: round._id }),
    ]),
  ]);
}

/** The one reminder before closing. None when the round is over, all is answered, or the person is away or wants to be left alone. */
export function drawReminder(scene: Scene, listener: Listener): Message | undefined {
  const { round, flow, context, now } = scene;
  const { person } = listener;
  if (person?.quiet || (person && awayOn(person, isoDateIn(now, person.timeZone)))) return undefined;
  const values = valuesIn(scene);
  const standing = progress(flow, values, context);
  if (round.state !== "open" || round.closesAt === null || standing.kind === "done") return undefined;
  const say = words(listener.language);
  const count = Math.max(1, standing.total - standing.answered);
  return messageOf(listener.language, [
    paragraph(
      capital(
        say("coach.reminder", {
          count,
          round: roundName(scene, listener.language),
          when: moment(round.closesAt, listener, scene.now),
          number: numberWord(say, count),
        }),
      ),
    ),
    quiet(say("coach.reminderWhy")),
    choices([
      button(
        say(standing.answered > 0 ? "coach.button.resumeAnswering" : "coach.button.answer"),
        { kind: "take-part", round: round._id },
        { primary: true },
      ),
    ]),
  ]);
}

export function drawRoundOver(scene: Scene, { language }: Listener): Message {
  const say = words(language);
  const named = { round: roundName(scene, language) };
  const { mode, state } = scene.round;
  const told =
    mode === "own"
      ? say(state === "cancelled" ? "own.cancelled" : "own.over", named)
      : say(state === "cancelled" ? "coach.roundCancelled" : "coach.roundOver", named);
  return messageOf(language, [
    paragraph(told),
    scene.response && Object.keys(scene.response.answers).length > 0
      ? choices([button(say("coach.button.myAnswers"), { kind: "my-answers", round: scene.round._id })])
      : undefined,
  ]);
}
