import type { Flow } from "./flow.ts";
import type { Question, Step } from "./step.ts";

type Say = Extract<Step, { kind: "say" }>;

/** Every question has the same fields here, whatever its kind: reading them is fast where reading the sixteen shapes of steps is not. */
interface CompiledQuestion {
  readonly step: Question;
  readonly id: string;
  readonly kind: Question["kind"];
  /** Whether it is in play whatever else was answered. */
  readonly alwaysAsked: boolean;
  /** Whether any value of its kind fits. */
  readonly fitsByKind: boolean;
  /** The say steps that stand between the question before and this one. */
  readonly says: readonly Say[];
  /** 1 for the first. */
  readonly sitting: number;
}

/** A flow with the lookups that every turn needs. Made once for each flow object and kept as long as that lives. */
export interface CompiledFlow {
  readonly questions: readonly CompiledQuestion[];
  /** Say steps after the last question. */
  readonly says: readonly Say[];
  /** Step id → its question. */
  readonly byId: ReadonlyMap<string, Question>;
  readonly sittings: number;
}

const BY_KIND: ReadonlySet<Question["kind"]> = new Set([
  "text",
  "number",
  "money",
  "percent",
  "date",
  "quarter",
] as const);
const kept = new WeakMap<Flow, CompiledFlow>();

/** The compiled form of a flow, compiled at the first call. The flow must not be changed in place afterwards. */
export function compileFlow(flow: Flow): CompiledFlow {
  const known = kept.get(flow);
  if (known) return known;
  const starts = new Set((flow.sittings ?? []).map((sitting) => sitting.from));
  const questions: CompiledQuestion[] = [];
  let says: Say[] = [];
  let sitting = 0;
  for (const step of flow.steps) {
    if (starts.has(step.id) || sitting === 0) sitting += 1;
    if (step.kind === "say") {
      says.push(step);
    } else {
      questions.push({
        step,
        id: step.id,
        kind: step.kind,
        alwaysAsked: !step.when && step.kind !== "person" && !("optionsFrom" in step && step.optionsFrom !== undefined),
        fitsByKind: BY_KIND.has(step.kind),
        says,
        sitting,
      });
      says = [];
    }
  }
  const byId = new Map(questions.map(({ step }) => [step.id, step]));
  const compiled = { questions, says, byId, sittings: sitting };
  kept.set(flow, compiled);
  return compiled;
}

/** The question of that id, or undefined when the flow has none (any more). */
export function questionOf(flow: Flow, id: string): Question | undefined {
  return compileFlow(flow).byId.get(id);
}
