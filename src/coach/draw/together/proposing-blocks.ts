import { levelLabel } from "../../../assessment/assessed-step.ts";
import type { AnswerValue } from "../../../flow/answer-value.ts";
import { takesCannotSay } from "../../../flow/fits.ts";
import { expected } from "../../../flow/reading/expected.ts";
import { columnNames } from "../../../flow/reading/read-table.ts";
import { tableAsked } from "../../../flow/table-asked.ts";
import { LIMITS } from "../../../message/limits.ts";
import type { Block, Option } from "../../../message/message.ts";
import { answerBlocks } from "../asking/answer-blocks.ts";
import { mayBeEmpty } from "../asking/may-be-empty.ts";
import { answeringOf } from "../asking/question-view.ts";
import { button, choices, paragraph, quiet, strong } from "../compose.ts";
import { facilitatorName } from "../naming.ts";
import { shorten } from "../shorten.ts";
import { type Card, ROOM_FOR_ANSWER, shown } from "./card.ts";
import { listedOptions } from "./listed-options.ts";
import { proposalsFor } from "./proposals.ts";
import { proposedBlocks, takeButtons } from "./proposed-blocks.ts";
import { standingLevel } from "./standing-level.ts";

/** The question as it is asked of a team: what can be proposed and how, and what has been. */
export function proposingBlocks(card: Card, standing: AnswerValue | undefined): (Block | undefined)[] {
  const { scene, view, language, say } = card;
  const { step } = view;
  const at = { round: scene.round._id, step: step.id };
  const proposals = proposalsFor(scene, step.id);
  const drawn = answerBlocks({ scene, view, language, value: (value) => ({ kind: "propose", ...at, value }) });
  // The question's own form answers for one person; in a thread the same is typed.
  const blocks = drawn.blocks.filter((block) => block?.kind !== "form");
  const tapped = drawn.options.length > 0 || blocks.some((block) => block?.kind === "levels");
  const table = step.kind === "table";
  return [
    ...view.before.map(({ text }) => quiet(text[language])),
    paragraph(view.words.ask[language]),
    standing === undefined || table
      ? undefined
      : paragraph([strong(say("round.standing")), shown(card, standing, ROOM_FOR_ANSWER)]),
    ...oneUp(card, proposals.length === 0),
    listedOptions(view, scene, language),
    ...(step.kind === "text" ? [] : blocks),
    ...(table ? [] : proposedBlocks(card)),
    quiet(
      table
        ? say("round.rowsTogether", {
            count: step.maxRows,
            name: facilitatorName(scene, language),
            columns: columnNames(tableAsked(step, answeringOf(scene)), { language }),
          })
        : proposals.length > 0
          ? say("round.facilitatorTakes", { name: facilitatorName(scene, language) })
          : howToPropose(card, tapped),
    ),
    table ? quiet(mayBeEmpty(step, scene, language)) : undefined,
    choices(
      [...(table ? [] : takeButtons(card)), ...drawn.options, ...passing(card)].slice(0, LIMITS.actionsPerCard),
      [
        ...drawn.more,
        ...(["why", "tip", "example"] as const).map((what) =>
          button(say(`coach.button.${what}`), { kind: "explain", ...at, what }),
        ),
      ],
      say("coach.button.more"),
    ),
  ];
}

function howToPropose({ scene, view: { step }, language, say }: Card, tapped: boolean): string {
  if (tapped) return say("round.howToProposeTap");
  if (step.kind === "text") return say("round.howToPropose");
  return say("round.howToProposeAs", { expected: expected(step, { ...answeringOf(scene), language }) });
}

/** Where a target is asked, one level up from where the team stands is offered first. */
function oneUp({ scene, view, language, say }: Card, first: boolean): (Block | undefined)[] {
  const { step } = view;
  const stands = step.kind === "level" ? standingLevel(step, scene) : undefined;
  if (step.kind !== "level" || stands === undefined) return [];
  const up = stands + 1;
  const label = (level: number) => levelLabel(scene.flow, step, level, language);
  return [
    paragraph(say(up <= step.levels.length ? "round.standsNow" : "round.standsHighest", { level: label(stands) })),
    first && up <= step.levels.length
      ? choices([
          button(
            shorten(say("round.button.propose", { value: label(up) }), LIMITS.buttonLabel),
            { kind: "propose", round: scene.round._id, step: step.id, value: { kind: "level", level: up } },
            { primary: true },
          ),
        ])
      : undefined,
  ];
}

function passing({ scene, view, say }: Card): Option[] {
  const { step } = view;
  const at = { round: scene.round._id, step: step.id };
  return [
    ...(takesCannotSay(step, scene.flow)
      ? [button(say("coach.button.cannotSay"), { kind: "propose", ...at, value: { kind: "cannot-say" } })]
      : []),
    ...(step.optional
      ? [button(say("round.button.skip"), { kind: "take-value", ...at, value: { kind: "skipped" } })]
      : []),
  ];
}
