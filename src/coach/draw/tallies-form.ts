import { assessedSteps, levelsOf } from "../../assessment/assessed-step.ts";
import { showHands } from "../../assessment/hands.ts";
import type { Form } from "../../message/form.ts";
import { words } from "../../text/text.ts";
import { actionText } from "../action.ts";
import type { Listener, Scene } from "../scene.ts";

/** Hands of those without chat: one short field a dimension, called by its step, typed as "0 2 3 1 0". */
export function talliesForm({ round, flow }: Scene, { language }: Listener): Form {
  const say = words(language);
  const example = say("assessment.hands.example");
  return {
    title: say("round.form.hands"),
    intro: say("assessment.hands.intro", { example }),
    fields: assessedSteps(flow).map((step) => {
      const tally = round.tallies[step.id];
      return {
        kind: "text" as const,
        id: step.id,
        label: say("assessment.hands.label", { title: step.title[language], levels: levelsOf(step) }),
        optional: true,
        maxLength: 60,
        ...(tally ? { value: showHands(tally, levelsOf(step)) } : {}),
      };
    }),
    submit: say("round.form.handsSubmit"),
    action: actionText({ kind: "save-tallies", round: round._id }),
  };
}
