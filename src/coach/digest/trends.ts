import { trendChart } from "../../assessment/trend-chart.ts";
import type { Block } from "../../message/message.ts";
import type { Directory } from "../../people/directory.ts";
import type { Team } from "../../people/records.ts";
import { rounds } from "../../rounds/round.ts";
import type { Language } from "../../text/text.ts";
import { teamName } from "../draw/naming.ts";
import { DIMENSIONS } from "../plan/plan-view.ts";
import type { CoachPorts } from "../ports.ts";

/** A picture of each team's own way over its rounds of maturity, the team that agreed on something last first; teams without two rounds have none. */
export async function trendsOf(
  { store, flows }: Pick<CoachPorts, "store" | "flows">,
  directory: Directory,
  teams: readonly Team[],
  language: Language,
): Promise<readonly Block[]> {
  const company = directory.company._id;
  const flow = flows.get(company, DIMENSIONS);
  if (!flow) return [];
  const all = await Promise.all(
    teams.map(async (team) => {
      const equals = { company, team: team._id, flow: DIMENSIONS };
      const held = await store.find(rounds, { name: "ofTeamFlow", equals });
      const picture = trendChart(held, flow, { team: teamName(team), language });
      const latest = Math.max(0, ...held.map(({ closedAt }) => closedAt ?? 0));
      return picture ? [{ latest, block: { kind: "picture", ...picture } as const }] : [];
    }),
  );
  return all
    .flat()
    .sort((a, b) => b.latest - a.latest)
    .map(({ block }) => block);
}
