import type { Round } from "../rounds/round.ts";
import { words } from "../text/text.ts";
import { type AssessedStep, levelIn, levelsOf } from "./assessed-step.ts";
import { profile } from "./profile.ts";
import { highestLevel, type Picture, type RoundPicture, roundTitle } from "./round-picture.ts";

/**
 * Dimensions × levels as the answers lay when the round closed: where counts may be shown, a cell is shaded by its share of the answers and says how
 * many; elsewhere only the agreed level is marked, so that the picture tells no more than the snapshot.
 */
export function heatmapChart({ round, flow, language }: RoundPicture): Picture {
  const say = words(language);
  const { levels } = profile(round, flow);
  const width = highestLevel(profile(round, flow));
  const title = roundTitle(round, flow, language);
  const columns = Array.from({ length: width }, (_, index) => index + 1);
  const counted = levels.filter(({ step }) => countsOf(round, step) !== undefined);
  const rows = levels.map(({ step }) => {
    const counts = countsOf(round, step);
    const agreed = levelIn(step, round.agreed[step.id]?.value);
    const answers = (counts ?? []).reduce((sum, count) => sum + count, 0);
    return {
      label: step.title[language],
      cells: columns.map((level) => {
        const count = counts?.[level - 1] ?? 0;
        return {
          weight: answers === 0 ? 0 : count / answers,
          text: count > 0 ? String(count) : "",
          ...(level === agreed ? { marked: true } : {}),
        };
      }),
    };
  });
  return {
    chart: {
      kind: "heatmap",
      title,
      columns: columns.map(String),
      rows,
      legend: say(counted.length > 0 ? "assessment.chart.heatmapLegend" : "assessment.chart.heatmapLegendAgreed"),
    },
    alt: say("assessment.chart.heatmapAlt", { title, rows: levels.map(({ step }) => rowInWords(step)).join("; ") }),
  };

  function rowInWords(step: AssessedStep): string {
    const counts = countsOf(round, step);
    const name = step.title[language];
    if (!counts) return say("assessment.chart.heatmapHidden", { title: name });
    const phrases = counts.flatMap((hands, index) =>
      hands > 0 ? say("assessment.chart.heatmapCount", { level: index + 1, count: hands }) : [],
    );
    return say("assessment.chart.heatmapRow", { title: name, counts: phrases.join(", ") });
  }
}

/** How many chose each level, where that may be shown. */
export function countsOf(round: Round, step: AssessedStep): readonly number[] | undefined {
  const spread = round.snapshot?.steps[step.id];
  return spread?.kind === "counts" ? spread.counts.slice(0, levelsOf(step)) : undefined;
}
