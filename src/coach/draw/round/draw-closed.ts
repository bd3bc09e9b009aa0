import { countSpreads } from "../../../assessment/agreement.ts";
import { assessedSteps } from "../../../assessment/assessed-step.ts";
import { seenOf } from "../../../assessment/seen.ts";
import type { Message } from "../../../message/message.ts";
import type { Snapshot } from "../../../rounds/round.ts";
import { type Say, words } from "../../../text/text.ts";
import type { Listener, Scene } from "../../scene.ts";
import { button, choices, heading, messageOf, paragraph } from "../compose.ts";
import { facilitatorName, roundName } from "../naming.ts";
import { capital, numberWord } from "../number-words.ts";

/** The round is closed: how many answered, on how much they are of one mind, how much is worth talking about. Where nothing is shown, what each can do. */
export function drawClosed(scene: Scene, { language }: Listener): Message | undefined {
  const { round } = scene;
  const { snapshot } = round;
  if (!snapshot) return undefined;
  const say = words(language);
  if (seenOf(round, scene.flow) === "count")
    return messageOf(language, [
      heading(say("round.closedTitle", { round: roundName(scene, language) })),
      paragraph(whoAnswered(snapshot, say) ?? say("own.closedNone")),
      ...(snapshot.answered === 0
        ? []
        : [
            paragraph(say("own.closedKept")),
            choices([button(say("own.button.mine"), { kind: "my-answers", round: round._id })]),
          ]),
    ]);
  return messageOf(language, [
    heading(say("round.closedTitle", { round: roundName(scene, language) })),
    paragraph(whoAnswered(snapshot, say)),
    paragraph(howTheyLie(scene, snapshot, say, language)),
    choices([button(say("coach.button.facilitate"), { kind: "facilitate", round: round._id }, { primary: true })]),
  ]);
}

/** "Viisi vastasi, kaksi viittasi paikan päällä." */
export function whoAnswered({ answered, hands, partly = 0 }: Snapshot, say: Say): string | undefined {
  if (answered === 0)
    return hands === 0 ? undefined : capital(say("round.closedHands", { hands: numberWord(say, hands) }));
  const number = numberWord(say, answered);
  const told = capital(
    hands === 0
      ? say("round.closedAnswered", { count: answered, number })
      : say("round.closedWithHands", { count: answered, number, hands: numberWord(say, hands) }),
  );
  if (partly === 0) return told;
  return `${told} ${capital(say("round.closedPartly", { count: partly, number: numberWord(say, partly) }))}`;
}

function howTheyLie(scene: Scene, snapshot: Snapshot, say: Say, language: Listener["language"]): string {
  const { flow } = scene;
  if (snapshot.answered === 0 && snapshot.hands === 0) {
    return say("round.closedNone", { name: facilitatorName(scene, language) });
  }
  if (isThin(scene, snapshot)) return say("round.closedThin");
  return `${spreadsInWords(snapshot, flow, say)} ${say("round.closedTime")}`;
}

/** On how many questions the team is of one mind, and so on: the same words in the channel and on the facilitator's card, and in all every question. */
export function spreadsInWords(snapshot: Snapshot, flow: Scene["flow"], say: Say): string {
  const lie = countSpreads(snapshot, flow);
  const keys = {
    "one-mind": "closedOneMind",
    close: "closedClose",
    apart: "closedTopics",
    hidden: "closedHidden",
  } as const;
  return (["one-mind", "close", "apart", "hidden"] as const)
    .filter((one) => lie[one] > 0)
    .map((one, nth) => {
      const count = lie[one];
      const number = numberWord(say, count, "from");
      const counted = nth === 0 ? say("round.closedQuestions", { count, number }) : number;
      return capital(say(`round.${keys[one]}`, { count, counted }));
    })
    .join(" ");
}

/** Nothing can be shown of any step. */
export function isThin({ flow }: Pick<Scene, "flow">, snapshot: Snapshot): boolean {
  return assessedSteps(flow).every(({ id }) => (snapshot.steps[id]?.kind ?? "hidden") === "hidden");
}
