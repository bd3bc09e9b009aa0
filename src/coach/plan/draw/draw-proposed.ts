import { LIMITS } from "../../../message/limits.ts";
import type { Block, Message } from "../../../message/message.ts";
import type { PlanAction } from "../../../plan/action.ts";
import { proposedOf, takersOf } from "../../../plan/owners.ts";
import { words } from "../../../text/text.ts";
import { button, choices, heading, messageOf, paragraph, quiet, strong } from "../../draw/compose.ts";
import { teamName } from "../../draw/naming.ts";
import { numberWord } from "../../draw/number-words.ts";
import { shorten } from "../../draw/shorten.ts";
import type { Listener } from "../../scene.ts";
import type { PlanView } from "../plan-view.ts";
import { formButton, type Making, mineButton, tapButton } from "./action-buttons.ts";
import { dueWords } from "./action-words.ts";

/** DESIGN: at most five lines on screen; the rest stands among one's own actions. */
const MOST_SHOWN = 5;
const WHAT = 100;

/** What a round proposed to its reader, each with a yes and a no; undefined when all of it is gone. */
export function drawProposed(view: PlanView, listener: Listener): Message | undefined {
  const { actions, directory } = view;
  const [first] = actions;
  const me = listener.person?._id;
  if (!first || me === undefined) return undefined;
  const { language } = listener;
  const say = words(language);
  const count = actions.filter((action) => isAsked(action, me)).length;
  const team = directory.teams.get(first.team);
  return messageOf(language, [
    heading(
      shorten(
        count === 0
          ? say("plan.proposals.answered")
          : say("plan.proposals.waiting", { count, number: numberWord(say, count) }),
        LIMITS.heading,
      ),
    ),
    team ? quiet(say("plan.proposals.from", { team: teamName(team) })) : undefined,
    ...actions.slice(0, MOST_SHOWN).flatMap((action) => line(action, me, view, listener)),
    actions.length > MOST_SHOWN ? choices([mineButton(say)]) : undefined,
  ]);
}

/** What, by when, and what its reader said to it. */
function line(action: PlanAction, me: string, view: PlanView, listener: Listener): readonly (Block | undefined)[] {
  const say = words(listener.language);
  const asked = isAsked(action, me);
  const making: Making = { action, say, in: "proposed" };
  const said = asked
    ? undefined
    : say(takersOf(action).includes(me) ? "plan.proposals.yours" : "plan.proposals.notYours");
  const detail = [dueWords(action, view, listener) ?? say("plan.noDate"), said].filter((part) => part !== undefined);
  return [
    paragraph([strong(shorten(action.what, WHAT)), ` ${detail.join(" · ")}`]),
    asked
      ? choices([tapButton(making, "take"), tapButton(making, "not-mine"), formButton(making, "move")])
      : choices([button(say("plan.button.open"), { kind: "plan-open", action: action._id })]),
  ];
}

function isAsked(action: PlanAction, me: string): boolean {
  return action.open && proposedOf(action).includes(me);
}
