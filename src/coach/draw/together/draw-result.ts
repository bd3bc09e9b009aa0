import { levelLabel } from "../../../assessment/assessed-step.ts";
import type { AnswerValue } from "../../../flow/answer-value.ts";
import { compileFlow } from "../../../flow/compile-flow.ts";
import { progress, questionsInPlay } from "../../../flow/progress.ts";
import type { Question } from "../../../flow/step.ts";
import { showAnswer, showRow } from "../../../flow/wording/show-answer.ts";
import type { Block, Message } from "../../../message/message.ts";
import { LIFT } from "../../../rounds/round.ts";
import { words } from "../../../text/text.ts";
import type { Listener, Scene } from "../../scene.ts";
import { answeringOf, valuesIn } from "../asking/question-view.ts";
import { button, choices, heading, messageOf, paragraph, quiet, strong } from "../compose.ts";
import { roundName } from "../naming.ts";
import { inSentence, numberWord } from "../number-words.ts";
import { wayOn } from "../round/way-on.ts";
import { shorten } from "../shorten.ts";
import { rowsLeft } from "./rows-left.ts";
import { standingLevel, targetOf } from "./standing-level.ts";

const ROOM_FOR_ANSWERS = 4000;
const SHORTEST_CELL = 40;

/** What the team answered together: each lifted dimension from where it stands to its target with the answer how, what waits, and the rest. */
export function drawResult(scene: Scene, { language }: Listener): Message {
  const { flow, context } = scene;
  const values = valuesAgreed(scene);
  const steps = questionsInPlay(flow, values, context).filter(({ id }) => values[id] !== undefined);
  const targets = steps.flatMap((step) => {
    const base = targetOf(step, scene);
    return base === undefined ? [] : [{ step, base }];
  });
  const paired = new Set([LIFT, ...targets.flatMap(({ step, base }) => [step.id, base])]);
  const rest = targets.length === 0 ? steps : steps.filter(({ id }) => !paired.has(id));
  const plain = rest.filter((step) => !isTable(values[step.id]) && !isNoToMore(step, values[step.id], scene));
  const room = Math.max(120, Math.floor(ROOM_FOR_ANSWERS / Math.max(1, steps.length)));
  const shown = (step: Question) => {
    const value = values[step.id];
    return value === undefined ? "" : shorten(showAnswer(step, value, language, answeringOf(scene)), room);
  };
  const facts: Block | undefined =
    plain.length === 0
      ? undefined
      : { kind: "facts", facts: plain.map((step) => ({ label: step.title[language], value: shown(step) })) };
  const tables = rest.flatMap((step) => [tableOf(step, scene, language, room), leftOf(step, scene, language)]);
  return messageOf(language, [
    heading(roundName(scene, language)),
    ...targets.flatMap(({ step, base }) => {
      const answered = steps.find(({ id }) => id === base);
      return [
        paragraph([strong(targetLine(step, base, scene, language))]),
        answered ? paragraph(shown(answered)) : undefined,
      ];
    }),
    ...(isTable(values[rest[0]?.id ?? ""]) ? [...tables, facts] : [facts, ...tables]),
    ...(targets.length > 0 ? [waiting(scene, language)] : []),
    ...wayOn(scene, language),
  ]);
}

/** "Ei, nämä riittävät": no to whether there is more, where yes would have been followed by a question. */
function isNoToMore({ id }: Question, value: AnswerValue | undefined, { flow }: Scene): boolean {
  if (value?.kind !== "choice" || value.option !== "no") return false;
  return flow.steps.some(
    ({ when }) => when !== undefined && "step" in when && when.step === id && "is" in when && when.is === "yes",
  );
}

function isTable(value: AnswerValue | undefined): boolean {
  return value?.kind === "table" && value.rows.length > 0;
}

