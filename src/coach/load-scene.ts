import type { Flow } from "../flow/flow.ts";
import type { Directory } from "../people/directory.ts";
import { contents } from "../rounds/content.ts";
import { type Response, responseId, responses } from "../rounds/response.ts";
import { type Round, rounds } from "../rounds/round.ts";
import { contextFor, latestAgreed } from "./earlier.ts";
import type { CoachPorts } from "./ports.ts";
import type { Listener, Scene } from "./scene.ts";

/** Reads everything that words about a round are made from; undefined when the round or its flow is gone. */
export async function loadScene(
  ports: CoachPorts,
  directory: Directory,
  roundId: string,
  listener: Listener,
): Promise<Scene | undefined> {
  const { store } = ports;
  const round = await store.get(rounds, roundId);
  if (!round || round.company !== directory.company._id) return undefined;
  const team = directory.teams.get(round.team);
  const flow = await flowOf(ports, round);
  if (!team || !flow) return undefined;
  const own = round.mode === "together" ? null : (listener.person?._id ?? undefined);
  const [all, context, previous] = await Promise.all([
    store.find(responses, { name: "ofRound", equals: { company: round.company, round: round._id }, limit: 10_000 }),
    contextFor(store, directory, round.team, flow, {
      flowOf: (id) => ports.flows.get(round.company, id),
      now: ports.now(),
      timeZone: listener.timeZone,
    }),
    latestAgreed(store, round.company, round.team, round.flow, round.number),
  ]);
  const response = own === undefined ? undefined : all.find(({ _id }) => _id === responseId(round._id, own));
  return {
    now: ports.now(),
    directory,
    team,
    round,
    flow,
    context,
    finished: all.filter(({ finishedAt }) => finishedAt !== null).length,
    ...(response ? { response } : {}),
    ...(previous ? { previous } : {}),
  };
}

/** The flow of a round: today's while it is open, as it was asked once it is closed (DESIGN: "Content"). */
export async function flowOf(ports: CoachPorts, round: Round): Promise<Flow | undefined> {
  if (round.state === "open") return ports.flows.get(round.company, round.flow);
  return (await ports.store.get(contents, round.content))?.flow ?? ports.flows.get(round.company, round.flow);
}

export function listenerFor(
  directory: Directory,
  place: { readonly kind: string; readonly person?: string; readonly team?: string },
): Listener {
  const person = place.person === undefined ? undefined : directory.people.get(place.person);
  if (person) return { language: person.language, timeZone: person.timeZone, person };
  const team = place.team === undefined ? undefined : directory.teams.get(place.team);
  return {
    language: team?.language ?? directory.company.language,
    timeZone: team?.timeZone ?? directory.company.timeZone,
  };
}

/** Step → value, as the flow's engine takes them. */
export function valuesOf(response: Pick<Response, "answers"> | undefined) {
  return Object.fromEntries(Object.entries(response?.answers ?? {}).map(([step, { value }]) => [step, value]));
}
