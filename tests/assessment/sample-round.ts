import { assessedSteps, valueOfLevel } from "../../src/assessment/assessed-step.ts";
import type { CountedResponse } from "../../src/assessment/take-snapshot.ts";
import type { AnswerValue } from "../../src/flow/answer-value.ts";
import { type Flow, flowSchema } from "../../src/flow/flow.ts";
import type { AgreedAnswer, Round } from "../../src/rounds/round.ts";

const both = (text: string) => ({ fi: text, en: `${text} (en)` });

/** Dimensions a, b, c … of five levels. */
export function flowOf(dimensions: number): Flow {
  return flowSchema.parse({
    id: "sample",
    workbook: "samples",
    title: both("Näyte"),
    gives: both("Antaa näytteen."),
    participation: "each",
    minutes: 8,
    scales: { maturity: ["Yksi", "Kaksi", "Kolme", "Neljä", "Viisi"].map(both) },
    steps: Array.from({ length: dimensions }, (_, index) => ({
      kind: "level",
      id: String.fromCharCode(97 + index),
      title: both(`Ulottuvuus ${index + 1}`),
      ask: both("Missä mennään?"),
      why: both("Siksi."),
      tip: both("Vinkki."),
      example: both("Esimerkki."),
      scale: "maturity",
      levels: Array.from({ length: 5 }, (_, level) => ({
        description: both(`Kuvaus ${level + 1}`),
        sign: both(`Merkki ${level + 1}`),
      })),
    })),
    result: "levels",
  });
}

/** A person's answers: step → level, or "cannot-say". */
export function responseOf(id: string, answers: { readonly [step: string]: number | "cannot-say" }): CountedResponse {
  return {
    _id: id,
    answers: Object.fromEntries(
      Object.entries(answers).map(([step, given]) => {
        const value: AnswerValue = given === "cannot-say" ? { kind: given } : { kind: "level", level: given };
        return [step, { value, revision: 1 }];
      }),
    ),
  };
}

/** Several people's answers to step a. */
export function answersToA(given: readonly (number | "cannot-say")[]): CountedResponse[] {
  return given.map((answer, index) => responseOf(`r${index}`, { a: answer }));
}

export function handsOf(levels: { readonly [level: number]: number }, cannotSay = 0): Round["tallies"][string] {
  return { levels: { ...levels }, cannotSay };
}

export function agreedOn(level: number, scale = "s1"): AgreedAnswer {
  return { value: { kind: "level", level }, scale, by: "p1", at: 1, revision: 1, history: [] };
}

/** Agreed levels of the flow's steps in order; null leaves one open. */
export function agreedLevels(flow: Flow, levels: readonly (number | null)[]): Round["agreed"] {
  return Object.fromEntries(
    assessedSteps(flow).flatMap((step, index) => {
      const level = levels[index];
      return typeof level === "number" ? [[step.id, { ...agreedOn(level), value: valueOfLevel(step, level) }]] : [];
    }),
  );
}

export function roundOf(over: Partial<Round>): Round {
  return {
    _id: "t1:sample:1",
    company: "c1",
    team: "t1",
    flow: "sample",
    number: 1,
    content: "hash",
    mode: "each",
    facilitator: "p1",
    invited: ["p1", "p2", "p3"],
    state: "talking",
    openedAt: 0,
    closesAt: null,
    remindAt: null,
    closedAt: null,
    dueAt: null,
    tallies: {},
    counted: {},
    snapshot: null,
    talked: {},
    agreed: {},
    reopened: {},
    objections: {},
    support: {},
    plan: null,
    version: 1,
    outbox: {},
    outboxRevision: 0,
    messages: {},
    sendAt: null,
    sender: null,
    fence: 0,
    bucket: 0,
    events: [],
    ...over,
  };
}
