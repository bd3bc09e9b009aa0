import { type Answering, type Answers, answerOf } from "./answers.ts";
import { type CompiledFlow, compileFlow } from "./compile-flow.ts";
import { holds } from "./conditions.ts";
import type { FlowContext } from "./context.ts";
import { fits } from "./fits.ts";
import type { Flow } from "./flow.ts";
import { optionCount } from "./options.ts";
import type { Question, Step } from "./step.ts";

type Say = Extract<Step, { kind: "say" }>;

/** Where someone's answers stand in a flow. */
export type Standing =
  | {
      readonly kind: "asking";
      readonly step: Question;
      /** Told before the question is. */
      readonly before: readonly Say[];
      /** Of the step among the questions now in play: 1 to `total`. */
      readonly position: number;
      /** Questions now in play. May grow or shrink as answers open and close others. */
      readonly total: number;
      /** How many questions in play have an answer, wherever they stand. */
      readonly answered: number;
      /** The sitting that the step belongs to, 1 to `sittings`. */
      readonly sitting: number;
      readonly sittings: number;
      /** Whether the step is the last question in play of a sitting that another one follows: after its answer the flow stops and offers a time. */
      readonly sittingEnds: boolean;
    }
  | {
      readonly kind: "done";
      /** Questions in play with an answer, "I can't say" among them, skipped ones not. */
      readonly answered: number;
      readonly total: number;
      /** Told at the end. */
      readonly after: readonly Say[];
    };

/** Which questions are in play, which of their answers count, and the first that has none. */
interface Play {
  /** The answers that count; besides them may hold those of steps that the flow does not have, which nothing asks for. */
  readonly counted: Answers;
  readonly inPlay: readonly number[];
  /** Index into `inPlay`, or -1. */
  readonly first: number;
  readonly answered: number;
}

/**
 * Where the answers stand, worked out from nothing but the answers: the first question in play whose answer is missing or does not fit any more
 * (see `fits`). Answers of removed steps are passed over. Never throws for answers that answerValueSchema let in.
 */
export function progress(flow: Flow, answers: Answers, context: FlowContext): Standing {
  const compiled = compileFlow(flow);
  const { questions, sittings } = compiled;
  const { counted, inPlay, first, answered } = play(flow, answers, context);
  const total = inPlay.length;
  const told = (from: number, to: number) =>
    saysBetween(compiled, from, to).filter((say) => !say.when || holds(say.when, counted, context));
  const index = inPlay[first] ?? -1;
  const question = questions[index];
  if (!question) {
    return { kind: "done", answered, total, after: told((inPlay[total - 1] ?? -1) + 1, questions.length) };
  }
  const next = questions[inPlay[first + 1] ?? -1];
  return {
    kind: "asking",
    step: question.step,
    before: told((inPlay[first - 1] ?? -1) + 1, index),
    position: first + 1,
    total,
    answered,
    sitting: question.sitting,
    sittings,
    sittingEnds: next !== undefined && next.sitting !== question.sitting,
  };
}

/** What stands before the questions of those indexes; at the index after the last, what stands at the end. */
function saysBetween({ questions, says }: CompiledFlow, from: number, to: number): readonly Say[] {
  if (from === to) return questions[to]?.says ?? says;
  const before = questions.slice(from, to + 1).flatMap((question) => question.says);
  return to === questions.length ? [...before, ...says] : before;
}

/** The answers that count: of steps in play, fitting their steps. What results and conditions are made from. */
export function answersInPlay(flow: Flow, answers: Answers, context: FlowContext): Answers {
  const { counted, inPlay } = play(flow, answers, context);
  const { questions } = compileFlow(flow);
  const steps = inPlay.flatMap((index) => questions[index]?.step.id ?? []);
  return Object.fromEntries(
    steps.flatMap((id) => {
      const value = answerOf(counted, id);
      return value ? [[id, value]] : [];
    }),
  );
}

/** The questions now in play, in the order in which they are asked. */
export function questionsInPlay(flow: Flow, answers: Answers, context: FlowContext): readonly Question[] {
  const { questions } = compileFlow(flow);
  return play(flow, answers, context).inPlay.flatMap((index) => questions[index]?.step ?? []);
}

/**
 * The question before a step, for "back": the nearest one in play that stands earlier in the flow. Without a step, the last one in play (back from
 * the end). Undefined at the first question, and for a step that the flow does not have.
 */
export function previousQuestion(
  flow: Flow,
  answers: Answers,
  context: FlowContext,
  stepId?: string,
): Question | undefined {
  const { questions } = compileFlow(flow);
  const at = stepId === undefined ? questions.length : questions.findIndex(({ step }) => step.id === stepId);
  const before = play(flow, answers, context).inPlay.filter((index) => index < at);
  return questions[before[before.length - 1] ?? -1]?.step;
}

function play(flow: Flow, answers: Answers, context: FlowContext): Play {
  const { questions } = compileFlow(flow);
  let answering = { flow, answers, context };
  const inPlay: number[] = [];
  let first = -1;
  let answered = 0;
  for (let index = 0; index < questions.length; index++) {
    const question = questions[index];
    if (!question) continue;
    const value = answerOf(answers, question.id);
    const isInPlay = question.alwaysAsked || isAsked(question.step, answering);
    if (isInPlay) inPlay.push(index);
    const kindFits = question.fitsByKind && value?.kind === question.kind;
    if (isInPlay && value && (kindFits || fits(question.step, value, answering))) {
      if (value.kind !== "skipped") answered += 1;
      continue;
    }
    // Later steps look back at answers that count only. Mostly all do, and then nothing is copied.
    if (value) answering = { flow, answers: without(answering.answers, question.id), context };
    if (isInPlay && first < 0) first = inPlay.length - 1;
  }
  return { counted: answering.answers, inPlay, first, answered };
}

function without(answers: Answers, step: string): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => id !== step));
}

/** A question whose choices are drawn from an answer that gives none cannot be answered, so it is not asked. */
function isAsked(step: Question, answering: Answering): boolean {
  if (step.when && !holds(step.when, answering.answers, answering.context)) return false;
  if (step.kind === "person") return answering.context.people.length > 0;
  if (step.kind !== "choice" && step.kind !== "choices" && step.kind !== "rank") return true;
  return step.options !== undefined || optionCount(step, answering) > 0;
}
