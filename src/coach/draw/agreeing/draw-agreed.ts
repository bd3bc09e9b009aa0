import { agreementOf } from "../../../assessment/agreement.ts";
import { assessedSteps } from "../../../assessment/assessed-step.ts";
import type { Message } from "../../../message/message.ts";
import type { Round } from "../../../rounds/round.ts";
import { words } from "../../../text/text.ts";
import type { Listener, Scene } from "../../scene.ts";
import { button, choices, messageOf, paragraph, quiet } from "../compose.ts";
import { agreedLabel } from "../facilitating/agreed-label.ts";
import { moment } from "../when.ts";

/** Anyone may object to an agreed level for a day from when it was fixed. */
const OBJECTIONS_MS = 24 * 60 * 60 * 1000;

/** The agreed steps to which one may still object, in the flow's order. */
export function stillOpenTo({ round, flow, now }: Pick<Scene, "round" | "flow" | "now">) {
  return assessedSteps(flow).filter(({ id }) => {
    const agreed = round.agreed[id];
    return agreed !== undefined && round.reopened[id] === undefined && now - agreed.at <= OBJECTIONS_MS;
  });
}

/** What is agreed so far, in the round's thread, with the right to object while it lasts. */
export function drawAgreed(scene: Scene, listener: Listener): Message {
  const { round, flow, now } = scene;
  const { language } = listener;
  const say = words(language);
  const open = stillOpenTo(scene);
  const until = Math.max(...open.map(({ id }) => (round.agreed[id]?.at ?? 0) + OBJECTIONS_MS));
  return messageOf(language, [
    {
      kind: "table",
      caption: say("round.agreedTable"),
      columns: [say("round.columnStep"), say("round.columnLevel")],
      rows: assessedSteps(flow).map((step) => [
        step.title[language],
        isReopened(round, step.id)
          ? say("round.levelReopened")
          : (agreedLabel(scene, step, language) ?? say("round.levelOpen")),
      ]),
    },
    open.length > 0 ? paragraph(say("round.objectUntil", { when: moment(until, listener, now) })) : undefined,
    open.length === 0 && agreementOf(round, flow).agreed.length > 0 ? quiet(say("round.objectOver")) : undefined,
    open.length > 0
      ? choices([button(say("round.button.object"), { kind: "object", round: round._id }, { opensForm: true })])
      : undefined,
  ]);
}

function isReopened(round: Round, step: string): boolean {
  return round.agreed[step] !== undefined && round.reopened[step] !== undefined;
}
