import { latestLifting } from "../../../assessment/latest-lifting.ts";
import { liftedSteps } from "../../../assessment/lift.ts";
import { teamsOf } from "../../../people/directory.ts";
import { words } from "../../../text/text.ts";
import { paragraph, strong } from "../../draw/compose.ts";
import { roundState } from "../../draw/lobby/round-state.ts";
import { teamName } from "../../draw/naming.ts";
import { inSentence, listed } from "../../draw/number-words.ts";
import { withoutStop } from "../../draw/shorten.ts";
import { day } from "../../draw/when.ts";
import { flowOf } from "../../load-scene.ts";
import { type HomeItem, type HomeReader, type HomeSection, partOf } from "../home-section.ts";
import { atAGlance, isUnderWay } from "./at-a-glance.ts";

/**
 * For a manager, their teams one line each: what is open, what is lifted; for a newcomer those that "Missä mennään" does not show yet. Nothing but what
 * each team sees of itself, never who has not answered.
 */
export const howTeamsStand: HomeSection = {
  id: "teams",
  title: (say) => say("home.section.teams"),
  most: { onHome: 5, onPage: 15 },
  read: async (reader, from, count) => {
    const isManager = reader.person.roles.includes("manager");
    if (!isManager && !reader.newcomer) return { items: [], total: 0 };
    const all = await reader.rounds();
    const teams = teamsOf(reader.directory, reader.person._id)
      .filter(({ _id }) => isManager || !latestLifting(all.filter(({ team }) => team === _id)))
      .toSorted((a, b) => a.name.localeCompare(b.name));
    return partOf(teams, from, count, (team) => itemOf(team, reader));
  },
};

async function itemOf(team: { readonly _id: string; readonly name: string }, reader: HomeReader): Promise<HomeItem> {
  const { ports, now } = reader;
  const own = (await reader.rounds()).filter((round) => round.team === team._id);
  const open = await atAGlance(ports, own.filter(isUnderWay));
  const latest = latestLifting(own);
  const flow = latest && (await flowOf(ports, latest));
  return (to) => {
    const say = words(to.language);
    const lifted = latest && flow ? liftedSteps(latest, flow).map(({ title }) => inSentence(title[to.language])) : [];
    const told = [
      open.length === 0
        ? say("home.team.noneOpen")
        : say("home.team.open", { rounds: open.map((one) => roundState(one, to.language)).join("; ") }),
      lifted.length === 0 || !latest?.plan
        ? say("home.team.noneLifted")
        : say("home.team.lifted", {
            lifted: listed(say, lifted),
            date: withoutStop(day(latest.plan.lookAgain, to, now)),
          }),
    ];
    return [paragraph([strong(`${teamName(team)}: `), told.join(" ")])];
  };
}
