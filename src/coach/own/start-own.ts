import type { Outcome } from "../../channels/channel.ts";
import { refreshHomes } from "../../conversations/refresh-homes.ts";
import type { Flow } from "../../flow/flow.ts";
import { contentHash, scaleHash } from "../../flow/hashes.ts";
import { progress } from "../../flow/progress.ts";
import { isMember, teamsOf } from "../../people/directory.ts";
import { contents } from "../../rounds/content.ts";
import { emptyResponse } from "../../rounds/empty-response.ts";
import { isUnderWay, ownRecordId } from "../../rounds/own-record.ts";
import { type Response, responses } from "../../rounds/response.ts";
import { askAnew } from "../answering/answer-turn.ts";
import { conversationState } from "../answering/conversation-state.ts";
import { openResponses, othersWait } from "../answering/open-responses.ts";
import { asking } from "../answering/record-answer.ts";
import { converse, redrawRemembered, sentence } from "../converse.ts";
import { contextFor } from "../earlier.ts";
import { lacks } from "../starting/start-round.ts";
import type { Turn } from "../turn.ts";
import { ownOfferKey } from "./offer-own.ts";
import { looksAtTeam, mayBeOwn } from "./ways.ts";

/** Begins a person's own record of a flow and asks at once; the one that is open already is gone on with. Nobody else hears of it. */
export async function startOwn(turn: Turn, flowId: string, wanted?: string): Promise<Outcome> {
  const { directory, person } = turn;
  const flow = turn.flows.find(({ id }) => id === flowId);
  if (!flow || !mayBeOwn(flow)) return { kind: "taken", notice: turn.say("turn.topicGone") };
  const known = await ownRecords(turn, flow.id);
  const repeated = known.some(({ events }) => events.includes(turn.event.id));
  const underWay = known.find(isUnderWay);
  if (repeated) return { kind: "repeated" };
  if (underWay) return goOn(turn, underWay);
  const teams = teamsOf(directory, person._id).map(({ _id }) => _id);
  const team = wanted ?? (teams.length === 1 || !looksAtTeam(flow) ? teams[0] : undefined);
  if (team === undefined)
    return teams.length === 0
      ? sentence(turn, turn.say("turn.noTeam"))
      : converse(turn, [{ kind: "choose-team", flow: flow.id, teams, own: true }]);
  if (!isMember(directory, team, person._id)) return { kind: "taken", notice: turn.say("turn.notYourTeam") };
  const needs = await lacks(turn, team, flow);
  if (needs !== undefined) return converse(turn, [{ kind: "needs-first", flow: flow.id, needs, team }]);
  return begin(turn, flow, team, 1 + Math.max(0, ...known.map(({ own }) => own?.number ?? 0)));
}

async function begin(turn: Turn, flow: Flow, team: string, number: number): Promise<Outcome> {
  const { ports, event, person } = turn;
  const content = contentHash(flow);
  await ports.store.insert(contents, { _id: content, flow });
  const response = await newRecord(turn, flow, { team, number, content });
  // Begun in another window meanwhile: a tap there asks the same question.
  if ((await ports.store.insert(responses, response)) === "exists") return { kind: "taken" };
  ports.courier.send(responses, response);
  await redrawRemembered(turn, ownOfferKey(flow.id), { kind: "started", round: response.round });
  await refreshHomes(ports, [person._id], event);
  return turn.incoming.place.kind === "private"
    ? { kind: "taken" }
    : { kind: "taken", notice: turn.say("turn.askedInPrivate"), inPrivate: true };
}

async function newRecord(
  turn: Turn,
  flow: Flow,
  { team, number, content }: { readonly team: string; readonly number: number; readonly content: string },
): Promise<Response> {
  const { ports, directory, event, person, incoming } = turn;
  const _id = ownRecordId(person._id, flow.id, number);
  const context = await contextFor(ports, directory, team, flow, {
    flowOf: (id) => ports.flows.get(incoming.company, id),
    now: event.now,
    timeZone: person.timeZone,
  });
  const standing = progress(flow, {}, context);
  const first = standing.kind === "asking" ? standing.step : undefined;
  const several = (await openResponses(turn)).some(({ finishedAt }) => finishedAt === null);
  const place = { kind: "private", person: person._id } as const;
  const planned = first ? [asking(place, _id, first.id, { several })] : [];
  const asked = first ? { step: first.id, scale: scaleHash(first) } : null;
  const record = { _id, company: incoming.company, team, flow: flow.id };
  return {
    ...emptyResponse(record, person._id, event, planned, asked),
    own: { number, content, openedAt: event.now },
  };
}

async function goOn(turn: Turn, response: Response): Promise<Outcome> {
  const state = await conversationState(turn, response);
  if (!state) return { kind: "taken", notice: turn.say("turn.topicGone") };
  return askAnew(turn, state, {
    several: othersWait(await openResponses(turn), response),
    afterAWhile: true,
    ...(state.asked ? { step: state.asked.id } : {}),
  });
}

/** This person's own records of a flow, those that are over too. */
async function ownRecords({ ports, incoming, person }: Turn, flow: string): Promise<readonly Response[]> {
  const equals = { company: incoming.company, person: person._id, flow };
  const all = await ports.store.find(responses, { name: "ofPersonFlow", equals });
  return all.filter(({ own }) => own !== undefined);
}
