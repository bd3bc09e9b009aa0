import { closedAround } from "../../../calendar/closures.ts";
import { isoDateIn } from "../../../calendar/iso-date.ts";
import type { Block, Message } from "../../../message/message.ts";
import { presentPeople } from "../../../people/joining/join-people.ts";
import type { Platform, Role } from "../../../people/records.ts";
import { weeklyTimeOf } from "../../../people/weekly-time.ts";
import { words } from "../../../text/text.ts";
import { button, choices, heading, messageOf, paragraph, quiet } from "../../draw/compose.ts";
import { personName, teamName } from "../../draw/naming.ts";
import { listed } from "../../draw/number-words.ts";
import { moment } from "../../draw/when.ts";
import type { Listener } from "../../scene.ts";
import { closedWords } from "../closed-weeks/closed-words.ts";
import type { AdminView, Sending } from "./load-admin.ts";

const PER_PAGE = 10;
const PLATFORMS: { readonly [platform in Platform]: string } = { web: "web", slack: "Slack", teams: "Microsoft Teams" };
/** Of a role's people so many are named; the form has all. */
const MOST_NAMES = 5;

/** What the company goes by, for its admin, with the ways to change it. */
export function drawAdmin(view: AdminView, listener: Listener): Message {
  const say = words(listener.language);
  return messageOf(listener.language, [
    heading(say("admin.title")),
    ...adminBlocks(view, listener),
    quiet(say("admin.howToType")),
  ]);
}

/** The same as a part of Home. */
export function adminBlocks(
  { now, directory, sendings }: AdminView,
  { language, timeZone }: Listener,
): readonly Block[] {
  const say = words(language);
  const { company } = directory;
  const today = isoDateIn(now, timeZone);
  const { years, ranges } = closedAround(today, company.closedWeeks);
  const { weekday, hour } = weeklyTimeOf({ roles: [] }, company);
  const holding = (role: Role) => {
    const all = presentPeople(directory).filter(({ roles }) => roles.includes(role));
    const names = all.slice(0, MOST_NAMES).map(({ _id }) => personName(directory, _id, language));
    const rest = all.length - names.length;
    return all.length === 0
      ? say("admin.nobody")
      : listed(say, [...names, ...(rest > 0 ? [say("admin.others", { count: rest })] : [])]);
  };
  const buttons = choices([
    button(say("admin.button.roles"), { kind: "admin-roles" }, { opensForm: true }),
    button(say("admin.button.defaults"), { kind: "admin-defaults" }, { opensForm: true }),
    button(say("admin.button.closedWeeks"), { kind: "closed-weeks-form" }, { opensForm: true }),
    sendings.length === 0
      ? undefined
      : button(say("admin.button.sendings", { count: sendings.length }), {
          kind: "admin-sendings",
          page: 0,
          anew: true,
        }),
  ]);
  return [
    {
      kind: "facts",
      facts: [
        { label: say("admin.roles.managers"), value: holding("manager") },
        { label: say("admin.roles.salespeople"), value: holding("salesperson") },
        { label: say("admin.roles.admins"), value: holding("admin") },
        {
          label: say("admin.fact.defaults"),
          value: say("admin.fact.defaultsAre", {
            language: say(company.language === "fi" ? "admin.finnish" : "admin.english"),
            weekday: say("settings.weekdays").split(" ")[weekday - 1] ?? "",
            hour,
            timeZone: company.timeZone,
          }),
        },
        {
          label: say("admin.fact.closedWeeks", { year: years }),
          value: closedWords(ranges, { language, today }),
        },
        {
          label: say("admin.fact.sendings"),
          value:
            sendings.length === 0 ? say("admin.noSendings") : say("admin.sendingsCount", { count: sendings.length }),
        },
      ],
    },
    ...(buttons ? [buttons] : []),
  ];
}

/** What may not have arrived in a month, page by page; whoever asked for nothing more. */
export function drawSendings(page: number, view: AdminView, listener: Listener): Message {
  const { language } = listener;
  const say = words(language);
  const { sendings } = view;
  const at = Math.min(page, Math.max(0, Math.ceil(sendings.length / PER_PAGE) - 1));
  const from = at * PER_PAGE;
  const shown = sendings.slice(from, from + PER_PAGE);
  const turn = (label: string, to: number) => button(label, { kind: "admin-sendings", page: to });
  return messageOf(language, [
    heading(say("admin.sendings.title")),
    sendings.length === 0 ? paragraph(say("admin.noSendings")) : quiet(say("admin.sendings.about")),
    {
      kind: "facts",
      facts: shown.map((sending) => ({
        label: moment(sending.at, listener, view.now),
        value: sendingWords(sending, view, listener),
      })),
    },
    sendings.length > PER_PAGE
      ? quiet(say("digest.pages", { from: from + 1, to: from + shown.length, total: sendings.length }))
      : undefined,
    choices([
      at > 0 ? turn(say("home.button.before"), at - 1) : undefined,
      from + shown.length < sendings.length ? turn(say("home.button.next"), at + 1) : undefined,
      button(say("admin.button.back"), { kind: "admin" }),
    ]),
  ]);
}

function sendingWords(sending: Sending, { directory }: AdminView, { language }: Listener): string {
  const say = words(language);
  switch (sending.kind) {
    case "message": {
      const { place, outcome } = sending.unsettled;
      const where = say(place === "private" ? "admin.sendings.private" : "admin.sendings.channel");
      if (outcome === "given-up") return say("admin.sendings.givenUp", { where });
      return say(outcome === "repeated" ? "admin.sendings.repeated" : "admin.sendings.dropped", { where });
    }
    case "due": {
      const { person, about, state } = sending.delivery;
      const name = personName(directory, person, language);
      const what = say(about.kind === "weekly" ? "admin.sendings.weekly" : "admin.sendings.nudge", { name });
      return say(state === "unclear" ? "admin.sendings.unclear" : "admin.sendings.dueGivenUp", { what });
    }
    case "blocked":
      return say("admin.sendings.blocked", { name: personName(directory, sending.person, language) });
    case "removed": {
      const team = directory.teams.get(sending.team);
      return say("admin.sendings.removed", { team: team ? teamName(team) : "?" });
    }
    case "taken-off":
      return say("admin.sendings.takenOff", { platform: PLATFORMS[sending.platform] });
    default:
      return sending satisfies never;
  }
}
