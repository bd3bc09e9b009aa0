import { isoDateIn } from "../../calendar/iso-date.ts";
import { LIMITS } from "../../message/limits.ts";
import type { Option } from "../../message/message.ts";
import { type Directory, isMember } from "../../people/directory.ts";
import type { PlanAction } from "../../plan/action.ts";
import { type Say, words } from "../../text/text.ts";
import type { Action } from "../action.ts";
import { button, choices, paragraph, strong } from "../draw/compose.ts";
import { personName, roundName, teamName } from "../draw/naming.ts";
import { numberWord } from "../draw/number-words.ts";
import { shorten, withoutStop } from "../draw/shorten.ts";
import { day } from "../draw/when.ts";
import type { HomeItem } from "../home/home-section.ts";
import { namesOf } from "../plan/draw/action-words.ts";
import type { Listener } from "../scene.ts";
import { askedOn } from "./asked-on.ts";
import type { About } from "./digest-actions.ts";
import { askedAbout, idOf, type Need, teamOf } from "./needs.ts";

/** What a line of the digest is drawn from. */
export interface NeedView {
  readonly directory: Directory;
  readonly now: number;
  /** Whose digest it is. */
  readonly reader: string;
  readonly several: boolean;
  /** What is drawn anew when a button of the line was tapped. */
  readonly in: "week" | "digest";
}

/** Asked about this week already. */
type AskedView = NeedView & { readonly isAsked: boolean };

const WHAT = 90;
const WHY = 80;

/** One thing that needs the reader: what it is, and the ways in which one tap settles it. */
export function needItem(need: Need, view: NeedView): HomeItem {
  return (listener) => {
    const team = view.directory.teams.get(teamOf(need));
    const say = words(listener.language);
    const where = view.several && team ? say("digest.team", { team: shorten(teamName(team), 30) }) : "";
    const before = askedOn("round" in need ? need.round : need.action, isoDateIn(view.now, listener.timeZone));
    const asked =
      before === undefined
        ? ""
        : ` ${say("digest.askedOn", { day: withoutStop(day(before.day, listener, view.now)) })}`;
    return [
      paragraph([where, strong(needTitle(need, listener)), ` ${needWords(need, view, listener)}${asked}`]),
      choices(buttonsOf(need, { ...view, isAsked: before?.isThisWeek ?? false }, say)),
    ];
  };
}

/** "Hinnasto verkkoon", "Digikypsyys, 1. kierros". */
export function needTitle(need: Need, { language }: Listener): string {
  return shorten("round" in need ? roundName(need, language) : need.action.what, WHAT);
}

/** What of it is so that it needs somebody, without names but of those who were asked: the end of a sentence that begins with its title. */
export function needWords(need: Need, seen: Pick<NeedView, "directory" | "now">, listener: Listener): string {
  const say = words(listener.language);
  const on = (at: number) => day(isoDateIn(at, listener.timeZone), listener, seen.now);
  switch (need.kind) {
    case "blocked": {
      const { standing } = need.action;
      if (standing.kind !== "blocked") return "";
      const [since, why] = [on(standing.since), withoutStop(shorten(standing.why, WHY))];
      return why === "" ? say("digest.need.blocked", { since }) : say("digest.need.blockedWhy", { since, why });
    }
    case "untaken": {
      const [since, due] = [on(need.since), dueOf(need.action, seen.now, listener)];
      const asked = namesOf(need.asked, seen, listener);
      const key = need.asked.length > 0 ? "asked" : "untaken";
      return say(`digest.need.${key}${need.late ? "Late" : ""}`, { since, due, asked });
    }
    case "late": {
      const key = need.action.standing.kind === "waiting" ? "lateWaiting" : "late";
      return say(`digest.need.${key}`, { due: dueOf(need.action, seen.now, listener) });
    }
    case "thin":
      return need.answered === 0
        ? say("digest.need.thinNone")
        : say("digest.need.thin", { count: need.answered, number: numberWord(say, need.answered) });
    case "not-lifted":
      return say("digest.need.notLifted", { date: withoutStop(on(need.round.closedAt ?? seen.now)) });
    default:
      return need satisfies never;
  }
}

function dueOf({ dueOn }: PlanAction, now: number, listener: Listener): string {
  return withoutStop(dueOn === null ? "" : day(dueOn, listener, now));
}

function buttonsOf(need: Need, view: AskedView, say: Say): readonly (Option | undefined)[] {
  const about: About = { kind: "round" in need ? "round" : "action", id: idOf(need) };
  const leave = button(say("digest.button.leave"), { kind: "digest-leave", about, in: view.in });
  const belongs = isMember(view.directory, teamOf(need), view.reader);
  switch (need.kind) {
    case "blocked":
    case "late":
      return [
        ask(need, about, view, say),
        form(say("plan.button.move"), "move", need.action._id, view.in),
        form(say("plan.button.drop"), "drop", need.action._id, view.in),
      ];
    case "untaken":
      return [
        belongs
          ? button(say("plan.button.take"), { kind: "plan-tap", deed: "take", action: need.action._id, in: view.in })
          : undefined,
        need.asked.length > 0 ? ask(need, about, view, say) : undefined,
        form(say("digest.button.give"), "hand", need.action._id, view.in),
        form(say("plan.button.drop"), "drop", need.action._id, view.in),
      ];
    case "thin": {
      const { _id: round } = need.round;
      const anew = button(say("digest.button.anew"), { kind: "digest-anew", round }, { opensForm: true });
      return [belongs ? anew : undefined, leave];
    }
    case "not-lifted": {
      const { _id: round, facilitator } = need.round;
      const opensForm = facilitator !== view.reader;
      const open = button(say("digest.button.open"), { kind: "facilitate", round }, opensForm ? { opensForm } : {});
      return [belongs ? open : undefined, ask(need, about, view, say), leave];
    }
    default:
      return need satisfies never;
  }
}

function ask(need: Need, about: About, view: AskedView, say: Say): Option | undefined {
  if (view.isAsked) return undefined;
  const person = askedAbout(need, view.directory);
  if (person === undefined || person === view.reader) return undefined;
  const [first = ""] = (view.directory.people.get(person)?.name ?? "").split(/\s+/u);
  const name = first === "" ? personName(view.directory, person, "fi") : first;
  const label = shorten(say("digest.button.ask", { name }), LIMITS.buttonLabel);
  return button(label, { kind: "digest-ask", about, in: view.in });
}

function form(label: string, name: "move" | "hand" | "drop", action: string, standsIn: NeedView["in"]): Option {
  const wanted: Action = { kind: "plan-form", form: name, action, in: standsIn };
  return button(label, wanted, { opensForm: true });
}
