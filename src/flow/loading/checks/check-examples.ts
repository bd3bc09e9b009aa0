import { type Flow, flowSchema } from "../../flow.ts";
import { readReply } from "../../reading/read-reply.ts";
import type { Question } from "../../step.ts";
import type { Draft, DraftStep, Shelf } from "../draft.ts";
import { exampleAnswers, exampleReply } from "../example-answers.ts";
import type { Path } from "../file/path.ts";
import type { Problem } from "../problem.ts";

/** Whether every example of these steps is an answer that the coach would take; what it would say to it is told in English, in Finnish where only Finnish fails. */
export function checkExamples(steps: readonly DraftStep[], draft: Draft, shelf: Shelf): Problem[] {
  const flow = readable(draft);
  const flowOf = (id: string) => (shelf.has(id) ? flowFrom(shelf.get(id)) : undefined);
  const known = exampleAnswers(flow, flowOf);
  return steps.flatMap(({ step, path }) => {
    if (step === undefined || step.kind === "say") return [];
    const cases = Object.entries(step.variants?.cases ?? {});
    const examples: [Path, Question["example"]][] = [
      [[...path, "example"], step.example],
      ...cases.flatMap(([key, { example }]): [Path, Question["example"]][] =>
        example === undefined ? [] : [[[...path, "variants", "cases", key, "example"], example]],
      ),
    ];
    return examples.flatMap(([place, example]) => {
      if (step.kind !== "text" && example.answer === undefined) return [];
      for (const language of ["en", "fi"] as const) {
        const reading = readReply(step, exampleReply(step, language, example), { flow, ...known, language });
        if (reading.kind === "value" && reading.value.kind === step.kind) continue;
        const part = step.kind === "text" ? language : "answer";
        return [draft.file.problem([...place, part], `is not taken as an answer: ${said(reading)}`)];
      }
      return [];
    });
  });
}

function said(reading: ReturnType<typeof readReply>): string {
  if (reading.kind === "refused") return reading.reason;
  return reading.kind === "unclear" ? reading.question : `it is read as ${reading.value.kind}`;
}

const made = new WeakMap<Draft, Flow>();

function flowFrom(draft: Draft | undefined): Flow | undefined {
  if (draft === undefined) return undefined;
  const known = made.get(draft) ?? readable(draft);
  made.set(draft, known);
  return known;
}

/** The flow, or what of it can be read: its other mistakes must not hide those of the examples. */
function readable(draft: Draft): Flow {
  if (draft.flow !== undefined) return draft.flow;
  const { shape } = flowSchema;
  const text = { fi: draft.name, en: draft.name };
  return {
    id: draft.name,
    workbook: draft.folder,
    title: text,
    gives: text,
    participation: shape.participation.catch("together").parse(draft.raw.participation),
    minutes: 1,
    needs: shape.needs.catch(undefined).parse(draft.raw.needs),
    scales: shape.scales.catch({}).parse(draft.raw.scales),
    steps: draft.steps.flatMap(({ step }) => step ?? []),
    result: "none",
    effects: [],
    saves: [],
  };
}
