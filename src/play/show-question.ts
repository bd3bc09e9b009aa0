import type { Answering } from "../flow/answers.ts";
import { optionsOf } from "../flow/options.ts";
import type { Question } from "../flow/step.ts";
import { numbered } from "../flow/wording/numbered.ts";
import { levelName } from "../flow/wording/show-answer.ts";
import type { StepWords } from "../flow/wording/words-of.ts";
import type { Language } from "../text/text.ts";
import { playWords } from "./play-words.ts";

/** A question and what can be answered to it, as lines for a terminal. `words` are the step's own or those of a variant. */
export function showQuestion(step: Question, words: StepWords, language: Language, answering: Answering): string[] {
  return [words.ask[language], ...showChoices(step, language, answering).map((line) => `  ${line}`)];
}

/** Why, tip and example: behind a tap on screen, in full in a transcript. */
export function showHelp(words: StepWords, language: Language): Readonly<Record<"why" | "tip" | "example", string>> {
  const say = playWords[language];
  return {
    why: `${say.why}: ${words.why[language]}`,
    tip: `${say.tip}: ${words.tip[language]}`,
    example: `${say.example}: ${words.example[language]}`,
  };
}

function showChoices(step: Question, language: Language, answering: Answering): string[] {
  switch (step.kind) {
    case "level":
      return step.levels.map(({ description, sign }, at) => {
        const name = levelName(answering.flow, step, at + 1, language);
        return `${at + 1} ${name === undefined ? "" : `${name}. `}${description[language]} (${sign[language]})`;
      });
    case "spectrum":
      return [`1 ${step.left[language]}`, `${step.positions} ${step.right[language]}`];
    case "choice":
    case "choices":
    case "rank": {
      const options = optionsOf(step, answering.flow, answering.answers, answering.context);
      const described = (id: string) => step.options?.find((option) => option.id === id)?.description?.[language];
      if (options.length === 0) return [playWords[language].nothingToChoose];
      return options.map(({ id, label }, at) => {
        const description = described(id);
        return `${numbered(label[language], at + 1)}${description === undefined ? "" : `. ${description}`}`;
      });
    }
    case "table":
      return [step.columns.map(({ label, optional }) => `${label[language]}${optional ? "?" : ""}`).join("; ")];
    case "text":
    case "number":
    case "money":
    case "percent":
    case "date":
    case "quarter":
    case "person":
    case "customer":
      return [];
    default:
      return step satisfies never;
  }
}
