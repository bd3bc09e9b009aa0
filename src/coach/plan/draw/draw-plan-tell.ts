import { LIMITS } from "../../../message/limits.ts";
import type { Message } from "../../../message/message.ts";
import type { PlanAction } from "../../../plan/action.ts";
import { isLive, MOST_LIVE } from "../../../plan/owners.ts";
import { words } from "../../../text/text.ts";
import { actionText } from "../../action.ts";
import { button, choices, messageOf, paragraph, quiet, rows, strong } from "../../draw/compose.ts";
import { teamName } from "../../draw/naming.ts";
import { numberWord } from "../../draw/number-words.ts";
import { shorten } from "../../draw/shorten.ts";
import type { Listener } from "../../scene.ts";
import type { PlanButton } from "../plan-actions.ts";
import type { PlanTell, PlanTellOf } from "../plan-tells.ts";
import { hereIn, type PlanView } from "../plan-view.ts";
import { tapButton } from "./action-buttons.ts";
import { actionLine, takenWords } from "./action-words.ts";
import { drawActionCard } from "./draw-action-card.ts";
import { drawActionList } from "./draw-action-list.ts";
import { drawHistory } from "./draw-history.ts";
import { drawProposed } from "./draw-proposed.ts";
import { drawYearPlan } from "./draw-year-plan.ts";
import { teamList } from "./team-list.ts";

/** Of a long list of what is under way, so many can be told to wait by tap; the rest by their own cards. */
const MOST_OFFERED = 5;
/** What was written is only recalled: who wrote it sees it just above. */
const QUOTED = 60;
const WHAT = 100;

/** The words about actions. Undefined when what was to be told of is gone. */
export function drawPlanTell(tell: PlanTell, view: PlanView, listener: Listener): Message | undefined {
  switch (tell.kind) {
    case "plan-card":
      return drawActionCard(tell, view, listener);
    case "plan-list":
      return drawActionList(tell, view, listener);
    case "plan-year":
      return drawYearPlan(tell, view, listener);
    case "plan-proposed":
      return drawProposed(view, listener);
    case "plan-many-live":
      return drawManyLive(tell, view, listener);
    case "plan-teams":
      return drawTeams(tell, view, listener);
    case "plan-note-team":
      return drawNoteTeam(tell, view, listener);
    case "plan-note-twice":
      return drawNoteTwice(tell, view, listener);
    case "plan-history":
      return drawHistory(view, listener);
    case "plan-taken":
      return drawTaken(view, listener);
    case "plan-which":
      return drawWhich(view, listener);
    case "plan-how":
      return drawHow(listener);
    default:
      return tell satisfies never;
  }
}

function drawManyLive(
  { team, page = 0 }: PlanTellOf<"plan-many-live">,
  view: PlanView,
  listener: Listener,
): Message | undefined {
  const found = view.directory.teams.get(team);
  if (!found) return undefined;
  const { language } = listener;
  const say = words(language);
  const live = view.actions.filter((action) => isLive(action, hereIn(view.directory, team)));
  const number = numberWord(say, live.length);
  if (live.length <= MOST_LIVE) return messageOf(language, [paragraph(say("plan.manyLive.settledFew"))]);
  const last = Math.ceil(live.length / MOST_OFFERED) - 1;
  const at = Math.min(page, last);
  const from = at * MOST_OFFERED;
  const shown = live.slice(from, from + MOST_OFFERED);
  const turn = (label: string, to: number) => button(label, { kind: "plan-many-live", team, page: to });
  return messageOf(language, [
    paragraph(say("plan.manyLive.told", { team: teamName(found), number })),
    lines(shown, view, listener, ({ _id }) => ({
      kind: "plan-tap",
      deed: "wait",
      action: _id,
      in: "many-live",
    })),
    last > 0
      ? quiet(say("plan.list.page", { from: from + 1, to: from + shown.length, total: live.length }))
      : undefined,
    choices([
      at < last ? turn(say("plan.button.next"), at + 1) : undefined,
      at > 0 ? turn(say("plan.button.previous"), at - 1) : undefined,
      teamList(team, language),
    ]),
  ]);
}

