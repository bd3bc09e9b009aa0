import { questionOf } from "../../flow/compile-flow.ts";
import { showAnswer } from "../../flow/wording/show-answer.ts";
import type { Field, Form } from "../../message/form.ts";
import { LIMITS } from "../../message/limits.ts";
import { words } from "../../text/text.ts";
import { actionText } from "../action.ts";
import type { Listener, Scene } from "../scene.ts";
import { answeringOf } from "./asking/question-view.ts";
import { personName } from "./naming.ts";
import { shorten } from "./shorten.ts";
import { proposalsFor } from "./together/proposals.ts";

/** The facilitator takes one proposal, joins several texts, or words the answer anew (fields proposals, own). */
export function joinForm(scene: Scene, { language }: Listener, step: string): Form {
  const say = words(language);
  const question = questionOf(scene.flow, step);
  const proposals = proposalsFor(scene, step);
  const text = question?.kind === "text" ? question : undefined;
  const shown = (proposal: (typeof proposals)[number]) =>
    question ? showAnswer(question, proposal.value, language, answeringOf(scene)) : "";
  const picks: Field = {
    kind: "pick-many",
    id: "proposals",
    label: say(text ? "round.form.joinProposals" : "round.form.joinOne"),
    optional: text !== undefined,
    options: proposals.map((proposal) => ({
      value: proposal.key,
      label: shorten(`${personName(scene.directory, proposal.by, language)}: ${shown(proposal)}`, LIMITS.optionLabel),
    })),
    ...(text ? {} : { max: 1 }),
    ...(proposals.length === 1 && proposals[0] ? { values: [proposals[0].key] } : {}),
  };
  const own: Field[] = text
    ? [
        {
          kind: "text",
          id: "own",
          label: say("round.form.joinOwn"),
          hint: say("round.form.joinOwnHint"),
          optional: true,
          multiline: true,
          maxLength: text.maxLength,
        },
      ]
    : [];
  return {
    title: say("round.form.join"),
    fields: [...(proposals.length > 0 ? [picks] : []), ...own],
    submit: say("round.form.joinSubmit"),
    action: actionText({ kind: "take", round: scene.round._id, step }),
  };
}
