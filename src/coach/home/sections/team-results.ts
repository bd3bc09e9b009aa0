import { latestLifting } from "../../../assessment/latest-lifting.ts";
import { levelsChart } from "../../../assessment/levels-chart.ts";
import { teamsOf } from "../../../people/directory.ts";
import type { Team } from "../../../people/records.ts";
import { firstDeedOf } from "../../../plan/effects/first-deed.ts";
import type { Round } from "../../../rounds/round.ts";
import { paragraph, strong } from "../../draw/compose.ts";
import { planFacts } from "../../draw/lobby/draw-where-we-are.ts";
import { roundName, teamName } from "../../draw/naming.ts";
import { latestAgreed } from "../../earlier.ts";
import { flowOf } from "../../load-scene.ts";
import { type HomeItem, type HomeReader, type HomeSection, partOf } from "../home-section.ts";

/** "Missä mennään" of each of the person's teams: the picture of its latest agreed round, what it lifts, who does what first. */
export const teamResults: HomeSection = {
  id: "results",
  title: (say) => say("home.section.results"),
  most: { onHome: 1, onPage: 1 },
  read: async (reader, from, count) => {
    const all = await reader.rounds();
    const agreed = teamsOf(reader.directory, reader.person._id).flatMap((team) => {
      const round = latestLifting(all.filter((one) => one.team === team._id));
      return round ? [{ team, round }] : [];
    });
    const latest = agreed.sort((a, b) => (b.round.closedAt ?? 0) - (a.round.closedAt ?? 0));
    return partOf(latest, from, count, (one) => itemOf(one, reader));
  },
};

async function itemOf(
  { team, round }: { readonly team: Team; readonly round: Round },
  { ports, directory, now }: HomeReader,
): Promise<HomeItem> {
  const [flow, previous, deed] = await Promise.all([
    flowOf(ports, round),
    latestAgreed(ports.store, round.company, team._id, round.flow, round.number),
    firstDeedOf(ports.store, round),
  ]);
  if (!flow) return () => [];
  return (to) => [
    paragraph([strong(teamName(team)), ` · ${roundName({ round, flow }, to.language)}`]),
    { kind: "picture", ...levelsChart({ round, flow, previous, language: to.language }) },
    { kind: "facts", facts: planFacts({ latest: { round, flow, deed }, directory, now }, to) },
  ];
}
