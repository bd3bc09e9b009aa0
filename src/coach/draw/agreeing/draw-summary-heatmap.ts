import { assessedSteps } from "../../../assessment/assessed-step.ts";
import { countsOf, heatmapChart } from "../../../assessment/heatmap-chart.ts";
import { profile } from "../../../assessment/profile.ts";
import { highestLevel } from "../../../assessment/round-picture.ts";
import type { Message } from "../../../message/message.ts";
import type { Spread } from "../../../rounds/round.ts";
import { type Say, words } from "../../../text/text.ts";
import type { Listener, Scene } from "../../scene.ts";
import { heading, messageOf, quiet } from "../compose.ts";
import { agreedLabel } from "../facilitating/agreed-label.ts";
import { roundName } from "../naming.ts";
import { numberWord } from "../number-words.ts";
import { date } from "../when.ts";

/** How the answers lay, as a picture and as text; both tell no more than the snapshot that was frozen at closing. */
export function drawSummaryHeatmap(scene: Scene, listener: Listener): Message | undefined {
  const { round, flow } = scene;
  if (!round.snapshot) return undefined;
  const { language } = listener;
  const say = words(language);
  const { steps } = round.snapshot;
  const levels = highestLevel(profile(round, flow));
  const picture = heatmapChart({ round, flow, language });
  return messageOf(language, [
    heading(say("round.spreadTitle", { round: roundName(scene, language) })),
    { kind: "picture", ...picture },
    {
      kind: "table",
      caption: say("round.spreadTable"),
      columns: [
        say("round.columnStep"),
        say("round.columnCounts", { levels }),
        say("round.columnSpread"),
        say("round.columnLevel"),
      ],
      rows: assessedSteps(flow).map((step) => [
        step.title[language],
        countsOf(round, step)?.join("\u00a0/\u00a0") ?? "",
        spreadWord(steps[step.id], say),
        agreedLabel(scene, step, language) ?? say("round.levelOpen"),
      ]),
    },
    round.closedAt === null ? undefined : quiet(say("round.spreadNote", { when: date(round.closedAt, listener) })),
  ]);
}

/** "kaukana toisistaan, yksi ei osannut sanoa". */
function spreadWord(spread: Spread | undefined, say: Say): string {
  if (!spread || spread.kind === "hidden") return say("round.spreadWord.hidden");
  const key = { "one-mind": "oneMind", close: "close", apart: "apart" } as const;
  const word = say(`round.spreadWord.${key[spread.apart]}`);
  const { cannotSay: count } = spread;
  return count === 0 ? word : `${word}, ${say("round.spreadUnsaid", { count, number: numberWord(say, count) })}`;
}
