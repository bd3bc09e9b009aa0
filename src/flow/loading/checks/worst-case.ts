import type { AnswerValue } from "../../answer-value.ts";
import { comparisonsOf, holds } from "../../conditions.ts";
import type { EarlierAnswer, FlowContext } from "../../context.ts";
import type { Comparison } from "../../step.ts";
import type { Draft, DraftStep, Shelf } from "../draft.ts";
import { findStep } from "./find-step.ts";
import { possibleAnswers } from "./possible-answers.ts";

/** More combinations of answers than this are not tried one by one. */
const MOST_COMBINATIONS = 20_000;

/**
 * The most questions that anyone can be asked among the steps from index `first` to `last`: every combination of the answers that their
 * conditions look at is tried, so steps that shut each other out are not counted together. Where there are too many combinations, every step
 * counts as asked.
 */
export function mostQuestions(draft: Draft, first: number, last: number, shelf: Shelf): number {
  const wanted = draft.steps.slice(first, last + 1).filter(({ kind }) => kind !== "say");
  const subjects = subjectsOf(wanted, draft, shelf);
  const combinations = subjects.reduce((count, { possible }) => count * possible.length, 1);
  if (combinations > MOST_COMBINATIONS) return wanted.length;
  let most = 0;
  for (let number = 0; number < combinations; number++) {
    const asked = askedWith(pick(subjects, number), draft);
    most = Math.max(most, wanted.filter((step) => asked.has(step)).length);
  }
  return most;
}

interface Subject {
  readonly ref: string;
  readonly possible: readonly (AnswerValue | undefined)[];
}

/** All that the steps' conditions look at, and what those steps' conditions look at in their turn. */
function subjectsOf(steps: readonly DraftStep[], draft: Draft, shelf: Shelf): Subject[] {
  const looks = new Map<string, { readonly step: DraftStep; readonly comparisons: Comparison[] }>();
  const waiting = [...steps];
  for (let from = waiting.pop(); from !== undefined; from = waiting.pop()) {
    for (const comparison of comparisonsOf(from)) {
      const ref = "step" in comparison ? comparison.step : comparison.earlier;
      const found = findStep(ref, draft, from, shelf);
      if (found.kind !== "step") continue;
      const known = looks.get(ref);
      if (known !== undefined) known.comparisons.push(comparison);
      else {
        looks.set(ref, { step: found.step, comparisons: [comparison] });
        if ("step" in comparison) waiting.push(found.step);
      }
    }
  }
  return [...looks].map(([ref, { step, comparisons }]) => {
    const possible = possibleAnswers(step, comparisons);
    return { ref, possible: ref.includes("/") ? [undefined, ...possible] : possible };
  });
}

/** The combination of that number: a digit for each subject. */
function pick(subjects: readonly Subject[], number: number): Map<string, AnswerValue> {
  const picked = new Map<string, AnswerValue>();
  let rest = number;
  for (const { ref, possible } of subjects) {
    const value = possible[rest % possible.length];
    rest = Math.floor(rest / possible.length);
    if (value !== undefined) picked.set(ref, value);
  }
  return picked;
}

/** The steps that are asked when the answers are these; an answer to a step that is not asked does not count. */
function askedWith(values: ReadonlyMap<string, AnswerValue>, draft: Draft): Set<DraftStep> {
  const earlier: Record<string, EarlierAnswer> = {};
  for (const [ref, value] of values) if (ref.includes("/")) earlier[ref] = { value, options: [] };
  const context: FlowContext = { earlier, people: [], customers: [], today: "2026-01-01" };
  const answers: Record<string, AnswerValue> = {};
  const asked = new Set<DraftStep>();
  for (const step of draft.steps) {
    if (step.when !== undefined && !holds(step.when, answers, context)) continue;
    asked.add(step);
    const value = step.id === undefined ? undefined : values.get(step.id);
    if (step.id !== undefined && value !== undefined) answers[step.id] = value;
  }
  return asked;
}
