import { liftedSteps } from "../../../assessment/lift.ts";
import { seenOf } from "../../../assessment/seen.ts";
import { progress, questionsInPlay } from "../../../flow/progress.ts";
import { totalSaid } from "../../../flow/total-said.ts";
import type { Block, Message, Option } from "../../../message/message.ts";
import { words } from "../../../text/text.ts";
import type { Listener, Scene } from "../../scene.ts";
import { answeringOf, valuesIn } from "../asking/question-view.ts";
import { button, choices, heading, messageOf, paragraph } from "../compose.ts";
import { counted } from "../lobby/counted.ts";
import { facilitatorName, roundName } from "../naming.ts";
import { inSentence, listed } from "../number-words.ts";
import { moment } from "../when.ts";

/** The round's card in the channel: what it gives, what it takes, who will see what, how far it is; never who. Its thread lies under it. */
export function drawRoundCard(scene: Scene, listener: Listener): Message {
  const { language } = listener;
  const blocks = scene.round.state === "open" ? openBlocks(scene, listener) : overBlocks(scene, listener);
  const message = messageOf(language, [heading(roundName(scene, language)), ...blocks]);
  return { ...message, startsThread: scene.round._id };
}

function openBlocks(scene: Scene, listener: Listener): (Block | undefined)[] {
  const { round, flow } = scene;
  const { language } = listener;
  const say = words(language);
  const whoSees = button(say("coach.button.whoSees"), { kind: "who-sees", round: round._id });
  const each = round.mode === "each";
  return [
    paragraph(flow.gives[language]),
    paragraph(each ? howEach(scene, listener) : howTogether(scene, listener)),
    each ? answeredSoFar(scene, listener) : settledSoFar(scene, listener),
    choices([
      each ? button(say("coach.button.answer"), { kind: "take-part", round: round._id }, { primary: true }) : undefined,
      whoSees,
    ]),
  ];
}

function howEach({ round, flow, now }: Scene, listener: Listener): string {
  const say = words(listener.language);
  const how = { counted: counted(flow, listener.language) };
  const shown = seenOf(round, flow) === "spread";
  return round.closesAt === null
    ? say(shown ? "round.eachNoClock" : "own.eachNoClock", how)
    : say(shown ? "round.each" : "own.each", { ...how, when: moment(round.closesAt, listener, now) });
}

function howTogether(scene: Scene, { language }: Listener): string {
  const { flow, context } = scene;
  // What the round begins with is settled already, so that only what is left is counted.
  const questions = questionsInPlay(flow, valuesIn(scene), context).length;
  const say = words(language);
  return say("round.together", {
    counted: counted(flow, language, questions > 1 ? questions : undefined),
    name: facilitatorName(scene, language),
  });
}

function answeredSoFar({ round, finished }: Scene, { language }: Listener): Block {
  const total = round.invited.length;
  const done = Math.min(finished, total);
  return { kind: "progress", done, total, label: words(language)("round.answered", { done, total }) };
}

function settledSoFar(scene: Scene, { language }: Listener): Block | undefined {
  const { answered: done, total } = progress(scene.flow, valuesIn(scene), scene.context);
  if (total < 2) return undefined;
  const label = words(language)("round.settled", { done, total: totalSaid(answeringOf(scene)) });
  return { kind: "progress", done, total, label };
}

function overBlocks(scene: Scene, { language }: Listener): (Block | undefined)[] {
  const { round, flow } = scene;
  const say = words(language);
  const told = (text: string, ...ways: Option[]) => [paragraph(text), choices(ways)];
  if (round.state === "cancelled") {
    return told(
      say(round.mode === "each" ? "round.cardCancelled" : "round.cardCancelledTogether"),
      button(say("round.startAgain"), { kind: "start", flow: flow.id, team: round.team }),
    );
  }
  if (round.state === "agreed" && seenOf(round, flow) === "count") {
    return told(say("own.cardDone"), button(say("own.button.mine"), { kind: "my-answers", round: round._id }));
  }
  if (round.state === "agreed") {
    const lifted = liftedSteps(round, flow).map(({ title }) => inSentence(title[language]));
    return told(
      lifted.length > 0 ? say("round.cardAgreed", { lifted: listed(say, lifted) }) : say("round.cardDone"),
      button(say("coach.button.whereWeAre"), { kind: "where-we-are", team: round.team }),
    );
  }
  return told(
    say("round.cardClosed", { name: facilitatorName(scene, language) }),
    button(say("coach.button.facilitate"), { kind: "facilitate", round: round._id }),
  );
}
