import type { Draft, DraftStep, Shelf } from "../draft.ts";
import { LIFT } from "../lift.ts";
import { guess } from "../nearest.ts";

/** What a reference points at: a step, the sentence that says why there is none, or "unknown" where the file it points into cannot be read. */
export type FoundStep =
  | { readonly kind: "step"; readonly step: DraftStep }
  | { readonly kind: "none"; readonly problem: string }
  | { readonly kind: "unknown" };

/** The step that `ref` names: an earlier step of the draft when it is an id, any step of another flow when it is written as flow/step. */
export function findStep(ref: string, draft: Draft, from: DraftStep | undefined, shelf: Shelf): FoundStep {
  const [first = "", second] = ref.split("/");
  return second === undefined ? inSameFlow(first, draft, from) : inOtherFlow(first, second, draft, shelf);
}

function inSameFlow(id: string, draft: Draft, from: DraftStep | undefined): FoundStep {
  const here = from === undefined ? draft.steps.length : draft.steps.indexOf(from);
  const before = draft.steps.slice(0, here).filter(({ kind }) => kind !== "say");
  const step = before.find((candidate) => candidate.id === id);
  if (step !== undefined) return { kind: "step", step };
  const elsewhere = draft.steps.find((candidate) => candidate.id === id);
  if (elsewhere?.kind === "say") return none(`"${id}" is a say step, nobody answers it`);
  if (elsewhere !== undefined && elsewhere === from) return none(`"${id}" is this step itself`);
  if (elsewhere !== undefined) return none(`"${id}" comes later, only earlier steps can be looked at`);
  return none(`no step "${id}" before this one${guess(id, idsOf(before))}`);
}

function inOtherFlow(flowId: string, id: string, draft: Draft, shelf: Shelf): FoundStep {
  const other = flowId === draft.name ? draft : shelf.get(flowId);
  if (other === undefined) return none(`no flow "${flowId}"${guess(flowId, shelf.keys())}`);
  if (other.file.value === undefined) return { kind: "unknown" };
  const step = other.steps.find((candidate) => candidate.id === id) ?? (id === LIFT ? liftOf(other) : undefined);
  if (step === undefined) return none(`no step "${id}" in ${flowId}${guess(id, idsOf(other.steps))}`);
  return step.kind === "say" ? none(`"${id}" in ${flowId} is a say step, nobody answers it`) : { kind: "step", step };
}

/** The choice as if it were a step: any of the flow's level questions. */
function liftOf(draft: Draft): DraftStep | undefined {
  const levels = draft.steps.filter(({ kind }) => kind === "level");
  if (levels.length === 0) return undefined;
  const raw = { options: levels.map(({ id }) => ({ id })) };
  return { path: [], raw, id: LIFT, kind: "choices", when: undefined, step: undefined };
}

function idsOf(steps: readonly DraftStep[]): string[] {
  return steps.flatMap(({ id }) => id ?? []);
}

function none(problem: string): FoundStep {
  return { kind: "none", problem };
}
