import { closedAround } from "../../../calendar/closures.ts";
import { isoDateIn } from "../../../calendar/iso-date.ts";
import { LIMITS } from "../../../message/limits.ts";
import type { Message } from "../../../message/message.ts";
import type { Directory } from "../../../people/directory.ts";
import type { Team } from "../../../people/records.ts";
import { words } from "../../../text/text.ts";
import { digestReadersOf } from "../../digest/digest-teams.ts";
import { button, choices, heading, messageOf, paragraph, quiet } from "../../draw/compose.ts";
import { personName, teamName } from "../../draw/naming.ts";
import { listed } from "../../draw/number-words.ts";
import type { Listener } from "../../scene.ts";
import type { TellOf } from "../../tell.ts";
import { closedWords } from "../closed-weeks/closed-words.ts";
import { channelNames } from "./team-form.ts";

interface Known {
  readonly now: number;
  readonly directory: Directory;
}

const MOST_NAMES = 6;

/** What a team goes by; who may not change it is told so when they try. */
export function drawTeamSettings(team: Team, { directory, now }: Known, { language, timeZone }: Listener): Message {
  const say = words(language);
  const today = isoDateIn(now, timeZone);
  const { years, ranges } = closedAround(today, team.closedWeeks, directory.company.closedWeeks);
  const readers = digestReadersOf(directory, team._id);
  const named = readers.slice(0, MOST_NAMES).map(({ _id }) => personName(directory, _id, language));
  const rest = readers.length - named.length;
  const closed = closedWords(ranges, { language, today });
  const [channel] = channelNames(team, directory, language);
  return messageOf(language, [
    heading(say("admin.team.title", { team: teamName(team) })),
    {
      kind: "facts",
      facts: [
        { label: say("admin.team.channel"), value: channel?.label ?? say("admin.team.noChannel") },
        {
          label: say("admin.team.readers"),
          value:
            named.length === 0
              ? say("admin.nobody")
              : listed(say, [...named, ...(rest > 0 ? [say("admin.others", { count: rest })] : [])]),
        },
        {
          label: say("admin.fact.closedWeeks", { year: years }),
          value: team.closedWeeks === undefined ? say("admin.team.asCompany", { weeks: closed }) : closed,
        },
      ],
    },
    choices([
      button(say("admin.team.button.change"), { kind: "team-form", team: team._id }, { opensForm: true }),
      button(say("admin.button.closedWeeks"), { kind: "closed-weeks-form", team: team._id }, { opensForm: true }),
    ]),
    quiet(say("admin.team.whoMay")),
  ]);
}

export function drawWhichTeam({ teams }: TellOf<"which-team">, { directory }: Known, { language }: Listener): Message {
  const say = words(language);
  return messageOf(language, [
    paragraph(say("admin.team.choose")),
    choices(
      teams
        .flatMap((id) => directory.teams.get(id) ?? [])
        .slice(0, LIMITS.actionsPerCard)
        .map((team) => button(teamName(team), { kind: "team-settings", team: team._id })),
    ),
  ]);
}
