import type { Block, Option } from "../../../message/message.ts";
import type { PlanAction } from "../../../plan/action.ts";
import { proposedOf, takersOf } from "../../../plan/owners.ts";
import { type Say, words } from "../../../text/text.ts";
import { button, choices } from "../../draw/compose.ts";
import type { Listener } from "../../scene.ts";
import type { PlanButtonOf, StandsIn } from "../plan-actions.ts";
import { hereIn, type PlanView } from "../plan-view.ts";

type DeedName = PlanButtonOf<"plan-tap">["deed"];
type FormName = PlanButtonOf<"plan-form">["form"];
type Key = Exclude<keyof typeof import("../../../text/plan.fi.ts")["planFi"]["button"], "takeThis" | "yearOf">;

/** Whose button it is, in what words, and in which kind of message it stands. */
export interface Making {
  readonly action: PlanAction;
  readonly say: Say;
  readonly in: StandsIn;
}

/** What can be done to an action by tap, most likely first, and the rest behind the menu. `in` says what is drawn anew afterwards. */
export function actionButtons(
  action: PlanAction,
  { directory }: Pick<PlanView, "directory">,
  { language, person }: Listener,
  standsIn: StandsIn = "card",
): Block | undefined {
  const say = words(language);
  const making = { action, say, in: standsIn };
  const me = person?._id;
  const takers = takersOf(action).filter(hereIn(directory, action.team));
  const mine = me === undefined ? takers.length > 0 : takers.includes(me);
  const asked = me !== undefined && proposedOf(action).includes(me);
  const first = mainButtons(making, { mine, asked, taken: takers.length > 0 });
  const more = [
    mine ? undefined : formButton(making, "block"),
    formButton(making, "edit"),
    formButton(making, "hand"),
    mine || asked ? tapButton(making, "not-mine", "notMine") : undefined,
    action.standing.kind === "waiting" ? undefined : tapButton(making, "wait"),
    ...(me !== undefined && mine ? reminding(making, me) : []),
    formButton(making, "drop"),
  ];
  const history =
    standsIn === "card" ? button(say("plan.button.history"), { kind: "plan-history", action: action._id }) : undefined;
  const inSight = new Set(first.map((option) => option?.action));
  const behind = action.open ? more.filter((option) => !inSight.has(option?.action)) : [formButton(making, "edit")];
  return choices(first, [...behind, history], say("plan.button.more"));
}

interface Standing {
  readonly mine: boolean;
  readonly asked: boolean;
  readonly taken: boolean;
}

function mainButtons(making: Making, { mine, asked, taken }: Standing) {
  const { action } = making;
  const { kind } = action.standing;
  if (!action.open) return [tapButton(making, "reopen")];
  if (action.rowGone) return [tapButton(making, "keep", "keep", true), formButton(making, "drop")];
  if (kind === "waiting") return [tapButton(making, "reopen", "wake", true), tapButton(making, "done")];
  if (!mine)
    return [
      taken && !asked ? tapButton(making, "join") : tapButton(making, "take", "take", true),
      asked ? tapButton(making, "not-mine", "notMine") : undefined,
      kind === "blocked" ? tapButton(making, "unblock") : undefined,
      formButton(making, "move"),
    ];
  return [
    tapButton(making, "done", "done", true),
    kind === "blocked" ? tapButton(making, "unblock") : kind === "going" ? undefined : tapButton(making, "going"),
    kind === "blocked" ? undefined : formButton(making, "block"),
    formButton(making, "move"),
    action.firstDeed === null && kind === "planned" ? formButton(making, "deed") : undefined,
  ];
}

function reminding(making: Making, me: string): readonly Option[] {
  return making.action.snoozed[me]
    ? [tapButton(making, "remind")]
    : [tapButton(making, "snooze"), tapButton(making, "stop")];
}

export function tapButton({ action, say, in: standsIn }: Making, deed: DeedName, key?: Key, primary = false): Option {
  const label = say(`plan.button.${key ?? keyOf(deed)}`);
  return button(
    label,
    { kind: "plan-tap", deed, action: action._id, ...(standsIn === "card" ? {} : { in: standsIn }) },
    primary ? { primary } : {},
  );
}

export function formButton({ action, say, in: standsIn }: Making, name: FormName): Option {
  return button(
    say(`plan.button.${name}`),
    { kind: "plan-form", form: name, action: action._id, ...(standsIn === "card" ? {} : { in: standsIn }) },
    { opensForm: true },
  );
}

function keyOf(deed: DeedName): Key {
  return deed === "not-mine" ? "notMine" : deed;
}

/** The way to all of one's own. */
export function mineButton(say: Say): Option {
  return button(say("plan.button.mine"), { kind: "plan-list", of: { kind: "mine" }, page: 0, anew: true });
}