/** All that the rows say, in the columns in which they say something. */
function tableOf(step: Question, scene: Scene, language: Listener["language"], room: number): Block | undefined {
  const value = valuesAgreed(scene)[step.id];
  if (step.kind !== "table" || value?.kind !== "table" || value.rows.length === 0) return undefined;
  const all = value.rows.map((row) => showRow(step, row, language, answeringOf(scene)));
  const filled = step.columns.flatMap((column, at) =>
    all.some((cells) => (cells[at] ?? "") !== "") ? [{ label: column.label[language], at }] : [],
  );
  const most = Math.max(SHORTEST_CELL, Math.floor(room / (all.length * filled.length)));
  return {
    kind: "table",
    caption: step.title[language],
    columns: filled.map(({ label }) => label),
    rows: all.map((cells) => filled.map(({ at }) => shorten(cells[at] ?? "", most))),
  };
}

function leftOf(step: Question, scene: Scene, language: Listener["language"]): Block | undefined {
  const value = valuesAgreed(scene)[step.id];
  const left = step.kind === "table" && value ? rowsLeft(step, value, scene, language) : undefined;
  return left && quiet([strong(left.label), `${left.names}.`]);
}

/** The team's answers: what is agreed, and of a round that was changed since, what stands now. */
function valuesAgreed(scene: Scene) {
  const agreed = Object.entries(scene.round.agreed).map(([step, { value }]) => [step, value] as const);
  return { ...Object.fromEntries(agreed), ...valuesIn(scene) };
}

function targetLine(step: Question, base: string, scene: Scene, language: Listener["language"]): string {
  const say = words(language);
  const title = compileFlow(scene.flow).byId.get(base)?.title[language] ?? step.title[language];
  const value = valuesAgreed(scene)[step.id];
  const target =
    step.kind === "level" && value?.kind === "level"
      ? levelLabel(scene.flow, step, value.level, language)
      : value
        ? showAnswer(step, value, language, answeringOf(scene))
        : "";
  const stands = step.kind === "level" ? standingLevel(step, scene) : undefined;
  return stands === undefined || step.kind !== "level"
    ? say("round.targetOnly", { title, to: target })
    : say("round.targetLine", { title, from: levelLabel(scene.flow, step, stands, language), to: target });
}

/** The dimensions that were not picked stay open and can be taken later. */
function waiting(scene: Scene, language: Listener["language"]): Block | undefined {
  const say = words(language);
  const value = valuesAgreed(scene)[LIFT];
  const step = compileFlow(scene.flow).byId.get(LIFT);
  if (value?.kind !== "choices" || step?.kind !== "choices") return undefined;
  const left = step.options?.filter(({ id }) => !value.options.includes(id)) ?? [];
  return left.length === 0
    ? undefined
    : quiet([
        strong(say("round.waiting")),
        `${left.map(({ label }) => inSentence(label[language])).join(", ")}. ${say("round.waitingEnd")}`,
      ]);
}

/** A longer flow stops itself and lets the team choose its time. */
export function drawSittingEnds(scene: Scene, { language }: Listener): Message {
  const { flow, context, round } = scene;
  const say = words(language);
  const values = valuesIn(scene);
  const standing = progress(flow, values, context);
  const { questions } = compileFlow(flow);
  const sitting = standing.kind === "asking" ? standing.sitting : 0;
  const inPlay = new Set(questionsInPlay(flow, values, context).map(({ id }) => id));
  const count = questions.filter((one) => one.sitting === sitting && inPlay.has(one.step.id)).length;
  const minutes = flow.sittings?.[sitting - 1]?.minutes ?? flow.minutes;
  return messageOf(language, [
    paragraph(
      say("round.sittingEnds", {
        questions: say("coach.questions", { count, number: numberWord(say, count) }),
        minutes,
      }),
    ),
    quiet(say(round.mode === "together" ? "round.sittingLater" : "own.sittingLater")),
    choices([button(say("round.button.goOn"), { kind: "go-on", round: round._id }, { primary: true })]),
  ]);
}
