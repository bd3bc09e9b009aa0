import type { Outcome } from "../../channels/channel.ts";
import { refreshHomes } from "../../conversations/refresh-homes.ts";
import type { Planned } from "../../deliveries/outbox.ts";
import type { AnswerValue } from "../../flow/answer-value.ts";
import type { Flow } from "../../flow/flow.ts";
import { scaleHash } from "../../flow/hashes.ts";
import { progress } from "../../flow/progress.ts";
import type { Question } from "../../flow/step.ts";
import { changeRecord, type Step } from "../../rounds/change-record.ts";
import { type Answer, askedKey, isOver, type Response, responses } from "../../rounds/response.ts";
import { saying } from "../converse.ts";
import { savingCard } from "../customers/saving/saving-card.ts";
import { valuesOf } from "../load-scene.ts";
import type { Turn } from "../turn.ts";
import type { ConversationState } from "./conversation-state.ts";

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
    const over = isOver(response);
    const next = standing.kind === "asking" && !over ? standing.step : undefined;
    const before = progress(state.flow, valuesOf(response), state.context);
    const rests = next !== undefined && before.kind === "asking" && before.step.id === step.id && before.sittingEnds;
    const finishedNow = next === undefined && response.finishedAt === null && !over;
    return {
      // The second guard: this person in two windows at once. Which question comes next is decided from all their answers.
      when: {
        [`answers.${step.id}.revision`]: response.answers[step.id]?.revision ?? null,
        outboxRevision: response.outboxRevision,
        open: response.open,
      },
      set: {
        [`answers.${step.id}`]: answer,
        asked: next ? { step: next.id, scale: scaleHash(next) } : null,
        pending: null,
        pausedAt: null,
        touchedAt: event.now,
        ...(finishedNow ? { finishedAt: event.now } : {}),
        ...(over || (finishedNow && response.own !== undefined) ? { open: false } : {}),
      },
      planned: reply(turn, response, step, next, { flow: state.flow, finishedNow, rests, over, ...from }),
    };
  });
  const outcome = sent(turn, taken);
  const finished = taken.kind === "changed" && state.response.finishedAt === null && taken.record.finishedAt !== null;
  if (finished) await refreshHomes(ports, [turn.person._id], event);
  return outcome;
}

/** What a message says once it was edited stands in the place of what it said: the history keeps what was answered before that message. */
export function nextAnswer(
  before: Answer | undefined,
  value: AnswerValue,
  { person, event }: Turn,
  message: string | null,
): Answer {
  const revision = (before?.revision ?? 0) + 1;
  return { value, by: person._id, at: event.now, revision, message, history: historyAt(before, message) };
}

function historyAt(before: Answer | undefined, message: string | null): Answer["history"] {
  if (!before) return [];
  if (message !== null && before.message === message) return before.history;
  return [...before.history, { value: before.value, by: before.by, at: before.at }].slice(-KEPT_HISTORY);
}

interface Reply {
  readonly flow: Flow;
  readonly finishedNow: boolean;
  /** A sitting ends here: the next question waits until the person goes on. */
  readonly rests: boolean;
  readonly over: boolean;
  readonly tapped?: string;
  readonly several?: boolean;
}

/** The question that was answered is redrawn with what was recorded; then comes the next one, or the end. */
function reply(turn: Turn, response: Response, step: Question, next: Question | undefined, how: Reply): Planned[] {
  const place = { kind: "private", person: turn.person._id } as const;
  const { round } = response;
  const asked = how.tapped ?? turn.ports.courier.standing(response, askedKey(step.id))?.message;
  const answered = { kind: "answered", round, step: step.id } as const;
  const recorded: Planned =
    asked === undefined
      ? { place, how: { kind: "post", remember: askedKey(step.id) }, tell: answered }
      : { place, how: { kind: "edit", message: asked }, tell: answered };
  if (how.over) return [recorded, saying(place, { kind: "my-answers", round }), ...resultOfOwn(response, how)];
  // Another answer was changed meanwhile: the question that waits stands there already.
  if (next && next.id === response.asked?.step && next.id !== step.id) {
    const waiting = turn.ports.courier.standing(response, askedKey(next.id));
    if (waiting) {
      const tell = { kind: "ask", round, step: next.id, several: how.several ?? false, recorded: step.id } as const;
      const receipt: Planned = { place, how: { kind: "edit", message: waiting.message }, tell };
      return holdsReceipt(response, step.id) ? [recorded, receipt] : [recorded];
    }
  }
  if (next && how.rests) return [recorded, saying(place, { kind: "sitting-ends", round })];
  if (next)
    return [
      recorded,
      ...askingAnew(turn, response, next.id, {
        several: how.several ?? false,
        ...(how.tapped === undefined ? { recorded: step.id } : {}),
      }),
    ];
  const finished: Planned = {
    place,
    how: how.finishedNow ? { kind: "post", remember: "finished" } : { kind: "view", key: "finished" },
    tell: { kind: "finished", round },
  };
  return how.finishedNow
    ? [recorded, finished, ...progressOf(response), ...resultOfOwn(response, how)]
    : [recorded, finished];
}

/** Whether the question that waits says above itself what was recorded for this step: the last one answered, and by words. */
function holdsReceipt({ answers }: Response, step: string): boolean {
  const answer = answers[step];
  return answer !== undefined && answer.message !== null && Object.values(answers).every(({ at }) => at <= answer.at);
}

/** What an own record comes to beside its answers, for the person alone, and what it would change in the register of customers. */
function resultOfOwn({ own, person, round }: Response, { flow, over }: Reply): readonly Planned[] {
  if (own === undefined || person === null || flow.saves.length === 0) return [];
  const place = { kind: "private", person } as const;
  const result: Planned = { place, how: { kind: "view", key: "result" }, tell: { kind: "result", round } };
  // What a changed answer would change is told where the person looks.
  const cards = savingCard(flow, round, place).map(
    (card): Planned => (over ? { ...card, how: { kind: "post", remember: "saving" } } : card),
  );
  return [...(flow.result === "answers" ? [] : [result]), ...cards];
}

/** How many have answered stands on the channel's card and on the facilitator's: both are drawn anew. An own record stands on neither. */
export function progressOf({ round, team, own }: Response): Planned[] {
  if (own !== undefined) return [];
  const place = { kind: "channel", team } as const;
  return [
    { place, how: { kind: "redraw", round, key: "card" }, tell: { kind: "round-card", round } },
    { place, how: { kind: "redraw", round, key: "facilitator" }, tell: { kind: "facilitator-card", round } },
  ];
}

/** A question that is asked, perhaps not for the first time: where it stood before is left a line that says so, with no old answer and no old button. */
export function askingAnew(
  { ports, person }: Turn,
  response: Response,
  step: string,
  flags: Parameters<typeof asking>[3],
): readonly Planned[] {
  const place = { kind: "private", person: person._id } as const;
  const { round } = response;
  const before = ports.courier.standing(response, askedKey(step))?.message;
  const moved: Planned[] =
    before === undefined
      ? []
      : [{ place, how: { kind: "edit", message: before }, tell: { kind: "ask-moved", round, step } }];
  return [...moved, asking(place, round, step, flags)];
}

/** A question, posted anew and remembered as the one that the person sees. */
export function asking(
  place: Planned["place"],
  round: string,
  step: string,
  flags: {
    readonly several: boolean;
    readonly afterAWhile?: boolean;
    readonly recorded?: string;
    readonly changed?: boolean;
  },
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
