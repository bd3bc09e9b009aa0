import type { Form } from "../../message/form.ts";
import { LIMITS } from "../../message/limits.ts";
import { words } from "../../text/text.ts";
import { actionText } from "../action.ts";
import type { Listener, Scene } from "../scene.ts";
import { stillOpenTo } from "./agreeing/draw-agreed.ts";
import { agreedLabel } from "./facilitating/agreed-label.ts";
import { shorten } from "./shorten.ts";

/** The agreed levels to which one may still object (field steps). */
export function objectForm(scene: Scene, { language }: Listener): Form {
  const say = words(language);
  return {
    title: say("round.form.object"),
    intro: say("round.form.objectIntro"),
    fields: [
      {
        kind: "pick-many",
        id: "steps",
        label: say("round.form.objectSteps"),
        options: stillOpenTo(scene).map((step) => ({
          value: step.id,
          label: shorten(`${step.title[language]}: ${agreedLabel(scene, step, language) ?? ""}`, LIMITS.optionLabel),
        })),
      },
    ],
    submit: say("round.form.objectSubmit"),
    action: actionText({ kind: "save-objection", round: scene.round._id }),
  };
}