function drawTeams(
  { ask, teams, year: wanted }: PlanTellOf<"plan-teams">,
  { directory, now }: PlanView,
  { language }: Listener,
) {
  const say = words(language);
  const year = wanted ?? new Date(now).getUTCFullYear();
  return messageOf(language, [
    paragraph(say(ask === "year" ? "plan.chooseTeamYear" : "plan.chooseTeam")),
    choices(
      named(teams, directory).map(({ _id: team, label }) =>
        button(
          label,
          ask === "year"
            ? { kind: "plan-year", team, year }
            : { kind: "plan-list", of: { kind: "team", team }, page: 0 },
        ),
      ),
    ),
  ]);
}

function drawNoteTeam(tell: PlanTellOf<"plan-note-team">, { directory }: PlanView, { language }: Listener) {
  const { what, text, once } = tell;
  const known = once === undefined ? { text } : { text, once };
  return messageOf(language, [
    paragraph(words(language)("plan.chooseNoteTeam", { what: shorten(what, QUOTED) })),
    choices(
      named(tell.teams, directory).map(({ _id: team, label }) => button(label, { kind: "plan-note", team, ...known })),
    ),
  ]);
}

function drawNoteTwice(tell: PlanTellOf<"plan-note-twice">, view: PlanView, listener: Listener): Message | undefined {
  const [action] = view.actions;
  if (!action) return undefined;
  const { text, team, once } = tell;
  const say = words(listener.language);
  return messageOf(listener.language, [
    paragraph(say("plan.noteTwice")),
    paragraph([strong(shorten(action.what, WHAT)), ` ${shorten(actionLine(action, view, listener), WHAT)}`]),
    choices([
      button(say("plan.button.open"), { kind: "plan-open", action: action._id }),
      button(say("plan.button.again"), { kind: "plan-note", team, text, once, again: true }),
    ]),
  ]);
}

function drawTaken(view: PlanView, listener: Listener): Message | undefined {
  const [action] = view.actions;
  const told = action && takenWords(action, view, listener);
  if (!action || told === undefined)
    return drawActionCard({ kind: "plan-card", action: action?._id ?? "" }, view, listener);
  const say = words(listener.language);
  return messageOf(listener.language, [
    paragraph([strong(shorten(action.what, WHAT)), `: ${told}`]),
    choices([
      tapButton({ action, say, in: "card" }, "join"),
      button(say("plan.button.open"), { kind: "plan-open", action: action._id }),
    ]),
  ]);
}

function drawWhich(view: PlanView, listener: Listener): Message {
  return messageOf(listener.language, [
    paragraph(words(listener.language)("plan.doing.which")),
    lines(view.actions, view, listener, ({ _id }) => ({ kind: "plan-open", action: _id })),
  ]);
}

function lines(
  actions: readonly PlanAction[],
  view: PlanView,
  listener: Listener,
  tapped: (action: PlanAction) => PlanButton,
) {
  return rows(
    actions.map((action, nth) => ({
      mark: String(nth + 1),
      label: shorten(action.what, LIMITS.optionLabel),
      description: shorten(action.what, LIMITS.description),
      sign: shorten(actionLine(action, view, listener), LIMITS.sign),
      action: actionText(tapped(action)),
    })),
  );
}

function named(teams: readonly string[], { teams: all }: PlanView["directory"]) {
  return teams.slice(0, LIMITS.actionsPerCard).flatMap((id) => {
    const team = all.get(id);
    return team ? [{ ...team, label: shorten(teamName(team), LIMITS.buttonLabel) }] : [];
  });
}

function drawHow({ language }: Listener): Message {
  const say = words(language);
  return messageOf(language, [
    paragraph(say("plan.how")),
    choices([button(say("plan.button.new"), { kind: "plan-new" }, { primary: true, opensForm: true })]),
  ]);
}
