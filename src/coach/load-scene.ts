import type { Flow } from "../flow/flow.ts";
import type { Directory } from "../people/directory.ts";
import { contents } from "../rounds/content.ts";
import { findRound } from "../rounds/own-record.ts";
import { type Response, responseId, responses } from "../rounds/response.ts";
import type { Round } from "../rounds/round.ts";
import { contextFor, latestAgreed } from "./earlier.ts";
import type { CoachPorts } from "./ports.ts";
import type { Listener, Scene } from "./scene.ts";

export type SceneSources = Pick<CoachPorts, "store" | "flows" | "now"> & Partial<Pick<CoachPorts, "registers">>;

/** What of a scene is read beside the round: forms want all of it, a question only one's own response. */
export interface Wanted {
  /** How many have answered. */
  readonly finished: boolean;
  /** The previous round, to compare with. */
  readonly previous: boolean;
}
const ALL: Wanted = { finished: true, previous: true };

/** Reads what words about a round are made from; undefined when the round or its flow is gone. */
export async function loadScene(
  ports: SceneSources,
  directory: Directory,
  roundId: string,
  listener: Listener,
  wanted: Wanted = ALL,
): Promise<Scene | undefined> {
  const { store } = ports;
  const round = await findRound(store, roundId, listener.person?._id);
  if (!round || round.company !== directory.company._id) return undefined;
  const team = directory.teams.get(round.team);
  const flow = await flowOf(ports, round);
  if (!team || !flow) return undefined;
  const own = round.mode === "together" ? null : listener.person?._id;
  const known = {
    flowOf: (id: string) => ports.flows.get(round.company, id),
    now: ports.now(),
    timeZone: listener.timeZone,
  };
  const [response, { finished, underWay }, context, previous] = await Promise.all([
    own === undefined ? undefined : store.get(responses, responseId(round._id, own)),
    wanted.finished ? progressIn(ports, round) : { finished: 0, underWay: 0 },
    contextFor(ports, directory, round.team, flow, known),
    wanted.previous ? latestAgreed(store, round.company, round.team, round.flow, round.number) : undefined,
  ]);
  const next = nextFlow(ports.flows.all(round.company), flow.id);
  return {
    now: ports.now(),
    directory,
    team,
    round,
    flow,
    context,
    finished,
    underWay,
    ...(response ? { response } : {}),
    ...(previous ? { previous } : {}),
    ...(next ? { next } : {}),
  };
}

/** The way on from a flow: the first that cannot start without its answers, else the first that is better done after it. */
function nextFlow(flows: readonly Flow[], id: string): Flow | undefined {
  return flows.find(({ needs }) => needs === id) ?? flows.find(({ betterAfter }) => betterAfter?.includes(id));
}

/** How many people have answered every question of a round. */
export async function finishedIn(sources: Pick<SceneSources, "store">, round: Round): Promise<number> {
  return (await progressIn(sources, round)).finished;
}

/** How many people have answered every question of a round, and how many some of them. */
export async function progressIn(
  { store }: Pick<SceneSources, "store">,
  round: Round,
): Promise<{ readonly finished: number; readonly underWay: number }> {
  const all = await store.find(responses, {
    name: "ofRound",
    equals: { company: round.company, round: round._id },
    limit: 10_000,
  });
  const own = all.filter(({ person }) => person !== null);
  const finished = own.filter(({ finishedAt }) => finishedAt !== null).length;
  const begun = own.filter(({ answers }) => Object.keys(answers).length > 0);
  return { finished, underWay: begun.filter(({ finishedAt }) => finishedAt === null).length };
}

/** The flow of a round: today's while it is open, as it was asked once it is closed (DESIGN: "Content"). */
export async function flowOf(ports: Pick<SceneSources, "store" | "flows">, round: Round): Promise<Flow | undefined> {
  if (round.state === "open") return ports.flows.get(round.company, round.flow);
  return (await ports.store.get(contents, round.content))?.flow ?? ports.flows.get(round.company, round.flow);
}

export function listenerFor(
  directory: Directory,
  place: {
    readonly kind: string;
    readonly person?: string;
    readonly team?: string;
    readonly only?: string | undefined;
  },
): Listener {
  const alone = place.person ?? place.only;
  const person = alone === undefined ? undefined : directory.people.get(alone);
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
