import type { Round } from "../../../rounds/round.ts";
import type { RoundAtAGlance } from "../../draw/lobby.ts";
import { finishedIn, flowOf } from "../../load-scene.ts";
import type { HomeReader } from "../home-section.ts";

/** Rounds with their flow and how many have answered; those whose flow is gone fall away. */
export async function atAGlance(ports: HomeReader["ports"], all: readonly Round[]): Promise<readonly RoundAtAGlance[]> {
  const found = await Promise.all(
    all.map(async (round) => {
      const [flow, finished] = await Promise.all([flowOf(ports, round), finishedIn(ports, round)]);
      return flow ? [{ round, flow, finished }] : [];
    }),
  );
  return found.flat();
}

export function isUnderWay({ state }: Round): boolean {
  return state === "open" || state === "talking";
}
