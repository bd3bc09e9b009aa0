import { showAnswer } from "../../../flow/wording/show-answer.ts";
import { LIMITS } from "../../../message/limits.ts";
import type { Block, Option } from "../../../message/message.ts";
import { answeringOf } from "../asking/question-view.ts";
import { button, paragraph, strong } from "../compose.ts";
import { personName } from "../naming.ts";
import { shorten } from "../shorten.ts";
import { type Card, shown } from "./card.ts";
import { countedProposals, proposalsFor } from "./proposals.ts";

/** All proposals together stay well below what one message holds (LIMITS.wholeMessage). */
const ROOM_FOR_PROPOSALS = 3000;

/** Texts with who proposed them, as everyone in the thread sees anyway; other values counted. */
export function proposedBlocks(card: Card): (Block | undefined)[] {
  const { scene, view, language, say } = card;
  const proposals = proposalsFor(scene, view.step.id);
  if (proposals.length === 0) return [];
  if (view.step.kind === "text") {
    const room = Math.max(60, Math.floor(ROOM_FOR_PROPOSALS / proposals.length));
    return proposals.map(({ by, value }) =>
      paragraph([
        strong(say("round.proposalBy", { name: personName(scene.directory, by, language) })),
        shown(card, value, room),
      ]),
    );
  }
  const counts = countedProposals(proposals).map(({ value, count }) =>
    say("round.proposedCount", { value: shown(card, value, 120), count }),
  );
  return [paragraph(say("round.proposed", { counts: counts.join(", ") }))];
}

/** What the facilitator does with proposals: a text is chosen, joined or worded anew in a form; of other values the most proposed are taken by tap. */
export function takeButtons({ scene, view, language, say }: Card): Option[] {
  const { step } = view;
  const at = { round: scene.round._id, step: step.id };
  const proposals = proposalsFor(scene, step.id);
  if (proposals.length === 0) return [];
  if (step.kind === "text") {
    return [button(say("round.button.join"), { kind: "join", ...at }, { opensForm: true, primary: true })];
  }
  const short = countedProposals(proposals)
    .slice(0, 2)
    .map(({ value }) => ({ value, action: { kind: "take-value", ...at, value } as const }))
    .filter(({ action }) => JSON.stringify(action).length <= LIMITS.action);
  if (short.length === 0) return [button(say("round.button.join"), { kind: "join", ...at }, { opensForm: true })];
  return short.map(({ value, action }, index) =>
    button(
      shorten(
        say("round.button.takeValue", { value: showAnswer(step, value, language, answeringOf(scene)) }),
        LIMITS.buttonLabel,
      ),
      action,
      index === 0 ? { primary: true } : {},
    ),
  );
}
