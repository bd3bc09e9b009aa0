import type { Flow } from "../flow/flow.ts";
import type { Round } from "../rounds/round.ts";
import { type Language, words } from "../text/text.ts";
import { assessedSteps, levelIn, levelsOf } from "./assessed-step.ts";
import type { Picture } from "./round-picture.ts";

/** More rounds than these do not stand beside each other on a phone. */
const MOST_ROUNDS = 4;

/**
 * A team's own way over its agreed rounds of one flow, the latest four, the oldest first: the agreed level of each dimension (DESIGN: promise 7, a team is
 * compared only with itself). A level of another scale than the latest round's stays empty. Undefined while there are fewer than two rounds.
 */
export function trendChart(
  all: readonly Round[],
  flow: Flow,
  { team, language }: { readonly team: string; readonly language: Language },
): Picture | undefined {
  const agreed = all
    .filter(({ state }) => state === "agreed")
    .toSorted((a, b) => a.number - b.number)
    .slice(-MOST_ROUNDS);
  const latest = agreed.at(-1);
  const steps = assessedSteps(flow);
  if (!latest || agreed.length < 2 || steps.length === 0) return undefined;
  const say = words(language);
  const title = say("digest.trend.title", { flow: flow.title[language], team });
  const rows = steps.map((step) => ({
    label: step.title[language],
    levels: agreed.map(({ agreed: answers }) => {
      const answer = answers[step.id];
      const isComparable = answer !== undefined && answer.scale === latest.agreed[step.id]?.scale;
      return isComparable ? levelIn(step, answer.value) : undefined;
    }),
    most: levelsOf(step),
  }));
  return {
    chart: {
      kind: "heatmap",
      title,
      columns: agreed.map(({ number }) => say("digest.trend.round", { number })),
      rows: rows.map(({ label, levels, most }) => ({
        label,
        cells: levels.map((level) => ({
          weight: (level ?? 0) / most,
          text: level === undefined ? say("digest.trend.none") : String(level),
        })),
      })),
      legend: say("digest.trend.legend"),
    },
    alt: say("digest.trend.alt", {
      title,
      rows: rows
        .map(({ label, levels }) =>
          say("digest.trend.row", {
            dimension: label,
            levels: levels.map((level) => level ?? say("digest.trend.none")).join(", "),
          }),
        )
        .join("; "),
    }),
  };
}
