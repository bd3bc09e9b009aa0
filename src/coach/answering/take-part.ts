import type { Outcome } from "../../channels/channel.ts";
import type { Planned } from "../../deliveries/outbox.ts";
import { questionOf } from "../../flow/compile-flow.ts";
import { fits } from "../../flow/fits.ts";
import type { Flow } from "../../flow/flow.ts";
import { scaleHash } from "../../flow/hashes.ts";
import { progress } from "../../flow/progress.ts";
import { changeRecord } from "../../rounds/change-record.ts";
import { emptyResponse } from "../../rounds/empty-response.ts";
import { type Answer, type Response, responseId, responses } from "../../rounds/response.ts";
import { type Round, rounds } from "../../rounds/round.ts";
import { saying } from "../converse.ts";
import { contextFor } from "../earlier.ts";
import { roundFor } from "../facilitating/change-round.ts";
import { valuesOf } from "../load-scene.ts";
import type { Turn } from "../turn.ts";
import { askAnew } from "./answer-turn.ts";
import { type ConversationState, conversationState } from "./conversation-state.ts";
import { openResponses, othersWait } from "./open-responses.ts";
import { asking, askingAnew, nextAnswer, progressOf, sent } from "./record-answer.ts";
import { tellOnly } from "./tell-only.ts";

/** A person may take over an own answer younger than this (DESIGN: "Records"). */
const REUSABLE_MS = 90 * 24 * 60 * 60 * 1000;

/** Someone pressed [Vastaa] in the channel: their response begins, or goes on, in their private chat. */
export async function takePart(turn: Turn, roundId: string): Promise<Outcome> {
  const found = await roundFor(turn, roundId);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  const { round, flow } = found;
  if (round.mode === "together") return { kind: "taken", notice: turn.say("turn.answerInThread") };
  if (round.state !== "open") return { kind: "taken", notice: turn.say("turn.closedAlready") };
  const { ports, event } = turn;
  const _id = responseId(round._id, turn.person._id);
  for (;;) {
    const standing = await ports.store.get(responses, _id);
    // Also at a repeated event: the process may have ended between the two writes.
    if (standing) await join(turn, round);
    if (standing?.events.includes(event.id)) return { kind: "repeated" };
    if (standing) return goOnInPrivate(turn, round, standing);
    const response = await newResponse(turn, round, flow);
    if ((await ports.store.insert(responses, response)) === "exists") continue;
    await join(turn, round);
    ports.courier.send(responses, response);
    return { kind: "taken", notice: turn.say("turn.askedInPrivate"), inPrivate: true };
  }
}

async function goOnInPrivate(turn: Turn, round: Round, response: Response): Promise<Outcome> {
  const state = await conversationState(turn, response);
  if (!state) return { kind: "taken", notice: turn.say("turn.roundGone") };
  const notBegun = response.asked === null && Object.keys(response.answers).length === 0;
  const reusable = notBegun ? await reusableResponse(turn, round) : undefined;
  if (reusable) {
    const outcome = await tellOnly(turn, response, { kind: "reuse-offer", round: round._id, from: reusable._id });
    return outcome.kind === "taken"
      ? { kind: "taken", notice: turn.say("turn.askedInPrivate"), inPrivate: true }
      : outcome;
  }
  const outcome = await askAnew(turn, state, {
    several: othersWait(await openResponses(turn), response),
    afterAWhile: response.asked !== null,
    ...(state.asked ? { step: state.asked.id } : {}),
  });
  return outcome.kind === "taken"
    ? { kind: "taken", notice: turn.say("turn.askedInPrivate"), inPrivate: true }
    : outcome;
}

/** Someone of the team who was not invited at first, a late joiner, is counted among the invited from here on. */
async function join(turn: Turn, round: Round): Promise<void> {
  if (round.invited.includes(turn.person._id)) return;
  await turn.ports.store.change(rounds, round._id, {
    unlessHolds: { invited: turn.person._id },
    push: { invited: { values: [turn.person._id] } },
  });
}

async function newResponse(turn: Turn, round: Round, flow: Flow): Promise<Response> {
  const { ports, directory, event, person, incoming } = turn;
  const reusable = await reusableResponse(turn, round);
  const context = await contextFor(ports, directory, round.team, flow, {
    flowOf: (id) => ports.flows.get(incoming.company, id),
    now: event.now,
    timeZone: person.timeZone,
  });
  const standing = progress(flow, {}, context);
  const several = (await openResponses(turn)).some(({ finishedAt }) => finishedAt === null);
  const first = standing.kind === "asking" ? standing.step : undefined;
  const place = { kind: "private", person: person._id } as const;
  const planned: Planned[] = reusable
    ? [saying(place, { kind: "reuse-offer", round: round._id, from: reusable._id })]
    : first
      ? [asking(place, round._id, first.id, { several })]
      : [];
  return emptyResponse(
    round,
    person._id,
    event,
    planned,
    reusable || !first ? null : { step: first.id, scale: scaleHash(first) },
  );
}

/** One's own finished answers to the same flow in another team, younger than 90 days. Nobody else ever sees that they exist. */
async function reusableResponse({ ports, incoming, person, event }: Turn, round: Round): Promise<Response | undefined> {
  const own = await ports.store.find(responses, {
    name: "ofPersonFlow",
    equals: { company: incoming.company, person: person._id, flow: round.flow },
  });
  return own
    .filter(
      ({ team, finishedAt }) => team !== round.team && finishedAt !== null && event.now - finishedAt < REUSABLE_MS,
    )
    .sort((a, b) => (b.finishedAt ?? 0) - (a.finishedAt ?? 0))[0];
}

/** Takes over one's own earlier answers where they still mean the same; the rest is asked. */
export async function reuseAnswers(turn: Turn, state: ConversationState, from: string): Promise<Outcome> {
  const earlier = await turn.ports.store.get(responses, from);
  if (!earlier || earlier.person !== turn.person._id || earlier.flow !== state.response.flow)
    return { kind: "taken", notice: turn.say("turn.oldButton") };
  const { flow, context } = state;
  const fresh = (response: Response): { [step: string]: Answer } =>
    Object.fromEntries(
      Object.entries(earlier.answers).flatMap(([step, { value }]) => {
        const question = questionOf(flow, step);
        const takeable =
          question && !response.answers[step] && fits(question, value, { flow, answers: valuesOf(earlier), context });
        return takeable ? [[step, nextAnswer(undefined, value, turn, null)]] : [];
      }),
    );
  const taken = await changeRecord(turn.ports.store, responses, state.response, turn.event, (response) => {
    const added = fresh(response);
    const standing = progress(flow, { ...valuesOf(response), ...valuesOf({ answers: added }) }, context);
    const next = standing.kind === "asking" ? standing.step : undefined;
    const place = { kind: "private", person: turn.person._id } as const;
    return {
      set: {
        ...Object.fromEntries(Object.entries(added).map(([step, answer]) => [`answers.${step}`, answer])),
        asked: next ? { step: next.id, scale: scaleHash(next) } : null,
        touchedAt: turn.event.now,
        ...(next ? {} : { finishedAt: turn.event.now }),
      },
      planned: next
        ? askingAnew(turn, response, next.id, { several: false })
        : [
            { place, how: { kind: "post", remember: "finished" }, tell: { kind: "finished", round: response.round } },
            ...progressOf(response),
          ],
    };
  });
  return sent(turn, taken);
}
