import { answerOf } from "../flow/answers.ts";
import { compileFlow } from "../flow/compile-flow.ts";
import type { Flow } from "../flow/flow.ts";
import { exampleAnswers, exampleReply } from "../flow/loading/example-answers.ts";
import { questionsInPlay } from "../flow/progress.ts";
import type { Comparison, Condition, Question, Step } from "../flow/step.ts";
import { showAnswer } from "../flow/wording/show-answer.ts";
import { type StepWords, wordsOf } from "../flow/wording/words-of.ts";
import type { Language } from "../text/text.ts";
import { playWords } from "./play-words.ts";
import { showFlow } from "./show-flow.ts";
import { showHelp, showQuestion } from "./show-question.ts";

/** A whole flow as lines: every step with all of its words, those of its variants too, and its example as the answer. */
export function transcript(flow: Flow, flowOf: (id: string) => Flow | undefined, language: Language): string[] {
  const say = playWords[language];
  const { answers, context } = exampleAnswers(flow, flowOf, language);
  const answering = { flow, answers, context };
  const inPlay = questionsInPlay(flow, answers, context);
  const { questions, sittings } = compileFlow(flow);
  const starts = (flow.sittings ?? []).map(({ from }) => from);

  const linesOf = (step: Step): string[] => {
    const condition = step.when === undefined ? [] : [say.onlyWhen(inWords(step.when, language))];
    if (step.kind === "say") return [`[${step.id}]`, ...condition, step.text[language]];
    const number = questions.findIndex((question) => question.step === step) + 1;
    const words = wordsOf(step, answers, context);
    return [
      `${number}/${questions.length} ${step.title[language]} [${step.id}, ${step.kind}]${step.optional ? ` ${say.optional}` : ""}`,
      ...condition,
      ...showQuestion(step, words, language, answering),
      ...Object.values(showHelp(words, language)),
      ...variantsOf(step, language),
      ...reply(step, words),
    ];
  };

  const reply = (step: Question, words: StepWords): string[] => {
    if (!inPlay.includes(step)) return [`(${say.notAsked})`];
    const value = answerOf(answers, step.id);
    const typed = exampleReply(step, language, words.example).split("\n");
    const read = value === undefined ? say.unanswered : showAnswer(step, value, language, answering);
    return [...typed.map((line) => `> ${line}`), say.taken(read)];
  };

  return [
    ...showFlow(flow, language),
    ...flow.steps.flatMap((step) => {
      const sitting = starts.indexOf(step.id);
      const heading = sitting < 0 ? [] : ["", `=== ${say.sitting(sitting + 1, sittings)}`];
      return [...heading, "", ...linesOf(step)];
    }),
  ];
}

function variantsOf({ variants }: Question, language: Language): string[] {
  if (variants === undefined) return [];
  const say = playWords[language];
  return Object.entries(variants.cases).flatMap(([key, { ask, why, tip, example }]) => [
    `${say.inCase(variants.of, key)}: ${ask[language]}`,
    ...(why === undefined ? [] : [`  ${say.why}: ${why[language]}`]),
    ...(tip === undefined ? [] : [`  ${say.tip}: ${tip[language]}`]),
    ...(example === undefined ? [] : [`  ${say.example}: ${example[language]}`]),
  ]);
}

/** With steps and options by their ids, for the file's author: "market is nordics". */
function inWords(condition: Condition, language: Language): string {
  const say = playWords[language];
  const all = (comparisons: readonly Comparison[]) => comparisons.map((one) => comparisonInWords(one, language));
  if ("all" in condition) return all(condition.all).join(` ${say.and} `);
  if ("any" in condition) return all(condition.any).join(` ${say.or} `);
  return comparisonInWords(condition, language);
}

function comparisonInWords(comparison: Comparison, language: Language): string {
  const say = playWords[language];
  const of = "step" in comparison ? comparison.step : comparison.earlier;
  if ("answered" in comparison) return `${of} ${comparison.answered ? say.answered : say.notAnswered}`;
  if ("is" in comparison) return `${of} ${say.keys.is} ${comparison.is}`;
  if ("includes" in comparison) return `${of} ${say.keys.includes} ${comparison.includes}`;
  if ("atLeast" in comparison) return `${of} ${say.keys.atLeast} ${comparison.atLeast}`;
  return `${of} ${say.keys.atMost} ${comparison.atMost}`;
}
