import type { Block } from "../../../message/message.ts";
import type { PlanAction } from "../../../plan/action.ts";
import { isPutOff, isResting } from "../../../plan/due-for.ts";
import { proposedOf, takersOf } from "../../../plan/owners.ts";
import { words } from "../../../text/text.ts";
import { choices } from "../../draw/compose.ts";
import { formButton, type Making, tapButton } from "../../plan/draw/action-buttons.ts";
import type { StandsIn } from "../../plan/plan-actions.ts";
import type { Listener } from "../../scene.ts";
import type { WeekReader } from "../week-section.ts";

/** What can be done to an action from a weekly message, a nudge, or where Home tells the same. Nothing there is the main thing: a message holds several of them. */
export function weekButtons(
  action: PlanAction,
  { person, today }: Pick<WeekReader, "person" | "today">,
  { language }: Listener,
  standsIn: StandsIn,
): Block | undefined {
  const say = words(language);
  const making: Making = { action, say, in: standsIn };
  const me = person._id;
  const isMine = takersOf(action).includes(me);
  const sleeps = isMine && action.open && !isResting(action, today) && isPutOff(action, me, today);
  const isAsked = proposedOf(action).includes(me);
  const more = [
    isMine ? formButton(making, "move") : undefined,
    isMine || isAsked ? formButton(making, "hand") : undefined,
    isMine ? tapButton(making, "not-mine") : undefined,
    isMine ? tapButton(making, "stop") : undefined,
  ];
  return choices(shown(making, me, { isMine, sleeps }), sleeps || !action.open ? [] : more, say("plan.button.more"));
}

function shown(making: Making, me: string, { isMine, sleeps }: { readonly isMine: boolean; readonly sleeps: boolean }) {
  const { action } = making;
  const { kind } = action.standing;
  if (!action.open) return [tapButton(making, "reopen")];
  if (sleeps) return [tapButton(making, "remind"), tapButton(making, "done")];
  if (kind === "waiting")
    return [
      tapButton(making, "reopen", "wake"),
      tapButton(making, "done"),
      isMine ? tapButton(making, "snooze") : undefined,
    ];
  if (proposedOf(action).includes(me)) return [tapButton(making, "take"), tapButton(making, "not-mine")];
  if (takersOf(action).length === 0) return [tapButton(making, "take")];
  if (action.owners[me]?.state === "declined") return [tapButton(making, "join")];
  return [
    tapButton(making, "done"),
    kind === "planned" ? tapButton(making, "going") : undefined,
    kind === "blocked" ? tapButton(making, "unblock") : formButton(making, "block"),
    isMine ? tapButton(making, "snooze") : formButton(making, "move"),
  ];
}
