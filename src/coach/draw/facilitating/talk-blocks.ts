import { acceptable, agreementOf, allAgreed } from "../../../assessment/agreement.ts";
import { levelLabel } from "../../../assessment/assessed-step.ts";
import { LIMITS } from "../../../message/limits.ts";
import type { Block, Option } from "../../../message/message.ts";
import { type Language, type Say, words } from "../../../text/text.ts";
import type { Listener, Scene } from "../../scene.ts";
import { button, choices, paragraph, strong } from "../compose.ts";
import { isThin, spreadsInWords, whoAnswered } from "../round/draw-closed.ts";
import { shorten } from "../shorten.ts";
import { agreedLabel } from "./agreed-label.ts";
import { objectionBlocks, openStepBlocks } from "./step-blocks.ts";

/**
 * The lead through the twenty minutes: opening line, what is accepted together, then one dimension at a time with only its own buttons, closing line
 * once everything is agreed.
 */
export function talkBlocks(scene: Scene, listener: Listener): (Block | undefined)[] {
  const { round, flow } = scene;
  const { language } = listener;
  const say = words(language);
  const done = allAgreed(round, flow);
  return [
    ...(done ? [] : [counts(scene, say), paragraph(opening(scene, say)), ...acceptBlocks(scene, language)]),
    ...objectionBlocks(scene, listener),
    ...openStepBlocks(scene, listener),
    agreedFacts(scene, language),
    ...(done
      ? [
          paragraph(say("round.everythingAgreed")),
          paragraph(say("round.leadClosing")),
          choices(
            [button(say("round.button.lift"), { kind: "lift", round: round._id }, { opensForm: true, primary: true })],
            reopenings(scene, language),
            say("coach.button.more"),
          ),
        ]
      : [
          choices(
            // One button in sight, so that what is needed seldom stays behind the menu.
            [button(say("coach.button.whoSees"), { kind: "who-sees", round: round._id })],
            [...reopenings(scene, language), button(say("round.button.cancel"), { kind: "cancel", round: round._id })],
            say("coach.button.more"),
          ),
        ]),
  ];
}

/** A level that was fixed by mistake, or that the team sees otherwise now, can be taken up again. */
export function reopenings({ round, flow }: Scene, language: Language): Option[] {
  const say = words(language);
  return agreementOf(round, flow).agreed.map(({ id, title }) =>
    button(shorten(say("coach.button.changeStep", { title: title[language] }), LIMITS.buttonLabel), {
      kind: "reopen",
      round: round._id,
      step: id,
    }),
  );
}

function opening(scene: Scene, say: Say): string {
  const { snapshot } = scene.round;
  if (!snapshot || (snapshot.answered === 0 && snapshot.hands === 0)) return say("round.leadNone");
  if (isThin(scene, snapshot)) return say("round.leadThin");
  const first = acceptable(scene.round, scene.flow).length > 0 ? "round.leadTimeAccept" : "round.leadTime";
  return `${say("round.leadOpening")} ${say(first)}`;
}

/** How many answered and how the answers lie, in the channel's own words. */
function counts(scene: Scene, say: Say): Block | undefined {
  const { snapshot } = scene.round;
  if (!snapshot || isThin(scene, snapshot)) return undefined;
  return paragraph(`${whoAnswered(snapshot, say) ?? ""} ${spreadsInWords(snapshot, scene.flow, say)}`.trim());
}

/** What everybody sees the same way, accepted with one tap. */
function acceptBlocks({ round, flow }: Scene, language: Language): (Block | undefined)[] {
  const say = words(language);
  const steps = acceptable(round, flow);
  if (steps.length === 0) return [];
  const named = steps.map((step) => {
    const spread = round.snapshot?.steps[step.id];
    const level = spread && spread.kind !== "hidden" ? levelLabel(flow, step, spread.offered, language) : "";
    return `${step.title[language]} ${level}`;
  });
  return [
    paragraph([strong(say("round.oneMind")), `${named.join("; ")}.`]),
    choices([button(say("round.button.accept"), { kind: "accept", round: round._id }, { primary: true })]),
  ];
}

function agreedFacts(scene: Scene, language: Language): Block | undefined {
  const { agreed } = agreementOf(scene.round, scene.flow);
  return agreed.length === 0
    ? undefined
    : {
        kind: "facts",
        facts: agreed.map((step) => ({
          label: step.title[language],
          value: agreedLabel(scene, step, language) ?? "",
        })),
      };
}
