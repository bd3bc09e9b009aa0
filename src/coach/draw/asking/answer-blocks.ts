import type { DrawnOption } from "../../../flow/context.ts";
import { optionsOf } from "../../../flow/options.ts";
import type { QuestionOf } from "../../../flow/step.ts";
import { levelName } from "../../../flow/wording/show-answer.ts";
import { LIMITS } from "../../../message/limits.ts";
import type { Block, DescribedOption } from "../../../message/message.ts";
import { words } from "../../../text/text.ts";
import { actionText } from "../../action.ts";
import { button, rows } from "../compose.ts";
import { shorten } from "../shorten.ts";
import { answerForm } from "./answer-form.ts";
import type { Answerable, AnswerBlocks } from "./answerable.ts";
import { answeringOf, valuesIn } from "./question-view.ts";
import { tableBlocks } from "./table-blocks.ts";

/** Buttons are read at a glance as long as they are few and short; else each choice is a row. Two stay free for passing the question by. */
const MOST_BUTTONS = LIMITS.actionsPerCard - 2;

export function answerBlocks(input: Answerable): AnswerBlocks {
  const { step } = input.view;
  switch (step.kind) {
    case "level":
      return ofBlocks(rows(levelRows(step, input)));
    case "spectrum":
      return ofBlocks(rows(spectrumRows(step, input)));
    case "choice":
      return choiceBlocks(step, input);
    case "person":
      return personBlocks(step, input);
    case "rank":
      return ofBlocks(numberedFacts(input), answerForm(step, input));
    case "choices":
    case "number":
    case "money":
    case "percent":
    case "date":
    case "quarter":
    case "customer":
      return ofBlocks(answerForm(step, input));
    case "text":
      return ofBlocks(step.optional ? quietly(words(input.language)("coach.ask.typeOrSkip")) : undefined);
    case "table":
      return tableBlocks(step, input);
    default:
      return step satisfies never;
  }
}

function ofBlocks(...blocks: readonly (Block | undefined)[]): AnswerBlocks {
  return { blocks, options: [], more: [] };
}

function quietly(text: string): Block {
  return { kind: "paragraph", words: text, tone: "quiet" };
}

function levelRows(step: QuestionOf<"level">, { scene, language, value }: Answerable): DescribedOption[] {
  const chosen = valuesIn(scene)[step.id];
  return step.levels.map((level, index) => ({
    mark: String(index + 1),
    label: levelName(scene.flow, step, index + 1, language) ?? String(index + 1),
    description: level.description[language],
    sign: level.sign[language],
    action: actionText(value({ kind: "level", level: index + 1 })),
    ...(chosen?.kind === "level" && chosen.level === index + 1 ? { chosen: true } : {}),
  }));
}

/** Every position a row, the ends in the words of their poles, those between by the pole that they are nearer to. */
function spectrumRows(step: QuestionOf<"spectrum">, { scene, language, value }: Answerable): DescribedOption[] {
  const say = words(language);
  const chosen = valuesIn(scene)[step.id];
  const middle = (step.positions + 1) / 2;
  const describe = (position: number): string => {
    if (position === 1) return step.left[language];
    if (position === step.positions) return step.right[language];
    if (position === middle) return say("coach.ask.spectrumMiddle");
    const pole = position < middle ? step.left : step.right;
    return shorten(say("coach.ask.spectrumNear", { pole: pole[language] }), LIMITS.description);
  };
  return Array.from({ length: step.positions }, (_, index) => index + 1).map((position) => ({
    mark: String(position),
    label: String(position),
    description: describe(position),
    action: actionText(value({ kind: "spectrum", position })),
    ...(chosen?.kind === "spectrum" && chosen.position === position ? { chosen: true } : {}),
  }));
}

function choiceBlocks(step: QuestionOf<"choice">, input: Answerable): AnswerBlocks {
  const { scene, language, value } = input;
  const { flow, answers, context } = answeringOf(scene);
  const options = optionsOf(step, flow, answers, context);
  const described = (option: DrawnOption) => step.options?.find(({ id }) => id === option.id)?.description?.[language];
  const short = options.every((option) => option.label[language].length <= LIMITS.buttonLabel && !described(option));
  if (short && options.length <= MOST_BUTTONS) {
    const taps = options.map(({ id, label }) => button(label[language], value({ kind: "choice", option: id })));
    return { blocks: [], options: taps, more: [] };
  }
  const chosen = valuesIn(scene)[step.id];
  return ofBlocks(
    rows(
      options.map((option, index) => {
        const sign = described(option);
        return {
          mark: String(index + 1),
          label: shorten(option.label[language], LIMITS.optionLabel),
          description: shorten(option.label[language], LIMITS.description),
          ...(sign === undefined ? {} : { sign }),
          action: actionText(value({ kind: "choice", option: option.id })),
          ...(chosen?.kind === "choice" && chosen.option === option.id ? { chosen: true } : {}),
        };
      }),
    ),
  );
}

function personBlocks(step: QuestionOf<"person">, input: Answerable): AnswerBlocks {
  const { people } = input.scene.context;
  if (step.many || people.length > MOST_BUTTONS) return ofBlocks(answerForm(step, input));
  const taps = people.map(({ id, name }) =>
    button(shorten(name, LIMITS.buttonLabel), input.value({ kind: "person", people: [id] })),
  );
  return { blocks: [], options: taps, more: [] };
}

/** What is put in order or chosen, with the numbers that it is typed by. */
export function numberedFacts({ view, scene, language }: Pick<Answerable, "view" | "scene" | "language">): Block {
  const { flow, answers, context } = answeringOf(scene);
  const options = optionsOf(view.step, flow, answers, context);
  return {
    kind: "facts",
    facts: options.map(({ label }, index) => ({
      label: String(index + 1),
      value: shorten(label[language], LIMITS.optionLabel),
    })),
  };
}
