import type { Outcome } from "../../channels/channel.ts";
import type { Planned } from "../../deliveries/outbox.ts";
import { questionOf } from "../../flow/compile-flow.ts";
import { fits } from "../../flow/fits.ts";
import { scaleHash } from "../../flow/hashes.ts";
import { changeRecord } from "../../rounds/change-record.ts";
import { askedKey, isOver, responses } from "../../rounds/response.ts";
import { saying } from "../converse.ts";
import { valuesOf } from "../load-scene.ts";
import type { Turn } from "../turn.ts";
import type { ConversationState } from "./conversation-state.ts";
import { askingAnew, sent } from "./record-answer.ts";

/** Whether a question was answered so that the answer still counts. */
export function isAnswered({ flow, context, response }: ConversationState, step: string): boolean {
  const question = questionOf(flow, step);
  const answers = valuesOf(response);
  const value = answers[step];
  return question !== undefined && value !== undefined && fits(question, value, { flow, answers, context });
}

/** A question was asked again and its answer stays: the conversation goes on where it stood before. */
export async function keepAnswer(
  turn: Turn,
  state: ConversationState,
  step: string,
  several: boolean,
): Promise<Outcome> {
  const { response, standing } = state;
  if (!isAnswered(state, step)) return { kind: "taken", notice: turn.say("turn.oldButton") };
  const { ports, event, incoming, person } = turn;
  const over = isOver(response);
  const next = standing.kind === "asking" && !over ? standing.step : undefined;
  const place = { kind: "private", person: person._id } as const;
  const { round } = response;
  const tapped = incoming.kind === "tapped" ? incoming.message : undefined;
  const message = tapped ?? ports.courier.standing(response, askedKey(step))?.message;
  const receipt: Planned[] =
    message === undefined ? [] : [{ place, how: { kind: "edit", message }, tell: { kind: "answered", round, step } }];
  const goesOn = next
    ? askingAnew(turn, response, next.id, { several })
    : [saying(place, { kind: "my-answers", round })];
  return sent(
    turn,
    await changeRecord(ports.store, responses, response, event, () => ({
      set: {
        asked: next ? { step: next.id, scale: scaleHash(next) } : null,
        pending: null,
        pausedAt: null,
        touchedAt: event.now,
        ...(over ? { open: false } : {}),
      },
      planned: [...receipt, ...goesOn],
    })),
  );
}
