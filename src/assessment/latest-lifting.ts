import type { Round } from "../rounds/round.ts";

/** The latest of a team's rounds that was agreed with something lifted: what "Missä mennään" tells of. */
export function latestLifting(all: readonly Round[]): Round | undefined {
  return all
    .filter(({ state, plan }) => state === "agreed" && plan !== null)
    .sort((a, b) => (b.closedAt ?? 0) - (a.closedAt ?? 0))[0];
}
