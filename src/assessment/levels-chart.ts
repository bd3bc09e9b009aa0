import { words } from "../text/text.ts";
import { liftedSteps } from "./lift.ts";
import { comparableLevels, profile } from "./profile.ts";
import { highestLevel, type Picture, type RoundPicture, roundTitle, rowPhrases } from "./round-picture.ts";

/** The agreed levels as bars, the lifted ones in the accent colour, the previous round's levels as ticks where they can be compared. */
export function levelsChart(input: RoundPicture): Picture {
  const { round, flow, previous, language } = input;
  const say = words(language);
  const now = profile(round, flow);
  const before = comparableLevels(round, previous, flow);
  const lifted = liftedSteps(round, flow);
  const title = roundTitle(round, flow, language);
  const max = highestLevel(now);
  return {
    chart: {
      kind: "levels",
      title,
      max,
      rows: now.levels.map(({ step, level }) => {
        const last = before.get(step.id);
        return {
          label: step.title[language],
          value: level,
          ...(last === undefined ? {} : { previous: last }),
          ...(lifted.includes(step) ? { lifted: true } : {}),
        };
      }),
      legend: [
        { label: say("assessment.chart.now"), mark: "bar" },
        ...(lifted.length > 0 ? [{ label: say("assessment.chart.lifted"), mark: "lifted" as const }] : []),
        ...(before.size > 0 ? [{ label: say("assessment.chart.previous"), mark: "previous" as const }] : []),
      ],
    },
    alt:
      lifted.length > 0
        ? say("assessment.chart.levelsAltLifted", {
            title,
            max,
            rows: rowPhrases(input),
            lifted: lifted.map((step) => step.title[language]).join(", "),
          })
        : say("assessment.chart.levelsAlt", { title, max, rows: rowPhrases(input) }),
  };
}
