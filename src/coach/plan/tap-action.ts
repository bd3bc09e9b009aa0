import { closedForEither } from "../../cadence/closed-for.ts";
import { nextOpenDay } from "../../calendar/closed-days.ts";
import { isoDateIn } from "../../calendar/iso-date.ts";
import { showDay } from "../../calendar/show-date.ts";
import type { Outcome } from "../../channels/channel.ts";
import { actions, type PlanAction } from "../../plan/action.ts";
import * as decide from "../../plan/decide.ts";
import type { Decision } from "../../plan/decision.ts";
import { nextMonday } from "../../plan/due-for.ts";
import { move } from "../../plan/edit.ts";
import type { Tap, Turn } from "../turn.ts";
import { actionFor, changeByHand } from "./change-by-hand.ts";
import { closedDueNotice } from "./closed-due.ts";
import type { PlanButtonOf } from "./plan-actions.ts";
import { hereIn } from "./plan-view.ts";

/** One tap that does something to an action. */
export async function tapAction(turn: Tap, { deed, action, in: standsIn }: PlanButtonOf<"plan-tap">): Promise<Outcome> {
  const today = todayOf(turn);
  const found = deed === "snooze" ? await turn.ports.store.get(actions, action) : undefined;
  const monday = found ? comesBack(turn, found, today) : nextMonday(today);
  const at = { in: standsIn, message: messageOf(turn) };
  // The line of a weekly message says by itself what was done.
  const notice = standsIn === "week" ? undefined : noticeOf(turn, deed, today, monday);
  return changeByHand(turn, action, at, (now) => decided(now, deed, turn, monday), notice);
}

/** Next Monday, or the first open day after it: nothing is said in closed weeks. */
function comesBack({ directory, person }: Tap, { team }: PlanAction, today: string): string {
  return nextOpenDay(nextMonday(today), closedForEither(directory, { team, person: person._id }));
}

function decided(action: PlanAction, deed: PlanButtonOf<"plan-tap">["deed"], turn: Tap, monday: string): Decision {
  const doing = { person: turn.person._id, now: turn.event.now };
  switch (deed) {
    case "take":
      return decide.take(action, doing, hereIn(turn.directory, action.team));
    case "join":
      return decide.join(action, doing);
    case "not-mine":
      return decide.decline(action, doing);
    case "done":
      return decide.finish(action);
    case "going":
      return decide.begin(action);
    case "unblock":
      return decide.unblock(action);
    case "reopen":
      return decide.reopen(action);
    case "wait":
      return decide.putOff(action);
    case "snooze":
      return decide.snooze(action, monday, doing);
    case "stop":
      return decide.snooze(action, null, doing);
    case "remind":
      return decide.remindAgain(action, doing);
    case "keep":
      return decide.keep(action);
    default:
      return deed satisfies never;
  }
}

/** What a card does not show is said to the one who tapped. */
function noticeOf(
  turn: Tap,
  deed: PlanButtonOf<"plan-tap">["deed"],
  today: string,
  monday: string,
): string | undefined {
  const { say, person } = turn;
  if (deed === "snooze") return say("plan.snoozed", { day: showDay(monday, person.language, { today }) });
  if (deed === "stop") return say("plan.stopped");
  return deed === "remind" ? say("plan.reminding") : undefined;
}

/** That person was meant. */
export function chooseOwner(turn: Tap, { action, person }: PlanButtonOf<"plan-owner">): Promise<Outcome> {
  return changeByHand(turn, action, { message: messageOf(turn) }, (now) =>
    hereIn(turn.directory, now.team)(person)
      ? decide.propose(now, person, null, { person: turn.person._id, now: turn.event.now })
      : { declined: "unchanged" },
  );
}

/** That day was meant. */
export async function chooseDue(turn: Tap, { action, on }: PlanButtonOf<"plan-due">): Promise<Outcome> {
  const found = await actionFor(turn, action);
  if ("notice" in found) return { kind: "taken", notice: found.notice };
  const decide = (now: PlanAction) => move(now, { kind: "day", on }, { today: todayOf(turn) });
  return changeByHand(turn, action, { message: messageOf(turn) }, decide, closedDueNotice(turn, found.action.team, on));
}

export function todayOf({ event, person }: Turn): string {
  return isoDateIn(event.now, person.timeZone);
}

export function messageOf({ incoming }: Tap): string | undefined {
  return incoming.kind === "tapped" ? incoming.message : undefined;
}
