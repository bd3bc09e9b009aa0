import type { Outcome } from "../channels/channel.ts";
import type { Planned } from "../deliveries/outbox.ts";
import type { AnswerValue } from "../flow/answer-value.ts";
import { scaleHash } from "../flow/hashes.ts";
import { progress } from "../flow/progress.ts";
import type { Question } from "../flow/step.ts";
import { changeRecord, type Step } from "../rounds/change-record.ts";
import { type Answer, askedKey, type Response, responses } from "../rounds/response.ts";
import type { ConversationState } from "./conversation-state.ts";
import { saying } from "./converse.ts";
import { valuesOf } from "./load-scene.ts";
import type { Turn } from "./turn.ts";

/** How many earlier values of one answer are kept. */
const KEPT_HISTORY = 50;

/**
 * Records a person's answer and asks the next question: one conditional write whose guard is the answer's revision, so people who answer at once
 * never wait for each other. `message` is the chat message that held it; `tapped` the message whose button was pressed.
 */
export async function recordAnswer(
  turn: Turn,
  state: ConversationState,
  step: Question,
  value: AnswerValue,
  from: { readonly message?: string; readonly tapped?: string; readonly several?: boolean },
): Promise<Outcome> {
  const { ports, event } = turn;
  const taken = await changeRecord(ports.store, responses, state.response, event, (response): Step => {
    const answer = nextAnswer(response.answers[step.id], value, turn, from.message ?? null);
    const standing = progress(state.flow, { ...valuesOf(response), [step.id]: value }, state.context);
    const next = standing.kind === "asking" ? standing.step : undefined;
    const finishedNow = next === undefined && response.finishedAt === null;
    return {
      when: { [`answers.${step.id}.revision`]: response.answers[step.id]?.revision ?? null },
      set: {
        [`answers.${step.id}`]: answer,
        asked: next ? { step: next.id, scale: scaleHash(next) } : null,
        pending: null,
        pausedAt: null,
        touchedAt: event.now,
        ...(finishedNow ? { finishedAt: event.now } : {}),
      },
      planned: reply(turn, response, step, next, { finishedNow, ...from }),
    };
  });
  return sent(turn, taken);
}

export function nextAnswer(
  before: Answer | undefined,
  value: AnswerValue,
  { person, event }: Turn,
  message: string | null,
): Answer {
  const history = before
    ? [...before.history, { value: before.value, by: before.by, at: before.at }].slice(-KEPT_HISTORY)
    : [];
  return { value, by: person._id, at: event.now, revision: (before?.revision ?? 0) + 1, message, history };
}

/** The question that was answered is redrawn with what was recorded; then comes the next one, or the end. */
function reply(
  turn: Turn,
  response: Response,
  step: Question,
  next: Question | undefined,
  {
    finishedNow,
    tapped,
    several,
  }: { readonly finishedNow: boolean; readonly tapped?: string; readonly several?: boolean },
): Planned[] {
  const place = { kind: "private", person: turn.person._id } as const;
  const round = response.round;
  const asked = tapped ?? turn.ports.courier.standing(response, askedKey(step.id))?.message;
  const answered = { kind: "answered", round, step: step.id } as const;
  const planned: Planned[] = [
    asked === undefined ? saying(place, answered) : { place, how: { kind: "edit", message: asked }, tell: answered },
  ];
  if (next) planned.push(asking(place, round, next.id, { several: several ?? false }));
  else
    planned.push(
      finishedNow
        ? { place, how: { kind: "post", remember: "finished" }, tell: { kind: "finished", round } }
        : { place, how: { kind: "view", key: "finished" }, tell: { kind: "finished", round } },
    );
  if (finishedNow)
    planned.push({
      place: { kind: "channel", team: response.team },
      how: { kind: "redraw", round, key: "card" },
      tell: { kind: "round-card", round },
    });
  return planned;
}

/** A question, posted anew and remembered as the one that the person sees. */
export function asking(
  place: Planned["place"],
  round: string,
  step: string,
  flags: { readonly several: boolean; readonly afterAWhile?: boolean; readonly changed?: boolean },
): Planned {
  return { place, how: { kind: "post", remember: askedKey(step) }, tell: { kind: "ask", round, step, ...flags } };
}

type Sent =
  | { readonly kind: "changed"; readonly record: Response }
  | { readonly kind: "repeated" }
  | { readonly kind: "missing" }
  | { readonly kind: "declined" };

/** Sends what a changed response says, and turns what became of it into the outcome for the platform. */
export function sent({ ports }: Turn, taken: Sent): Outcome {
  if (taken.kind === "repeated") return { kind: "repeated" };
  if (taken.kind === "changed") ports.courier.send(responses, taken.record);
  return { kind: "taken" };
}
