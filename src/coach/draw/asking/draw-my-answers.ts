import { seenOf } from "../../../assessment/seen.ts";
import { progress, questionsInPlay } from "../../../flow/progress.ts";
import { showAnswer } from "../../../flow/wording/show-answer.ts";
import { LIMITS } from "../../../message/limits.ts";
import type { Block, Message, Option } from "../../../message/message.ts";
import { type Language, type Say, words } from "../../../text/text.ts";
import { ownActionButton } from "../../own/own-action.ts";
import type { Listener, Scene } from "../../scene.ts";
import { button, choices, heading, messageOf, paragraph, quiet } from "../compose.ts";
import { roundName } from "../naming.ts";
import { shorten } from "../shorten.ts";
import { moment } from "../when.ts";
import { answeringOf, valuesIn } from "./question-view.ts";

/** All answers together stay well below what one message holds (LIMITS.wholeMessage); each gets its share. */
const ROOM_FOR_ANSWERS = 4500;

/** Everything is answered: until when it can be changed, and who will see what. */
export function drawFinished(scene: Scene, listener: Listener): Message {
  const { round } = scene;
  const { language } = listener;
  const say = words(language);
  const sees = seenOf(round, scene.flow);
  const told = { me: "own.seesMe", count: "own.seesCount", spread: "coach.finishedSees", team: "own.seesMe" } as const;
  return messageOf(language, [
    heading(roundName(scene, language)),
    paragraph(untilWhen(scene, listener, say)),
    answerFacts(scene, language),
    quiet(say(told[sees])),
    choices(
      [
        ownActionButton(scene, say),
        sees === "me" ? undefined : button(say("coach.button.whoSees"), { kind: "who-sees", round: round._id }),
      ],
      changeButtons(scene, language),
      say("coach.button.changeMenu"),
    ),
  ]);
}

function untilWhen({ round, now }: Scene, listener: Listener, say: Say): string {
  if (round.mode === "own") return say("own.finished");
  if (round.state !== "open") return say("coach.finishedClosed");
  return round.closesAt === null
    ? say("coach.finishedNoClock")
    : say("coach.finished", { when: moment(round.closesAt, listener, now) });
}

/** A person's own answers, whole, each with a way to change it, and the way to what else they have answered. */
export function drawMyAnswers(scene: Scene, { language }: Listener): Message {
  const { round, flow, context } = scene;
  const say = words(language);
  const facts = answerFacts(scene, language);
  const asking = progress(flow, valuesIn(scene), context).kind === "asking" && round.state === "open";
  return messageOf(language, [
    heading(say("coach.yourAnswers", { round: roundName(scene, language) })),
    facts ?? paragraph(say("coach.noAnswers")),
    seenOf(round, flow) === "spread" && (round.state === "talking" || round.state === "agreed")
      ? quiet(say("coach.afterClosing"))
      : undefined,
    choices(
      [
        asking
          ? button(say("coach.button.resume"), { kind: "resume", round: round._id }, { primary: true })
          : undefined,
        asking ? undefined : ownActionButton(scene, say),
      ],
      changeButtons(scene, language),
      say("coach.button.changeMenu"),
    ),
    ...otherBlocks(scene, language),
  ]);
}

/** So many earlier answers have a button each; the older ones stand behind a menu. */
const MOST_OTHERS = 3;

function otherBlocks({ others = [] }: Scene, language: Language): (Block | undefined)[] {
  if (others.length === 0) return [];
  const say = words(language);
  const ways = others.map((one) =>
    button(shorten(roundName(one, language), LIMITS.buttonLabel), { kind: "my-answers", round: one.round._id }),
  );
  return [
    quiet(say("own.others")),
    choices(ways.slice(0, MOST_OTHERS), ways.slice(MOST_OTHERS), say("own.button.older")),
  ];
}

function answerFacts(scene: Scene, language: Language): Block | undefined {
  const values = valuesIn(scene);
  const steps = answeredSteps(scene);
  if (steps.length === 0) return undefined;
  const room = Math.max(100, Math.floor(ROOM_FOR_ANSWERS / steps.length));
  return {
    kind: "facts",
    facts: steps.flatMap((step) => {
      const value = values[step.id];
      if (!value) return [];
      return [
        { label: step.title[language], value: shorten(showAnswer(step, value, language, answeringOf(scene)), room) },
      ];
    }),
  };
}

function changeButtons(scene: Scene, language: Language): Option[] {
  const say = words(language);
  return answeredSteps(scene).map((step) =>
    button(shorten(say("coach.button.changeStep", { title: step.title[language] }), LIMITS.buttonLabel), {
      kind: "change",
      round: scene.round._id,
      step: step.id,
    }),
  );
}

function answeredSteps(scene: Scene) {
  const values = valuesIn(scene);
  return questionsInPlay(scene.flow, values, scene.context).filter((step) => values[step.id] !== undefined);
}
