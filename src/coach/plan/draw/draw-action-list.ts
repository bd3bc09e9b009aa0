import { formatQuarter } from "../../../flow/wording/format.ts";
import { LIMITS } from "../../../message/limits.ts";
import type { Message } from "../../../message/message.ts";
import type { PlanAction } from "../../../plan/action.ts";
import { words } from "../../../text/text.ts";
import { actionText } from "../../action.ts";
import { button, choices, heading, messageOf, paragraph, quiet, rows } from "../../draw/compose.ts";
import { personName, teamName } from "../../draw/naming.ts";
import { shorten } from "../../draw/shorten.ts";
import type { Listener } from "../../scene.ts";
import type { ListOf } from "../plan-actions.ts";
import type { PlanTellOf } from "../plan-tells.ts";
import type { PlanView } from "../plan-view.ts";
import { actionLine } from "./action-words.ts";

/** DESIGN: at most five lines on screen. */
export const PAGE = 5;

/** A page of a list: each line opens its action. A page that is gone is the last one. */
export function drawActionList({ of, page }: PlanTellOf<"plan-list">, view: PlanView, listener: Listener): Message {
  const { language } = listener;
  const say = words(language);
  const { actions } = view;
  const team = of.kind === "mine" ? undefined : of.team;
  const last = Math.max(0, Math.ceil(actions.length / PAGE) - 1);
  const at = Math.min(page, last);
  const shown = actions.slice(at * PAGE, (at + 1) * PAGE);
  const turned = { from: at * PAGE + 1, to: at * PAGE + shown.length, total: actions.length };
  return messageOf(language, [
    heading(shorten(titleOf(of, view, listener), LIMITS.heading)),
    shown.length === 0 ? paragraph(say(emptyKey(of))) : undefined,
    rows(shown.map((action, nth) => line(action, at * PAGE + nth + 1, of, view, listener))),
    last > 0 ? quiet(say("plan.list.page", turned)) : undefined,
    choices(
      [
        at < last ? button(say("plan.button.next"), { kind: "plan-list", of, page: at + 1 }) : undefined,
        at > 0 ? button(say("plan.button.previous"), { kind: "plan-list", of, page: at - 1 }) : undefined,
        button(say("plan.button.new"), team === undefined ? { kind: "plan-new" } : { kind: "plan-new", team }, {
          opensForm: true,
        }),
      ],
      team === undefined ? [] : others(of, team, view, listener),
      say("plan.button.more"),
    ),
  ]);
}

/** The way to the team's other lists. */
function others(of: ListOf, team: string, { now }: PlanView, { language }: Listener) {
  const say = words(language);
  return [
    of.kind === "team"
      ? undefined
      : button(say("plan.button.team"), { kind: "plan-list", of: { kind: "team", team }, page: 0 }),
    of.kind === "untaken"
      ? undefined
      : button(say("plan.button.untaken"), { kind: "plan-list", of: { kind: "untaken", team }, page: 0 }),
    button(say("plan.button.year"), { kind: "plan-year", team, year: new Date(now).getUTCFullYear() }),
  ];
}

function line(action: PlanAction, number: number, of: ListOf, view: PlanView, listener: Listener) {
  const isOfSeveral = of.kind === "mine" || of.team === undefined;
  const team = isOfSeveral ? view.directory.teams.get(action.team) : undefined;
  const detail = actionLine(action, view, listener);
  return {
    mark: String(number),
    label: shorten(action.what, LIMITS.optionLabel),
    description: shorten(action.what, LIMITS.description),
    sign: shorten(team ? `${teamName(team)} · ${detail}` : detail, LIMITS.sign),
    action: actionText({ kind: "plan-open", action: action._id }),
  };
}

function titleOf(of: ListOf, { directory, dimensions }: PlanView, { language }: Listener): string {
  const say = words(language);
  const teamOf = (id: string) => {
    const named = directory.teams.get(id);
    return named ? teamName(named) : "";
  };
  switch (of.kind) {
    case "mine":
      return say("plan.list.mine");
    case "team":
    case "untaken":
      return say(`plan.list.${of.kind}`, { team: teamOf(of.team) });
    case "person":
      return say("plan.list.person", { name: personName(directory, of.person, language) });
    case "quarter": {
      const [year, quarter] = of.quarter.split("-").map(Number);
      return say("plan.list.of", { what: formatQuarter({ year: year ?? 0, quarter: quarter ?? 0 }, language) });
    }
    case "dimension":
      return say("plan.list.of", {
        what: dimensions.find(({ id }) => id === of.dimension)?.title[language] ?? of.dimension,
      });
    default:
      return of satisfies never;
  }
}

function emptyKey({ kind }: ListOf) {
  if (kind === "mine") return "plan.list.emptyMine" as const;
  return kind === "team" ? ("plan.list.emptyTeam" as const) : ("plan.list.empty" as const);
}
