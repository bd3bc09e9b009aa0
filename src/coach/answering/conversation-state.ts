import { questionOf } from "../../flow/compile-flow.ts";
import type { FlowContext } from "../../flow/context.ts";
import type { Flow } from "../../flow/flow.ts";
import { scaleHash } from "../../flow/hashes.ts";
import { progress, type Standing } from "../../flow/progress.ts";
import type { Question } from "../../flow/step.ts";
import type { Response } from "../../rounds/response.ts";
import { contextFor } from "../earlier.ts";
import { valuesOf } from "../load-scene.ts";
import type { Turn } from "../turn.ts";

/** Where a response's conversation stands now, recomputed from its answers. */
export interface ConversationState {
  readonly response: Response;
  readonly flow: Flow;
  readonly context: FlowContext;
  readonly standing: Standing;
  /** The question that the person saw last, if it still means the same; what is typed answers it. */
  readonly asked: Question | undefined;
}

export async function conversationState(turn: Turn, response: Response): Promise<ConversationState | undefined> {
  const { ports, directory, person, event } = turn;
  const flow = ports.flows.get(response.company, response.flow);
  if (!flow) return undefined;
  const flowById = (id: string) => ports.flows.get(response.company, id);
  const context = await contextFor(ports, directory, response.team, flow, {
    flowOf: flowById,
    now: event.now,
    timeZone: person.timeZone,
  });
  return {
    response,
    flow,
    context,
    standing: progress(flow, valuesOf(response), context),
    asked: askedQuestion(flow, response),
  };
}

function askedQuestion(flow: Flow, { asked }: Response): Question | undefined {
  const step = asked ? questionOf(flow, asked.step) : undefined;
  return step && asked && scaleHash(step) === asked.scale ? step : undefined;
}
