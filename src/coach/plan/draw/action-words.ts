import { closedForEither } from "../../../cadence/closed-for.ts";
import { nextOpenDay } from "../../../calendar/closed-days.ts";
import { isoDateIn } from "../../../calendar/iso-date.ts";
import { showDay } from "../../../calendar/show-date.ts";
import { formatQuarter } from "../../../flow/wording/format.ts";
import type { PlanAction } from "../../../plan/action.ts";
import { isPutOff, isResting } from "../../../plan/due-for.ts";
import { isTaken, proposedOf, takersOf } from "../../../plan/owners.ts";
import { words } from "../../../text/text.ts";
import { personName } from "../../draw/naming.ts";
import { listed } from "../../draw/number-words.ts";
import { shorten, withoutStop } from "../../draw/shorten.ts";
import { day } from "../../draw/when.ts";
import type { Listener } from "../../scene.ts";
import { hereIn, isOwn, type PlanView } from "../plan-view.ts";

type Seen = Pick<PlanView, "now" | "directory">;

/** Reasons are told in a line; the whole of them stands in the history. */
const REASON = 160;
const LINE_NAMES = 2;

/** "sovittu", "jumissa ti 1.12. alkaen: odotamme kuvia". */
export function standingWords(
  action: PlanAction,
  seen: Seen,
  listener: Listener,
  isHere: (person: string) => boolean = hereIn(seen.directory, action.team),
): string {
  const { standing, closedAt } = action;
  const say = words(listener.language);
  // Nothing is agreed that nobody has taken.
  if (standing.kind === "planned" && !isTaken(action, isHere))
    return say(proposedOf(action).some(isHere) ? "plan.standing.proposed" : "plan.standing.untaken");
  const date = onDay(closedAt ?? seen.now, seen, listener);
  switch (standing.kind) {
    case "planned":
    case "going":
    case "waiting":
      return say(`plan.standing.${standing.kind}`);
    case "blocked": {
      const since = onDay(standing.since, seen, listener);
      const why = withoutStop(shorten(standing.why, REASON));
      return why === "" ? say("plan.standing.blocked", { since }) : say("plan.standing.blockedWhy", { since, why });
    }
    case "done": {
      const by = doneByAnother(action);
      return by === undefined
        ? say("plan.standing.done", { date })
        : say("plan.standing.doneBy", { date, name: personName(seen.directory, by, listener.language) });
    }
    case "dropped": {
      const why = withoutStop(shorten(standing.why, REASON));
      return why === "" ? say("plan.standing.dropped", { date }) : say("plan.standing.droppedWhy", { date, why });
    }
    default:
      return standing satisfies never;
  }
}

/** Who said that it is done, where that is none of those who had taken it: they are to see it. */
export function doneByAnother(action: PlanAction): string | undefined {
  const by = action.history.findLast(({ did }) => did === "done")?.by ?? undefined;
  const takers = takersOf(action);
  return by === undefined || takers.length === 0 || takers.includes(by) ? undefined : by;
}

/** "pe 15.12." or "Q1/2027, viimeistään ke 31.3."; undefined where there is no date. */
export function dueWords({ due, dueOn }: PlanAction, seen: Seen, listener: Listener): string | undefined {
  if (due === null || dueOn === null) return undefined;
  const by = day(dueOn, listener, seen.now);
  if (due.kind === "day") return by;
  return words(listener.language)("plan.quarterDue", { quarter: formatQuarter(due, listener.language), day: by });
}

/** The names of people, in words. */
export function namesOf(
  people: readonly string[],
  { directory }: Pick<Seen, "directory">,
  { language }: Pick<Listener, "language">,
): string {
  return listed(
    words(language),
    people.map((person) => personName(directory, person, language)),
  );
}

/** "Emma Clarke on jo ottanut tämän."; undefined where nobody who is here has taken it. */
export function takenWords(
  action: PlanAction,
  seen: Pick<Seen, "directory">,
  listener: Pick<Listener, "language">,
): string | undefined {
  const takers = takersOf(action).filter(hereIn(seen.directory, action.team));
  if (takers.length === 0) return undefined;
  return words(listener.language)("plan.refused.taken", {
    count: takers.length,
    names: namesOf(takers, seen, listener),
  });
}

/** One line of a list: who, by when, and how it stands, as far as that says something. */
export function actionLine(action: PlanAction, seen: Seen, listener: Listener): string {
  const say = words(listener.language);
  const here = hereIn(seen.directory, action.team);
  const takers = takersOf(action).filter(here);
  const who = takers.length > 0 ? takers : proposedOf(action).filter(here);
  const names = who.slice(0, LINE_NAMES).map((person) => personName(seen.directory, person, listener.language));
  const { kind } = action.standing;
  const ownOnly = who.length === 1 && who[0] === listener.person?._id;
  const standing =
    kind === "planned"
      ? undefined
      : kind === "going" || kind === "waiting"
        ? say(`plan.standing.${kind}`)
        : say(`plan.short.${kind}`);
  return [
    who.length > 0 && !ownOnly ? names.join(", ") + (who.length > LINE_NAMES ? "…" : "") : undefined,
    takers.length === 0 && action.open
      ? say(who.length > 0 ? "plan.standing.proposed" : "plan.standing.untaken")
      : undefined,
    dueWords(action, seen, listener) ?? say("plan.noDate"),
    standing,
    snoozeWords(action, seen, listener),
  ]
    .filter((part) => part !== undefined)
    .join(" · ");
}

/** That its reader has put it off, and until when; nobody else is told of it. Undefined while it may be spoken of to them. */
export function snoozeWords(action: PlanAction, { directory, now }: Seen, listener: Listener): string | undefined {
  const me = listener.person?._id;
  if (me === undefined || !isOwn(action, me)) return undefined;
  const snoozed = action.snoozed[me];
  const today = isoDateIn(now, listener.timeZone);
  if (!snoozed || isResting(action, today) || !isPutOff(action, me, today)) return undefined;
  const say = words(listener.language);
  if (snoozed.until === null) return say("week.line.stopped");
  // Closed weeks may have been said since.
  const back = nextOpenDay(snoozed.until, closedForEither(directory, { team: action.team, person: me }));
  return say("week.line.snoozed", { day: day(back, listener, now) });
}

function onDay(at: number, { now }: Seen, { language, timeZone }: Listener): string {
  return showDay(isoDateIn(at, timeZone), language, { today: isoDateIn(now, timeZone) });
}
