import { HOME, type Outcome } from "../channels/channel.ts";
import { isOwnRecord } from "../rounds/own-record.ts";
import { type Action, readAction } from "./action.ts";
import { ownAnswerTap } from "./answering/own-answer-tap.ts";
import { takePart } from "./answering/take-part.ts";
import { whereWeAre } from "./commands/command-turn.ts";
import { converse } from "./converse.ts";
import { isCustomerButton } from "./customers/customer-actions.ts";
import { customerTap } from "./customers/customers-turn.ts";
import { isDigestButton } from "./digest/digest-actions.ts";
import { actOnDigest } from "./digest/digest-turn.ts";
import { acceptOneMind, fixLevel, noteTalked, reopenStep } from "./facilitating/agree-on-levels.ts";
import { openCard } from "./facilitating/facilitate-by-command.ts";
import { cancelRound, closeByFacilitator, confirmCancel, takeOver } from "./facilitating/facilitate-turn.ts";
import { openLiftForm, saveLift, supportStep } from "./facilitating/lift-turn.ts";
import { openObjectForm, saveObjection } from "./facilitating/object-turn.ts";
import { openTalliesForm, saveTallies } from "./facilitating/tallies-turn.ts";
import { whoSees } from "./facilitating/who-sees-turn.ts";
import { turnHome } from "./home/home-turn.ts";
import { openJoinPeopleForm, saveJoinPeople } from "./joining/join-people-turn.ts";
import { cancelOwn } from "./own/cancel-own.ts";
import { openOwnActionForm } from "./own/own-action-form.ts";
import { startOwn } from "./own/start-own.ts";
import { actOnPlan } from "./plan/act-on-plan.ts";
import { isPlanButton } from "./plan/plan-actions.ts";
import { isAdminButton } from "./settings/admin/admin-actions.ts";
import { adminTap } from "./settings/admin/admin-turn.ts";
import { isClosedWeeksButton } from "./settings/closed-weeks/closed-weeks-actions.ts";
import { closedWeeksTap } from "./settings/closed-weeks/closed-weeks-turn.ts";
import { settingsTap } from "./settings/settings-turn.ts";
import { teamTap } from "./settings/team/team-turn.ts";
import { offerStart, openFromForm, prepareRound } from "./starting/start-round.ts";
import { ownOrTeamsTap } from "./together/own-or-teams-tap.ts";
import { proposalTap } from "./together/proposal-tap.ts";
import type { Tap } from "./turn.ts";
import { isWeekButton } from "./week/week-actions.ts";
import { noteTouched, weekTap } from "./week/week-turn.ts";

/** Someone tapped a button or submitted a form. */
export async function tapped(turn: Tap): Promise<Outcome> {
  const action = readAction(turn.incoming.action);
  if (!action) {
    turn.ports.log.warn(
      { company: turn.incoming.company, person: turn.person._id, event: turn.event.id },
      "unknown action",
    );
    return { kind: "taken", notice: turn.say("turn.oldButton") };
  }
  await noteTouched(turn, action);
  const outcome = await act(turn, action);
  const fromHome =
    turn.incoming.kind === "tapped" &&
    turn.incoming.message === HOME &&
    action.kind !== "home" &&
    action.kind !== "plan-tap";
  // On Home nothing is said: what a tap there brings stands in the private chat.
  return fromHome && outcome.kind === "taken" && outcome.notice === undefined
    ? { kind: "taken", notice: turn.say("turn.answerInPrivate"), inPrivate: true }
    : outcome;
}

function act(turn: Tap, action: Action): Promise<Outcome> {
  if (isPlanButton(action)) return actOnPlan(turn, action);
  if (isWeekButton(action)) return weekTap(turn, action);
  if (isDigestButton(action)) return actOnDigest(turn, action);
  if (isClosedWeeksButton(action)) return closedWeeksTap(turn, action);
  if (isAdminButton(action)) return adminTap(turn, action);
  if (isCustomerButton(action)) return customerTap(turn, action);
  const values = turn.incoming.values ?? {};
  switch (action.kind) {
    case "help":
    case "topics":
      return converse(turn, [{ kind: action.kind }]);
    case "home":
      return turnHome(turn, action);
    case "settings":
    case "save-settings":
    case "here-again":
    case "hear-again":
    case "manager-sees":
      return settingsTap(turn, action);
    case "team-settings":
    case "team-form":
    case "team-save":
      return teamTap(turn, action);
    case "where-we-are":
      return whereWeAre(turn, action.team);
    case "start":
      return offerStart(turn, action.flow, { team: action.team, withTeam: action.with === "team" });
    case "start-own":
      return startOwn(turn, action.flow, action.team);
    case "own-action":
      return openOwnActionForm(turn, action.round);
    case "prepare":
      return prepareRound(turn, action);
    case "open-round":
      return openFromForm(turn, action, values);
    case "who-sees":
      return whoSees(turn, action.round);
    case "take-part":
      return takePart(turn, action.round);
    case "facilitate":
      return openCard(turn, action.round);
    case "take-over":
      return takeOver(turn, action.round);
    case "tallies":
      return openTalliesForm(turn, action.round);
    case "save-tallies":
      return saveTallies(turn, action.round, values);
    case "close":
    case "really-close":
      return closeByFacilitator(turn, action.round, { sure: action.kind === "really-close" });
    case "cancel":
      return confirmCancel(turn, action.round);
    case "really-cancel":
      return isOwnRecord(action.round) ? cancelOwn(turn, action.round) : cancelRound(turn, action.round);
    case "accept":
      return acceptOneMind(turn, action.round);
    case "talked":
      return noteTalked(turn, action.round, action.step);
    case "fix":
      return fixLevel(turn, action.round, action.step, action.level);
    case "reopen":
      return reopenStep(turn, action.round, action.step);
    case "lift":
      return openLiftForm(turn, action.round);
    case "save-lift":
      return saveLift(turn, action.round, values);
    case "object":
      return openObjectForm(turn, action.round);
    case "save-objection":
      return saveObjection(turn, action.round, values);
    case "support":
      return supportStep(turn, action.round, action.step);
    case "propose":
    case "join":
    case "take":
    case "take-value":
    case "settle":
    case "untake":
      return proposalTap(turn, action);
    case "join-people":
      return openJoinPeopleForm(turn);
    case "save-join-people":
      return saveJoinPeople(turn, values);
    case "change":
    case "go-on":
    case "explain":
    case "row":
    case "save-row":
    case "remove-row":
    case "rows-done":
      return ownOrTeamsTap(turn, action);
    case "answer":
    case "answer-form":
    case "meant":
    case "not-meant":
    case "back":
    case "keep":
    case "pause":
    case "resume":
    case "my-answers":
    case "reuse":
    case "answer-anew":
      return ownAnswerTap(turn, action);
    default:
      return action satisfies never;
  }
}
