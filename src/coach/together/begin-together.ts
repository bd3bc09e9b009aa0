import { born, type Planned } from "../../deliveries/outbox.ts";
import type { AnswerValue } from "../../flow/answer-value.ts";
import type { Flow } from "../../flow/flow.ts";
import { scaleHash } from "../../flow/hashes.ts";
import { progress } from "../../flow/progress.ts";
import { type Response, responseId, responses } from "../../rounds/response.ts";
import type { Round } from "../../rounds/round.ts";
import { contextFor } from "../earlier.ts";
import type { Turn } from "../turn.ts";

/** The key in `messages` of a step's message in the thread. */
export function stepKey(step: string): string {
  return `step:${step}`;
}

/** The message of one step in the round's thread, drawn anew as proposals come and one is taken. */
export function stepCard(round: { readonly _id: string; readonly team: string }, step: string): Planned {
  return {
    place: { kind: "thread", team: round.team, round: round._id },
    how: { kind: "view", key: stepKey(step) },
    tell: { kind: "step-card", round: round._id, step },
  };
}

/** Gives a round that is answered together its one response, with the answers that it begins with, and asks the first question. */
export async function beginTogether(turn: Turn, round: Round, flow: Flow): Promise<void> {
  const { ports, directory, event, person, incoming } = turn;
  const timeZone = directory.teams.get(round.team)?.timeZone ?? directory.company.timeZone;
  const context = await contextFor(ports, directory, round.team, flow, {
    flowOf: (id) => ports.flows.get(incoming.company, id),
    now: event.now,
    timeZone,
  });
  const begun = Object.entries(flow.beginsWith ?? {}).flatMap(([step, ref]): [string, AnswerValue][] => {
    const earlier = context.earlier[ref];
    return earlier ? [[step, earlier.value]] : [];
  });
  const standing = progress(flow, Object.fromEntries(begun), context);
  const first = standing.kind === "asking" ? standing.step : undefined;
  const _id = responseId(round._id, null);
  const response: Response = {
    _id,
    company: round.company,
    team: round.team,
    round: round._id,
    flow: round.flow,
    person: null,
    open: true,
    answers: Object.fromEntries(
      begun.map(([step, value]) => [
        step,
        { value, by: person._id, at: event.now, revision: 1, message: null, history: [] },
      ]),
    ),
    proposals: {},
    taken: null,
    asked: first ? { step: first.id, scale: scaleHash(first) } : null,
    pending: null,
    pausedAt: null,
    touchedAt: event.now,
    finishedAt: null,
    remindedAt: null,
    ...born({ _id, company: round.company }, event, first ? [stepCard(round, first.id)] : []),
  };
  if ((await ports.store.insert(responses, response)) === "inserted") ports.courier.send(responses, response);
}
