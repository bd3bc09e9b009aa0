import { type AssessedStep, levelIn } from "../../../assessment/assessed-step.ts";
import { changes, profile } from "../../../assessment/profile.ts";
import type { Message } from "../../../message/message.ts";
import { words } from "../../../text/text.ts";
import type { Listener, Scene } from "../../scene.ts";
import { heading, messageOf, paragraph } from "../compose.ts";
import { roundName } from "../naming.ts";
import { wayOn } from "../round/way-on.ts";
import { date } from "../when.ts";

/** What changed since the team's own last round (never beside other teams), and the way on. */
export function drawSummaryChange(scene: Scene, listener: Listener): Message {
  const { previous } = scene;
  const { language } = listener;
  const say = words(language);
  const since = previous?.closedAt ?? previous?.openedAt;
  return messageOf(language, [
    heading(say("round.changeTitle", { round: roundName(scene, language) })),
    since === undefined
      ? paragraph(say("round.changeFirst"))
      : paragraph(say("round.changeSince", { when: date(since, listener) })),
    since === undefined ? undefined : { kind: "facts", facts: changeFacts(scene, language) },
    ...wayOn(scene, language),
  ]);
}

function changeFacts({ round, flow, previous }: Scene, language: Listener["language"]) {
  const say = words(language);
  const moved = changes(round, previous, flow);
  const steps = profile(round, flow).levels.map(({ step }) => step);
  const told = (step: AssessedStep) => {
    const to = levelIn(step, round.agreed[step.id]?.value) ?? 0;
    const title = step.title[language];
    return say("round.changeItem", { title, from: to - (moved.get(step.id) ?? 0), to });
  };
  const those = (wanted: (difference: number | undefined) => boolean) =>
    steps.filter(({ id }) => wanted(moved.get(id)));
  const fact = (label: string, list: readonly AssessedStep[], word: (step: AssessedStep) => string) =>
    list.length === 0 ? [] : [{ label, value: list.map(word).join(", ") }];
  const title = (step: AssessedStep) => step.title[language];
  return [
    ...fact(
      say("round.rose"),
      those((by) => by !== undefined && by > 0),
      told,
    ),
    ...fact(
      say("round.fell"),
      those((by) => by !== undefined && by < 0),
      told,
    ),
    ...fact(
      say("round.stayed"),
      those((by) => by === 0),
      title,
    ),
    ...fact(
      say("round.notCompared"),
      those((by) => by === undefined),
      title,
    ),
  ];
}
