import { proposedChristmas, proposedClosedWeeks } from "../../../calendar/closed-days.ts";
import { closedIn } from "../../../calendar/closures.ts";
import { isoDateIn } from "../../../calendar/iso-date.ts";
import { weekOf } from "../../../calendar/week.ts";
import type { Message, Option } from "../../../message/message.ts";
import type { Directory } from "../../../people/directory.ts";
import { words } from "../../../text/text.ts";
import { button, choices, messageOf, paragraph, quiet, strong } from "../../draw/compose.ts";
import { teamName } from "../../draw/naming.ts";
import type { Listener } from "../../scene.ts";
import type { TellOf } from "../../tell.ts";
import { closedWords } from "./closed-words.ts";

interface Known {
  readonly now: number;
  readonly directory: Directory;
}

/** What stands of a company's or a team's closed weeks, with the ways to change it; in May the question about them. */
export function drawClosedWeeks(tell: TellOf<"closed-weeks">, known: Known, listener: Listener): Message | undefined {
  const { directory, now } = known;
  const { language, timeZone } = listener;
  const say = words(language);
  const team = tell.team === undefined ? undefined : directory.teams.get(tell.team);
  if (tell.team !== undefined && !team) return undefined;
  const today = isoDateIn(now, timeZone);
  const year = Number(weekOf(today).slice(0, 4));
  const { company } = directory;
  const said = (team ? team.closedWeeks : company.closedWeeks)?.through ?? 0;
  const asks = tell.ask !== undefined && team === undefined && said < tell.ask;
  if (asks) return drawAsk(tell.ask ?? year, { language, today });
  const shown = Math.max(year, tell.ask ?? year);
  const lines = [shown, shown + 1]
    .filter((one) => one === shown || said >= one)
    .map((one) => {
      const ranges = closedIn(one, team?.closedWeeks, company.closedWeeks);
      return paragraph([
        strong(
          team
            ? say("admin.closed.ofTeam", { team: teamName(team), year: one })
            : say("admin.closed.ofCompany", { year: one }),
        ),
        ` ${closedWords(ranges, { language, today })}.`,
      ]);
    });
  return messageOf(language, [
    ...lines,
    quiet(say(said === 0 ? (team ? "admin.closed.likeCompany" : "admin.closed.unlessTold") : "admin.closed.what")),
    choices(waysOf(tell, shown, { ...known, said }, listener)),
  ]);
}

function drawAsk(year: number, shown: { readonly language: Listener["language"]; readonly today: string }): Message {
  const say = words(shown.language);
  return messageOf(shown.language, [
    paragraph(say("admin.closed.ask", { year, weeks: closedWords([proposedClosedWeeks(year)], shown) })),
    choices([
      button(
        say("admin.closed.button.proposal"),
        { kind: "closed-weeks-set", year, to: "proposal" },
        { primary: true },
      ),
      button(say("admin.closed.button.change"), { kind: "closed-weeks-form" }, { opensForm: true }),
      button(say("admin.closed.button.none"), { kind: "closed-weeks-set", year, to: "none" }),
    ]),
    quiet(say("admin.closed.howToType")),
  ]);
}

function waysOf(
  tell: TellOf<"closed-weeks">,
  year: number,
  { directory, said }: Known & { readonly said: number },
  { person, language }: Listener,
): readonly (Option | undefined)[] {
  const say = words(language);
  const team = tell.team === undefined ? undefined : directory.teams.get(tell.team);
  if (!team && !person?.roles.includes("admin")) return [];
  const of = team ? { team: team._id } : {};
  const christmas = proposedChristmas(year).from;
  const hasChristmas = closedIn(year, team?.closedWeeks, directory.company.closedWeeks).some(
    ({ from, to }) => from <= christmas && christmas <= to,
  );
  return [
    button(say("admin.closed.button.change"), { kind: "closed-weeks-form", ...of }, { opensForm: true }),
    hasChristmas
      ? undefined
      : button(say("admin.closed.button.christmas"), { kind: "closed-weeks-set", ...of, year, to: "christmas" }),
    team && said > 0
      ? button(say("admin.closed.button.company"), { kind: "closed-weeks-set", ...of, year, to: "company" })
      : undefined,
  ];
}
