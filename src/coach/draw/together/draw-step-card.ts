import { levelLabel } from "../../../assessment/assessed-step.ts";
import type { AnswerValue } from "../../../flow/answer-value.ts";
import { takesCannotSay } from "../../../flow/fits.ts";
import { expected } from "../../../flow/reading/expected.ts";
import { columnNames } from "../../../flow/reading/read-table.ts";
import { tableAsked } from "../../../flow/table-asked.ts";
import { showAnswer } from "../../../flow/wording/show-answer.ts";
import { LIMITS } from "../../../message/limits.ts";
import type { Block, Message, Option } from "../../../message/message.ts";
import { words } from "../../../text/text.ts";
import type { Listener, Scene } from "../../scene.ts";
import type { TellOf } from "../../tell.ts";
import { answerBlocks } from "../asking/answer-blocks.ts";
import { answeringOf, type QuestionView, questionView, valuesIn } from "../asking/question-view.ts";
import { button, choices, heading, messageOf, paragraph, quiet, strong } from "../compose.ts";
import { facilitatorName, personName } from "../naming.ts";
import { shorten } from "../shorten.ts";
import { listedOptions } from "./listed-options.ts";
import { countedProposals, proposalsFor } from "./proposals.ts";
import { standingLevel } from "./standing-level.ts";
import { takenRemarks } from "./taken-remarks.ts";

/** All proposals together stay well below what one message holds (LIMITS.wholeMessage). */
const ROOM_FOR_PROPOSALS = 3000;
const ROOM_FOR_ANSWER = 1500;

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

interface Card {
  readonly scene: Scene;
  readonly view: QuestionView;
  readonly language: Listener["language"];
  readonly say: ReturnType<typeof words>;
}

function shown({ scene, view, language }: Card, value: AnswerValue, room: number): string {
  return shorten(showAnswer(view.step, value, language, answeringOf(scene)), room);
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

function proposingBlocks(card: Card, standing: AnswerValue | undefined): (Block | undefined)[] {
  const { scene, view, language, say } = card;
  const { step } = view;
  const at = { round: scene.round._id, step: step.id };
  const proposals = proposalsFor(scene, step.id);
  const drawn = answerBlocks({ scene, view, language, value: (value) => ({ kind: "propose", ...at, value }) });
  // The question's own form answers for one person; in a thread the same is typed.
  const blocks = drawn.blocks.filter((block) => block?.kind !== "form");
  const tapped = drawn.options.length > 0 || blocks.some((block) => block?.kind === "levels");
  const table = step.kind === "table";
  return [
    ...view.before.map(({ text }) => quiet(text[language])),
    paragraph(view.words.ask[language]),
    standing === undefined || table
      ? undefined
      : paragraph([strong(say("round.standing")), shown(card, standing, ROOM_FOR_ANSWER)]),
    ...oneUp(card, proposals.length === 0),
    listedOptions(view, scene, language),
    ...(step.kind === "text" ? [] : blocks),
    ...(table ? [] : listBlocks(card)),
    quiet(
      table
        ? say("round.rowsTogether", {
            name: facilitatorName(scene, language),
            columns: columnNames(tableAsked(step, answeringOf(scene)), { language }),
          })
        : proposals.length > 0
          ? say("round.facilitatorTakes", { name: facilitatorName(scene, language) })
          : howToPropose(card, tapped),
    ),
    choices(
      [...(table ? [] : takeButtons(card)), ...drawn.options, ...passing(card)].slice(0, LIMITS.actionsPerCard),
      [
        ...drawn.more,
        ...(["why", "tip", "example"] as const).map((what) =>
          button(say(`coach.button.${what}`), { kind: "explain", ...at, what }),
        ),
      ],
      say("coach.button.more"),
    ),
  ];
}

function howToPropose({ scene, view: { step }, language, say }: Card, tapped: boolean): string {
  if (tapped) return say("round.howToProposeTap");
  if (step.kind === "text") return say("round.howToPropose");
  return say("round.howToProposeAs", { expected: expected(step, { ...answeringOf(scene), language }) });
}

/** Where a target is asked, one level up from where the team stands is offered first. */
function oneUp({ scene, view, language, say }: Card, first: boolean): (Block | undefined)[] {
  const { step } = view;
  const stands = step.kind === "level" ? standingLevel(step, scene) : undefined;
  if (step.kind !== "level" || stands === undefined) return [];
  const up = stands + 1;
  const label = (level: number) => levelLabel(scene.flow, step, level, language);
  return [
    paragraph(say(up <= step.levels.length ? "round.standsNow" : "round.standsHighest", { level: label(stands) })),
    first && up <= step.levels.length
      ? choices([
          button(
            shorten(say("round.button.propose", { value: label(up) }), LIMITS.buttonLabel),
            { kind: "propose", round: scene.round._id, step: step.id, value: { kind: "level", level: up } },
            { primary: true },
          ),
        ])
      : undefined,
  ];
}

/** Texts with who proposed them, as everyone in the thread sees anyway; other values counted. */
function listBlocks(card: Card): (Block | undefined)[] {
  const { scene, view, language, say } = card;
  const proposals = proposalsFor(scene, view.step.id);
  if (proposals.length === 0) return [];
  if (view.step.kind === "text") {
    const room = Math.max(60, Math.floor(ROOM_FOR_PROPOSALS / proposals.length));
    return proposals.map(({ by, value }) =>
      paragraph([
        strong(say("round.proposalBy", { name: personName(scene.directory, by, language) })),
        shown(card, value, room),
      ]),
    );
  }
  const counts = countedProposals(proposals).map(({ value, count }) =>
    say("round.proposedCount", { value: shown(card, value, 120), count }),
  );
  return [paragraph(say("round.proposed", { counts: counts.join(", ") }))];
}

/** What the facilitator does with proposals: a text is chosen, joined or worded anew in a form; of other values the most proposed are taken by tap. */
function takeButtons({ scene, view, language, say }: Card): Option[] {
  const { step } = view;
  const at = { round: scene.round._id, step: step.id };
  const proposals = proposalsFor(scene, step.id);
  if (proposals.length === 0) return [];
  if (step.kind === "text") {
    return [button(say("round.button.join"), { kind: "join", ...at }, { opensForm: true, primary: true })];
  }
  const short = countedProposals(proposals)
    .slice(0, 2)
    .map(({ value }) => ({ value, action: { kind: "take-value", ...at, value } as const }))
    .filter(({ action }) => JSON.stringify(action).length <= LIMITS.action);
  if (short.length === 0) return [button(say("round.button.join"), { kind: "join", ...at }, { opensForm: true })];
  return short.map(({ value, action }, index) =>
    button(
      shorten(
        say("round.button.takeValue", { value: showAnswer(step, value, language, answeringOf(scene)) }),
        LIMITS.buttonLabel,
      ),
      action,
      index === 0 ? { primary: true } : {},
    ),
  );
}

function passing({ scene, view, say }: Card): Option[] {
  const { step } = view;
  const at = { round: scene.round._id, step: step.id };
  return [
    ...(takesCannotSay(step, scene.flow)
      ? [button(say("coach.button.cannotSay"), { kind: "propose", ...at, value: { kind: "cannot-say" } })]
      : []),
    ...(step.optional
      ? [button(say("round.button.skip"), { kind: "take-value", ...at, value: { kind: "skipped" } })]
      : []),
  ];
}
