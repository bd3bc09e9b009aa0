import { progress } from "../../../flow/progress.ts";
import { totalSaid } from "../../../flow/total-said.ts";
import type { Option } from "../../../message/message.ts";
import { isUnderWay, roundOfOwn } from "../../../rounds/own-record.ts";
import { type Response, responses } from "../../../rounds/response.ts";
import type { Round } from "../../../rounds/round.ts";
import { words } from "../../../text/text.ts";
import { button, choices, paragraph, strong } from "../../draw/compose.ts";
import { roundName, teamName } from "../../draw/naming.ts";
import { moment } from "../../draw/when.ts";
import { contextFor } from "../../earlier.ts";
import { flowOf, valuesOf } from "../../load-scene.ts";
import { type HomeItem, type HomeReader, type HomeSection, partOf } from "../home-section.ts";

interface OpenRound {
  readonly round: Round;
  readonly response: Response | undefined;
}

/** The open rounds and own records that wait for the person's answers, each with the next step; behind them those that are answered already. */
export const openRounds: HomeSection = {
  id: "rounds",
  title: (say) => say("home.section.rounds"),
  most: { onHome: 4, onPage: 10 },
  read: async (reader, from, count) => {
    const { ports, person } = reader;
    const equals = { company: person.company, person: person._id, open: true };
    const [all, own] = await Promise.all([
      reader.rounds(),
      ports.store.find(responses, { name: "openOfPerson", equals }),
    ]);
    const byRound = new Map(own.map((response) => [response.round, response]));
    const alone = own.filter(isUnderWay).flatMap((response) => {
      const round = roundOfOwn(response);
      return round ? [{ round, response }] : [];
    });
    const mine: OpenRound[] = all
      .filter(({ state }) => state === "open")
      .map((round) => ({ round, response: byRound.get(round._id) }))
      .filter(({ round, response }) => response !== undefined || round.invited.includes(person._id))
      .concat(alone)
      .sort((a, b) => urgency(a) - urgency(b) || closing(a.round) - closing(b.round));
    return partOf(mine, from, count, (one) => itemOf(one, reader));
  },
};

/** What was begun first, then what waits, then what needs nothing from this person alone. */
function urgency({ round, response }: OpenRound): number {
  if (round.mode === "together") return 2;
  if (!response) return 1;
  return response.finishedAt === null ? 0 : 3;
}

function closing({ closesAt }: Round): number {
  return closesAt ?? Number.MAX_SAFE_INTEGER;
}

async function itemOf({ round, response }: OpenRound, reader: HomeReader): Promise<HomeItem> {
  const { ports, directory, listener, now } = reader;
  const [flow, team] = [await flowOf(ports, round), directory.teams.get(round.team)];
  if (!flow || !team) return () => [];
  const context = await contextFor(ports, directory, round.team, flow, {
    flowOf: (id) => ports.flows.get(round.company, id),
    now,
    timeZone: listener.timeZone,
  });
  const answers = valuesOf(response);
  const { answered } = progress(flow, answers, context);
  const total = totalSaid({ flow, answers, context });
  return (to) => {
    const say = words(to.language);
    const name = roundName({ round, flow }, to.language);
    const stands = standing({ round, response }, { answered, total }, say);
    const closes = round.closesAt === null ? "" : say("home.closes", { when: moment(round.closesAt, to, now) });
    return [
      paragraph([
        strong(round.mode === "own" ? `${name}:` : say("home.roundOf", { round: name, team: teamName(team) })),
        ` ${stands} ${closes}`.trimEnd(),
      ]),
      choices([wayOn({ round, response }, answered, say)]),
    ];
  };
}

type Say = ReturnType<typeof words>;

function standing({ round, response }: OpenRound, how: { answered: number; total: string }, say: Say): string {
  if (round.mode === "together") return say("home.together");
  if (response && response.finishedAt !== null) return say("home.allAnswered");
  return how.answered === 0 ? say("home.notBegun") : say("home.answered", { done: how.answered, total: how.total });
}

function wayOn({ round, response }: OpenRound, answered: number, say: Say): Option | undefined {
  if (round.mode === "together") return undefined;
  if (response && response.finishedAt !== null)
    return button(say("coach.button.myAnswers"), { kind: "my-answers", round: round._id });
  if (round.mode === "own") return button(say("coach.button.resume"), { kind: "resume", round: round._id });
  return button(say(answered === 0 ? "coach.button.answer" : "coach.button.resume"), {
    kind: "take-part",
    round: round._id,
  });
}
