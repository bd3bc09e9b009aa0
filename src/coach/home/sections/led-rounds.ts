import { questionOf } from "../../../flow/compile-flow.ts";
import { responseId, responses } from "../../../rounds/response.ts";
import type { Round } from "../../../rounds/round.ts";
import { words } from "../../../text/text.ts";
import { button, choices, paragraph, strong } from "../../draw/compose.ts";
import { roundState } from "../../draw/lobby/round-state.ts";
import { teamName } from "../../draw/naming.ts";
import { type HomeReader, type HomeSection, partOf } from "../home-section.ts";
import { atAGlance, isUnderWay } from "./at-a-glance.ts";

/** The rounds that the person leads: how far each is, in a thread what it asks now, and the way to its card. */
export const ledRounds: HomeSection = {
  id: "led",
  title: (say) => say("home.section.led"),
  most: { onHome: 3, onPage: 10 },
  read: async (reader, from, count) => {
    const { ports, directory, person } = reader;
    const led = (await reader.rounds()).filter((round) => isUnderWay(round) && round.facilitator === person._id);
    const latest = led.toSorted((a, b) => b.openedAt - a.openedAt);
    return partOf(latest, from, count, async (round) => {
      const [[one], asked] = await Promise.all([atAGlance(ports, [round]), askedInThread(ports, round)]);
      const team = directory.teams.get(round.team);
      return (to) => {
        if (!one || !team) return [];
        const say = words(to.language);
        const question = asked === undefined ? undefined : questionOf(one.flow, asked);
        const asks = question ? ` ${say("coach.asksNow", { title: question.title[to.language] })}` : "";
        return [
          paragraph([strong(`${teamName(team)}:`), ` ${roundState(one, to.language)}.${asks}`]),
          choices([button(say("coach.button.facilitate"), { kind: "facilitate", round: round._id })]),
        ];
      };
    });
  },
};

/** The step that waits in the thread of a round that is answered together. */
async function askedInThread({ store }: HomeReader["ports"], round: Round): Promise<string | undefined> {
  if (round.mode !== "together" || round.state !== "open") return undefined;
  return (await store.get(responses, responseId(round._id, null)))?.asked?.step;
}
