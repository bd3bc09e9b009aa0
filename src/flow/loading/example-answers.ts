import type { AnswerValue } from "../answer-value.ts";
import { type Answers, answerOf } from "../answers.ts";
import { compileFlow } from "../compile-flow.ts";
import type { EarlierAnswer, FlowContext } from "../context.ts";
import type { Flow } from "../flow.ts";
import { optionsMadeBy } from "../options.ts";
import { readReply } from "../reading/read-reply.ts";
import type { Question } from "../step.ts";
import { LIFT } from "./lift.ts";

/** The day on which examples are read, a Friday: content must not become wrong by waiting. */
const EXAMPLE_DAY = "2026-01-02";

type Example = Question["example"];

/** What one would type to answer like the example; the example of a text is itself the answer. */
export function exampleReply(step: Question, language: "fi" | "en", example: Example = step.example): string {
  return step.kind === "text" ? example[language] : (example.answer ?? "");
}

/**
 * A team that answers every question like its example, on an earlier day in a firm whose people are those whom the examples name. What the
 * flow takes from other flows comes from their examples. Examples that cannot be read leave no answer.
 */
export function exampleAnswers(
  flow: Flow,
  flowOf: (id: string) => Flow | undefined,
  language: "fi" | "en" = "fi",
): { readonly answers: Answers; readonly context: FlowContext } {
  return answering(flow, flowOf, language, new Set([flow.id]));
}

function answering(
  flow: Flow,
  flowOf: (id: string) => Flow | undefined,
  language: "fi" | "en",
  seen: ReadonlySet<string>,
) {
  const earlier: Record<string, EarlierAnswer> = {};
  const others = [...new Set(refsIn(flow).map((ref) => ref.slice(0, ref.indexOf("/"))))];
  const named = [flow];
  for (const id of others) {
    const other = id === flow.id ? flow : flowOf(id);
    if (other === undefined) continue;
    named.push(other);
    if (!seen.has(id)) Object.assign(earlier, agreedLikeExamples(other, flowOf, language, new Set([...seen, id])));
  }
  const context: FlowContext = { earlier, people: peopleIn(named), customers: [], today: EXAMPLE_DAY };
  const answers: { [step: string]: AnswerValue } = {};
  for (const { step } of compileFlow(flow).questions) {
    const reading = readReply(step, exampleReply(step, language), { flow, answers, context, language });
    if (reading.kind === "value") answers[step.id] = reading.value;
  }
  return { answers, context };
}

function agreedLikeExamples(
  flow: Flow,
  flowOf: (id: string) => Flow | undefined,
  language: "fi" | "en",
  seen: ReadonlySet<string>,
): Record<string, EarlierAnswer> {
  const { answers, context } = answering(flow, flowOf, language, seen);
  const agreed: Record<string, EarlierAnswer> = {};
  const levels: EarlierAnswer["options"][number][] = [];
  for (const { step } of compileFlow(flow).questions) {
    const value = answerOf(answers, step.id);
    if (step.kind === "level") levels.push({ id: step.id, label: step.title });
    if (value !== undefined)
      agreed[`${flow.id}/${step.id}`] = { value, options: optionsMadeBy(step, value, flow, answers, context) };
  }
  const [lifted] = levels;
  if (lifted !== undefined && answerOf(answers, LIFT) === undefined)
    agreed[`${flow.id}/${LIFT}`] = { value: { kind: "choices", options: [lifted.id] }, options: levels };
  return agreed;
}

/** Every flow/step that the flow looks at. */
function refsIn(flow: Flow): string[] {
  const found: string[] = Object.values(flow.beginsWith ?? {});
  const look = (part: unknown, key: string): void => {
    if (typeof part === "string" && ["earlier", "of", "optionsFrom"].includes(key) && part.includes("/"))
      found.push(part);
    else if (typeof part === "object" && part !== null)
      for (const [name, inner] of Object.entries(part)) look(inner, name);
  };
  look(flow.steps, "steps");
  return flow.needs === undefined ? found : [...found, `${flow.needs}/`];
}

/** Everyone whom the examples name, by the names that they use. */
function peopleIn(flows: readonly Flow[]): FlowContext["people"] {
  const names = flows.flatMap((flow) => compileFlow(flow).questions.flatMap(({ step }) => namesIn(step)));
  return [...new Set(names)].map((name) => ({ id: `person-${name.toLowerCase().replaceAll(/\s+/g, "-")}`, name }));
}

function namesIn(step: Question): string[] {
  const answer = step.example.answer ?? "";
  const cells =
    step.kind === "person"
      ? [answer]
      : step.kind === "table"
        ? answer
            .split("\n")
            .flatMap((line) => line.split(/[;\t|]/).filter((_, at) => step.columns[at]?.kind === "person"))
        : [];
  return cells.flatMap((cell) => cell.split(",")).flatMap((name) => (/\p{L}/u.test(name) ? name.trim() : []));
}
