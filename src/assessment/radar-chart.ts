import { words } from "../text/text.ts";
import { comparableLevels, profile } from "./profile.ts";
import { highestLevel, type Picture, type RoundPicture, roundTitle, rowPhrases } from "./round-picture.ts";

/** The profile over the dimensions, with the previous round's comparable levels quietly behind it. */
export function radarChart(input: RoundPicture): Picture {
  const { round, flow, previous, language } = input;
  const say = words(language);
  const now = profile(round, flow);
  const before = comparableLevels(round, previous, flow);
  const title = roundTitle(round, flow, language);
  const max = highestLevel(now);
  return {
    chart: {
      kind: "radar",
      title,
      axes: now.levels.map(({ step }) => step.title[language]),
      max,
      series: [
        ...(before.size > 0
          ? [
              {
                label: say("assessment.chart.previous"),
                values: now.levels.map(({ step }) => before.get(step.id) ?? null),
                quiet: true,
              },
            ]
          : []),
        { label: say("assessment.chart.now"), values: now.levels.map(({ level }) => level) },
      ],
    },
    alt: say("assessment.chart.radarAlt", { title, max, rows: rowPhrases(input) }),
  };
}
