import type { Flow } from "../flow/flow.ts";
import type { Round, Snapshot } from "../rounds/round.ts";
import { type Apartness, distance } from "./apartness.ts";
import { type AssessedStep, assessedSteps } from "./assessed-step.ts";

/**
 * The steps that are worth the team's talk: where people differ by two levels or more, the widest apart first. Of a word alone no more than "two or more"
 * is known.
 */
export function topics(snapshot: Snapshot, flow: Flow): AssessedStep[] {
  const width = (step: AssessedStep) => {
    const spread = snapshot.steps[step.id];
    return spread?.kind === "counts" ? distance(spread.counts) : 2;
  };
  return assessedSteps(flow)
    .filter(({ id }) => isApart(snapshot, id))
    .sort((a, b) => width(b) - width(a));
}

function isApart(snapshot: Snapshot, step: string): boolean {
  const spread = snapshot.steps[step];
  return spread !== undefined && spread.kind !== "hidden" && spread.apart === "apart";
}

/** The steps of which everyone who answered thinks the same, in the flow's order. */
export function oneMind(snapshot: Snapshot, flow: Flow): AssessedStep[] {
  return assessedSteps(flow).filter(({ id }) => {
    const spread = snapshot.steps[id];
    return spread !== undefined && spread.kind !== "hidden" && spread.apart === "one-mind";
  });
}

/** On how many steps the team is of one mind, close, apart, and of how many nothing may be shown: all of them together are all steps. */
export function countSpreads(snapshot: Snapshot, flow: Flow): { readonly [lie in Apartness | "hidden"]: number } {
  const counts = { "one-mind": 0, close: 0, apart: 0, hidden: 0 };
  for (const { id } of assessedSteps(flow)) {
    const spread = snapshot.steps[id];
    counts[!spread || spread.kind === "hidden" ? "hidden" : spread.apart] += 1;
  }
  return counts;
}

/** The steps of one mind that can still be accepted together: never agreed before. */
export function acceptable(round: Round, flow: Flow): AssessedStep[] {
  return round.snapshot ? oneMind(round.snapshot, flow).filter(({ id }) => !round.agreed[id]) : [];
}

/**
 * The steps that are not agreed and need a talk before a level is offered: the topics first, then the others in the flow's order. A step of one
 * mind is among them only when someone objected to it and the facilitator reopened it.
 */
export function toTalk(round: Round, flow: Flow): AssessedStep[] {
  if (!round.snapshot) return [];
  const first = topics(round.snapshot, flow);
  const together = acceptable(round, flow);
  return [...first, ...assessedSteps(flow).filter((step) => !first.includes(step))].filter(
    (step) => !isAgreed(round, step.id) && !together.includes(step),
  );
}

/**
 * The level that may be offered to the team now: the lower median, only once the step was talked through, so that the figure does not settle the
 * talk. Undefined as well when too few answered for anything to be shown: then the team picks a level without an offer.
 */
export function mayOffer(round: Round, step: string): number | undefined {
  const spread = round.snapshot?.steps[step];
  return round.talked[step] !== undefined && spread && spread.kind !== "hidden" ? spread.offered : undefined;
}

/** Whether a step's level stands: fixed, and not taken up again since. */
export function isAgreed(round: Round, step: string): boolean {
  return round.agreed[step] !== undefined && round.reopened[step] === undefined;
}

/** What is agreed and what is still open (never fixed, or taken up again), both in the flow's order. */
export function agreementOf(round: Round, flow: Flow): { agreed: AssessedStep[]; open: AssessedStep[] } {
  const steps = assessedSteps(flow);
  return {
    agreed: steps.filter(({ id }) => isAgreed(round, id)),
    open: steps.filter(({ id }) => !isAgreed(round, id)),
  };
}

export function allAgreed(round: Round, flow: Flow): boolean {
  return agreementOf(round, flow).open.length === 0;
}

/** The agreed steps to which someone has objected, in the flow's order. Never who. */
export function objected(round: Round, flow: Flow): AssessedStep[] {
  return agreementOf(round, flow).agreed.filter(({ id }) => Object.keys(round.objections[id] ?? {}).length > 0);
}
