import type { Answers } from "../../../src/flow/answers.ts";
import type { FlowContext } from "../../../src/flow/context.ts";
import { type Flow, flowSchema } from "../../../src/flow/flow.ts";
import { readReply } from "../../../src/flow/reading/read-reply.ts";
import type { Reader, Reading } from "../../../src/flow/reading/reading.ts";
import { type Question, type QuestionOf, stepSchema } from "../../../src/flow/step.ts";
import type { Language } from "../../../src/text/text.ts";

/** Wednesday. */
export const TODAY = "2026-12-02";

export const context: FlowContext = {
  earlier: {},
  people: [
    { id: "p-satu", name: "Satu Aalto" },
    { id: "p-jari", name: "Jari Salo" },
    { id: "p-pekka", name: "Pekka Virtanen" },
    { id: "p-satu2", name: "Satu Niemi" },
  ],
  customers: [
    { id: "c-konepaja", name: "Virtasen Konepaja" },
    { id: "c-kuljetus", name: "Kuljetus Virtanen" },
    { id: "c-leipomo", name: "Leipomo Hiltunen" },
  ],
  today: TODAY,
};

const words = { fi: "Sana", en: "Word" };
const base = { title: words, ask: words, why: words, tip: words, example: words };

/** A step of some kind with everything that every step has; `more` is what its kind needs. */
export function aStep<K extends Question["kind"]>(kind: K, more: object = {}): QuestionOf<K> {
  const step = stepSchema.parse({ kind, id: "asked", ...base, ...more });
  if (!isOfKind(step, kind)) throw new Error(`not a ${kind}`);
  return step;
}

function isOfKind<K extends Question["kind"]>(step: { kind: string }, kind: K): step is QuestionOf<K> {
  return step.kind === kind;
}

export const scale = [
  { fi: "Lähtötaso", en: "Initial" },
  { fi: "Suunnattu", en: "Directed" },
  { fi: "Määritetty", en: "Defined" },
  { fi: "Tarkennettu", en: "Refined" },
  { fi: "Optimoitu", en: "Optimised" },
];

export function aFlow(steps: readonly object[], more: object = {}): Flow {
  return flowSchema.parse({
    id: "a-flow",
    workbook: "samples",
    title: words,
    gives: words,
    participation: "together",
    minutes: 5,
    scales: { maturity: scale },
    result: "answers",
    steps,
    ...more,
  });
}

export function aLevel(): QuestionOf<"level"> {
  return aStep("level", { scale: "maturity", levels: scale.map(() => ({ description: words, sign: words })) });
}

export function anOption(id: string, fi: string, en: string = fi): object {
  return { id, label: { fi, en } };
}

export function readerOf(flow: Flow, language: Language = "fi", answers: Answers = {}): Reader {
  return { flow, answers, context, language };
}

/** Reads a reply to a step that stands alone in its flow. */
export function read(step: Question, text: string, language: Language = "fi", more: object = {}): Reading {
  return readReply(step, text, readerOf(aFlow([step], more), language));
}

/** The value that a reply is read as, or "unclear" or "refused". */
export function answerTo(step: Question, text: string, language: Language = "fi", more: object = {}): unknown {
  const reading = read(step, text, language, more);
  return reading.kind === "value" ? reading.value : reading.kind;
}

export function questionIn(reading: Reading): { question: string; labels: readonly string[] } {
  if (reading.kind !== "unclear") throw new Error(`${reading.kind}, not unclear`);
  return {
    question: reading.question.replace(/\u00a0/g, " "),
    labels: reading.candidates.map(({ label }) => label.replace(/\u00a0/g, " ")),
  };
}

export function reasonIn(reading: Reading): string {
  if (reading.kind !== "refused") throw new Error(`${reading.kind}, not refused`);
  return reading.reason.replace(/\u00a0/g, " ");
}
