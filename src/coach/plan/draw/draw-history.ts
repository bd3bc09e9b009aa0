import { isoDateIn } from "../../../calendar/iso-date.ts";
import { showDay } from "../../../calendar/show-date.ts";
import { LIMITS } from "../../../message/limits.ts";
import type { Message } from "../../../message/message.ts";
import type { PlanAction } from "../../../plan/action.ts";
import { words } from "../../../text/text.ts";
import { heading, messageOf, paragraph, quiet } from "../../draw/compose.ts";
import { personName } from "../../draw/naming.ts";
import { shorten } from "../../draw/shorten.ts";
import type { Listener } from "../../scene.ts";
import type { PlanView } from "../plan-view.ts";

/** The newest of them; a reason stands there as a whole. */
const MOST_SHOWN = 12;

/** Where an action came from, and who has done what to it, the newest first; undefined once it is gone. */
export function drawHistory(view: PlanView, listener: Listener): Message | undefined {
  const [action] = view.actions;
  if (!action) return undefined;
  return messageOf(listener.language, [
    heading(shorten(action.what, LIMITS.heading)),
    quiet(originWords(action, view, listener)),
    ...action.history
      // Who has said no is named to nobody else.
      .filter(({ did, by }) => did !== "declined" || by === listener.person?._id)
      .map((line) => lineOf(line, view, listener))
      // What one round did in several steps is told once.
      .filter((line, nth, all) => line !== all[nth - 1])
      .toReversed()
      .slice(0, MOST_SHOWN)
      .map((line) => paragraph(line)),
  ]);
}

function originWords({ origin }: PlanAction, { flowTitle }: PlanView, { language }: Listener): string {
  const say = words(language);
  if (origin.kind !== "row") return say(`plan.history.from.${origin.kind}`);
  return say("plan.history.from.row", { flow: flowTitle?.[language] ?? origin.flow });
}

function lineOf(
  { at, by, did, note }: PlanAction["history"][number],
  { now, directory }: PlanView,
  { language, timeZone }: Listener,
): string {
  const say = words(language);
  const day = showDay(isoDateIn(at, timeZone), language, { today: isoDateIn(now, timeZone) });
  const who = by === null ? undefined : personName(directory, by, language);
  const about = note === "" ? undefined : did === "handed" ? personName(directory, note, language) : note;
  const done = say(`plan.history.did.${did}`);
  return `${[day, who, done].filter((part) => part !== undefined).join(" · ")}${about === undefined ? "" : `: ${about}`}`;
}
