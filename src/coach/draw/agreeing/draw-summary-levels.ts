import type { AssessedStep } from "../../../assessment/assessed-step.ts";
import { levelLabel } from "../../../assessment/assessed-step.ts";
import { comparableLevels, profile } from "../../../assessment/profile.ts";
import { radarChart } from "../../../assessment/radar-chart.ts";
import { formatNumber } from "../../../flow/wording/format.ts";
import type { Message } from "../../../message/message.ts";
import { words } from "../../../text/text.ts";
import type { Listener, Scene } from "../../scene.ts";
import { heading, messageOf } from "../compose.ts";
import { roundName } from "../naming.ts";

/** The levels in the thread: as a table, their average, lowest and highest, and the profile with the previous round behind it. */
export function drawSummaryLevels(scene: Scene, { language }: Listener): Message {
  const { round, flow, previous } = scene;
  const say = words(language);
  const { levels, average, lowest, highest } = profile(round, flow);
  const before = comparableLevels(round, previous, flow);
  const label = (step: AssessedStep, level: number | null | undefined) =>
    level === null || level === undefined ? "" : levelLabel(flow, step, level, language);
  const titles = (steps: readonly AssessedStep[]) =>
    steps.length === 0 ? say("round.allSame") : steps.map(({ title }) => title[language]).join(", ");
  const picture = radarChart({ round, flow, previous, language });
  return messageOf(language, [
    heading(say("round.levelsTitle", { round: roundName(scene, language) })),
    { kind: "picture", ...picture },
    {
      kind: "table",
      caption: say("round.agreedTable"),
      columns: [
        say("round.columnStep"),
        say("round.columnLevel"),
        ...(before.size > 0 ? [say("round.columnBefore")] : []),
      ],
      rows: levels.map(({ step, level }) => [
        step.title[language],
        level === null ? say("round.levelOpen") : label(step, level),
        ...(before.size > 0 ? [label(step, before.get(step.id))] : []),
      ]),
    },
    average === null
      ? undefined
      : {
          kind: "facts",
          facts: [
            { label: say("round.average"), value: formatNumber(average, language) },
            { label: say("round.lowest"), value: titles(lowest) },
            { label: say("round.highest"), value: titles(highest) },
          ],
        },
  ]);
}
