import { isoDateIn } from "../../../calendar/iso-date.ts";
import { showDay } from "../../../calendar/show-date.ts";
import { formatQuarter } from "../../../flow/wording/format.ts";
import type { PlanAction } from "../../../plan/action.ts";
import { proposedOf, takersOf } from "../../../plan/owners.ts";
import { words } from "../../../text/text.ts";
import { personName } from "../../draw/naming.ts";
import { listed } from "../../draw/number-words.ts";
import { shorten, withoutStop } from "../../draw/shorten.ts";
import { day } from "../../draw/when.ts";
import type { Listener } from "../../scene.ts";
import { hereIn, type PlanView } from "../plan-view.ts";

type Seen = Pick<PlanView, "now" | "directory">;

/** Reasons are told in a line; the whole of them stands in the history. */
const REASON = 160;
const LINE_NAMES = 2;

/** "sovittu", "jumissa ti 1.12. alkaen: odotamme kuvia". */
export function standingWords({ standing, closedAt }: PlanAction, seen: Seen, listener: Listener): string {
  const say = words(listener.language);
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
    case "done":
      return say("plan.standing.done", { date });
    case "dropped": {
      const why = withoutStop(shorten(standing.why, REASON));
      return why === "" ? say("plan.standing.dropped", { date }) : say("plan.standing.droppedWhy", { date, why });
    }
    default:
      return standing satisfies never;
  }
}

/** "pe 15.12." or "Q1/2027, viimeistään ke 31.3."; undefined where there is no date. */
export function dueWords({ due, dueOn }: PlanAction, seen: Seen, listener: Listener): string | undefined {
  if (due === null || dueOn === null) return undefined;
  const by = day(dueOn, listener, seen.now);
  if (due.kind === "day") return by;
  return words(listener.language)("plan.quarterDue", { quarter: formatQuarter(due, listener.language), day: by });
}

/** The names of people, in words. */
export function namesOf(people: readonly string[], { directory }: Seen, { language }: Listener): string {
  return listed(
    words(language),
    people.map((person) => personName(directory, person, language)),
  );
}

/** One line of a list: who, by when, and how it stands, as far as that says something. */
export function actionLine(action: PlanAction, seen: Seen, listener: Listener): string {
  const say = words(listener.language);
  const takers = takersOf(action).filter(hereIn(seen.directory, action.team));
  const who = takers.length > 0 ? takers : proposedOf(action);
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
    takers.length === 0 && action.open ? say("plan.standing.untaken") : undefined,
    dueWords(action, seen, listener) ?? say("plan.noDate"),
    standing,
  ]
    .filter((part) => part !== undefined)
    .join(" · ");
}

function onDay(at: number, { now }: Seen, { language, timeZone }: Listener): string {
  return showDay(isoDateIn(at, timeZone), language, { today: isoDateIn(now, timeZone) });
}
