import { assessedSteps } from "../../../assessment/assessed-step.ts";
import { liftedSteps, supportFor } from "../../../assessment/lift.ts";
import type { Message } from "../../../message/message.ts";
import { words } from "../../../text/text.ts";
import { actionText } from "../../action.ts";
import type { Listener, Scene } from "../../scene.ts";
import { heading, messageOf, paragraph, rows, strong } from "../compose.ts";
import { agreedLabel } from "../facilitating/agreed-label.ts";
import { facilitatorName } from "../naming.ts";
import { capital, inSentence, listed, numberWord } from "../number-words.ts";

/** "Mitä nostamme?": a row a dimension, with how many would lift it; once it is chosen, what was chosen. */
export function drawSupport(scene: Scene, { language }: Listener): Message {
  const { round, flow } = scene;
  const say = words(language);
  const lifted = liftedSteps(round, flow).map(({ title }) => inSentence(title[language]));
  if (lifted.length > 0) {
    return messageOf(language, [
      heading(say("round.supportTitle")),
      paragraph([strong(say("round.liftLine")), `${listed(say, lifted)}.`]),
    ]);
  }
  return messageOf(language, [
    heading(say("round.supportTitle")),
    paragraph(say("round.supportHow", { name: facilitatorName(scene, language) })),
    rows(
      assessedSteps(flow).map((step, index) => {
        const count = supportFor(round, step.id);
        const level = agreedLabel(scene, step, language) ?? say("round.levelOpen");
        return {
          mark: String(index + 1),
          label: step.title[language],
          description: step.title[language],
          sign:
            count === 0
              ? say("round.supportLevel", { level })
              : say("round.supportLevelCount", { level, count, number: capital(numberWord(say, count)) }),
          action: actionText({ kind: "support", round: round._id, step: step.id }),
        };
      }),
    ),
  ]);
}
