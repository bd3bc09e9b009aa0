import { seenOf } from "../../../assessment/seen.ts";
import { takesCannotSay } from "../../../flow/fits.ts";
import { columnNames } from "../../../flow/reading/read-table.ts";
import { tableAsked } from "../../../flow/table-asked.ts";
import { showAnswer } from "../../../flow/wording/show-answer.ts";
import { LIMITS } from "../../../message/limits.ts";
import type { Message, Option } from "../../../message/message.ts";
import { type Say, words } from "../../../text/text.ts";
import type { Listener, Scene } from "../../scene.ts";
import type { TellOf } from "../../tell.ts";
import { button, choices, heading, messageOf, paragraph, quiet } from "../compose.ts";
import { roundName, teamName } from "../naming.ts";
import { capital, numberWord } from "../number-words.ts";
import { shorten, withoutStop } from "../shorten.ts";
import { worthRemarks } from "../together/worth-remarks.ts";
import { answerBlocks } from "./answer-blocks.ts";
import { recorded } from "./draw-answered.ts";
import { answeringOf, type QuestionView, questionView, valuesIn } from "./question-view.ts";
import { rowsSoFar } from "./rows-so-far.ts";

/** As much of an earlier answer as reminds of it. */
const LONGEST_BEFORE = 60;
const MOST_REMARKS = 2;
/** Where it stands below how far the person got. */
const SHORT_BEFORE = 45;

/** A question in someone's private chat: on screen only the question and its choices; why, tip and example open by tap. */
export function drawAsk(tell: TellOf<"ask">, scene: Scene, listener: Listener): Message | undefined {
  const view = questionView(scene, tell.step);
  if (!view) return undefined;
  const { language } = listener;
  const say = words(language);
  const { round } = scene;
  const drawn = answerBlocks({
    scene,
    view,
    language,
    value: (value) => ({ kind: "answer", round: round._id, step: view.step.id, value }),
  });
  return messageOf(language, [
    quiet(justRecorded(tell.recorded, scene, language)),
    quiet(view.answered === 0 ? whoSees(scene, say) : undefined),
    quiet(tell.afterAWhile ? leftAt(view, say, language) : undefined),
    quiet(tell.changed ? say("coach.ask.changed") : undefined),
    heading(headingOf(view, scene, tell.several, listener)),
    ...view.before.map(({ text }) => quiet(text[language])),
    paragraph(view.words.ask[language]),
    quiet(answeredBefore(view, scene, language, tell.afterAWhile ? SHORT_BEFORE : LONGEST_BEFORE)),
    ...drawn.blocks,
    quiet(doubtful(view, scene, language)),
    quiet(howToTypeRows(view, scene, language)),
    choices(
      [...drawn.options, ...ways(view, scene, say)],
      [...drawn.more, ...asides(view, scene, say)],
      say(view.step.kind === "table" ? "coach.button.moreOfTable" : "coach.button.more"),
    ),
  ]);
}

/** Before the first question stands who will see the answers; in a thread everybody sees that they do. */
function whoSees({ round, flow }: Scene, say: Say): string | undefined {
  const seen = seenOf(round, flow);
  const told = { me: "own.seesMe", count: "own.seesCount", spread: "coach.ask.sees" } as const;
  return seen === "team" ? undefined : say(told[seen]);
}

function justRecorded(id: string | undefined, scene: Scene, language: Listener["language"]): string | undefined {
  const step = id === undefined ? undefined : questionView(scene, id)?.step;
  const value = step ? valuesIn(scene)[step.id] : undefined;
  return step && value ? recorded(step, value, scene, language) : undefined;
}

function headingOf(view: QuestionView, scene: Scene, several: boolean, { language }: Listener): string {
  const say = words(language);
  const { position, total } = view;
  const title = view.words.title[language];
  if (!several) return say("coach.ask.heading", { title, position, total });
  const name = roundName(scene, language);
  const round = scene.round.mode === "own" ? name : `${name}, ${teamName(scene.team)}`;
  return shorten(say("coach.ask.headingRound", { title, position, total, round }), LIMITS.heading);
}

function leftAt(
  { position, total, answered, standing, words: own }: QuestionView,
  say: Say,
  language: Listener["language"],
): string {
  const left = say("coach.ask.left", { position, total, title: own.title[language] });
  const saved =
    answered === 0 || standing
      ? ""
      : capital(say("coach.ask.saved", { count: answered, number: numberWord(say, answered) }));
  return `${left} ${saved}`.trim();
}

/** What was answered before to a question that is asked again: what "Pidetään ennallaan" keeps. A table shows its rows by itself. */
function answeredBefore(
  { step, standing }: QuestionView,
  scene: Scene,
  language: Listener["language"],
  longest: number,
): string | undefined {
  if (!standing || step.kind === "table") return undefined;
  const answer = shorten(showAnswer(step, standing, language, answeringOf(scene)), longest);
  return words(language)("coach.ask.answeredBefore", { answer: withoutStop(answer) }).replace("….", "…");
}

/** What may be a slip in the newest rows; in a thread it is said once they are taken. */
function doubtful({ step }: QuestionView, scene: Scene, language: Listener["language"]): string | undefined {
  if (step.kind !== "table") return undefined;
  const remarks = worthRemarks(step, rowsSoFar(scene.response, step.id), scene, language);
  return remarks.length === 0 ? undefined : shorten(remarks.slice(-MOST_REMARKS).join(" "), LIMITS.messageText);
}

/** How a row is typed, for the first one: nobody would guess. */
function howToTypeRows({ step }: QuestionView, scene: Scene, language: Listener["language"]): string | undefined {
  if (step.kind !== "table" || rowsSoFar(scene.response, step.id).length > 0) return undefined;
  const table = tableAsked(step, answeringOf(scene));
  if (table.columns.length < 2) return undefined;
  const key = table.columns.some(({ optional }) => optional) ? "coach.ask.typeRowsSome" : "coach.ask.typeRows";
  return words(language)(key, { columns: columnNames(table, { language }) });
}

/** The ways to pass a question by: where it was answered before, the answer can be kept. */
function ways({ step, standing }: QuestionView, { flow, round }: Scene, say: Say): Option[] {
  const at = { round: round._id, step: step.id };
  const keeps = standing !== undefined && step.kind !== "table";
  return [
    ...(keeps ? [button(say("coach.button.keep"), { kind: "keep", ...at })] : []),
    ...(takesCannotSay(step, flow)
      ? [button(say("coach.button.cannotSay"), { kind: "answer", ...at, value: { kind: "cannot-say" } })]
      : []),
    ...(step.optional && !keeps ? [skip(step.id, round._id, say)] : []),
  ];
}

function skip(step: string, round: string, say: Say): Option {
  return button(say("coach.button.skip"), { kind: "answer", round, step, value: { kind: "skipped" } });
}

function asides({ step, first, standing }: QuestionView, { round }: Scene, say: Say): Option[] {
  const at = { round: round._id, step: step.id };
  return [
    ...(step.optional && standing && step.kind !== "table" ? [skip(step.id, round._id, say)] : []),
    ...(["why", "tip", "example"] as const).map((what) =>
      button(say(`coach.button.${what}`), { kind: "explain", ...at, what }),
    ),
    ...(first ? [] : [button(say("coach.button.previous"), { kind: "back", ...at })]),
    button(say("coach.button.pause"), { kind: "pause", round: round._id }),
  ];
}
