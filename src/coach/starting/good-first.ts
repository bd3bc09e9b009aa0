import type { Flow } from "../../flow/flow.ts";
import { responses } from "../../rounds/response.ts";
import { latestAgreed } from "../earlier.ts";
import type { Turn } from "../turn.ts";

/** The flows that are good to do before this one and are not done yet. */
export async function goodFirst(turn: Turn, team: string, { betterAfter = [] }: Flow): Promise<readonly string[]> {
  const done = await Promise.all(betterAfter.map((flow) => isDone(turn, team, flow)));
  return betterAfter.filter((_, at) => !done[at]);
}

/** A flow is done when its team has agreed on it, or whoever asks has answered it to the end for themselves. */
async function isDone({ ports, incoming, person }: Turn, team: string, flow: string): Promise<boolean> {
  const { company } = incoming;
  if (await latestAgreed(ports.store, company, team, flow)) return true;
  const equals = { company, person: person._id, flow };
  const all = await ports.store.find(responses, { name: "ofPersonFlow", equals });
  return all.some(({ own, finishedAt }) => own !== undefined && finishedAt !== null);
}
