import { levelsChart } from "../../../assessment/levels-chart.ts";
import { liftedSteps } from "../../../assessment/lift.ts";
import type { Message } from "../../../message/message.ts";
import { words } from "../../../text/text.ts";
import type { Listener, Scene } from "../../scene.ts";
import { heading, messageOf, paragraph, quiet, strong } from "../compose.ts";
import { personName, roundName } from "../naming.ts";
import { inSentence, listed } from "../number-words.ts";
import { withoutStop } from "../shorten.ts";
import { day } from "../when.ts";

/** The maturity summary in the channel: one picture and three lines, what is lifted, who does what first, when the team looks again. */
export function drawSummary(scene: Scene, listener: Listener): Message | undefined {
  const { round, flow, previous, directory, now } = scene;
  const { plan } = round;
  if (!plan) return undefined;
  const { language } = listener;
  const say = words(language);
  const picture = levelsChart({ round, flow, previous, language });
  const lifted = liftedSteps(round, flow).map(({ title }) => inSentence(title[language]));
  const owner = { kind: "mention", person: plan.owner, text: personName(directory, plan.owner, language) } as const;
  const deed = `${withoutStop(plan.deed)}, `;
  const when = say("round.deedWhen", { date: withoutStop(day(plan.due, listener, now)) });
  return messageOf(language, [
    heading(roundName(scene, language)),
    { kind: "picture", ...picture },
    paragraph([strong(say("round.liftLine")), `${listed(say, lifted)}.`]),
    paragraph([strong(say("round.deedLine")), deed, owner, when]),
    paragraph([strong(say("round.lookAgainLine")), `${withoutStop(day(plan.lookAgain, listener, now))}.`]),
    quiet(say("round.inThread")),
  ]);
}
