import type { Flow } from "../flow/flow.ts";
import type { Chart } from "../message/chart.ts";
import type { Round } from "../rounds/round.ts";
import { type Language, words } from "../text/text.ts";
import { levelsOf } from "./assessed-step.ts";
import { comparableLevels, type Profile, profile } from "./profile.ts";

/** What the pictures of a round are drawn from. */
export interface RoundPicture {
  readonly round: Round;
  readonly flow: Flow;
  /** The team's previous agreed round of the same flow. */
  readonly previous?: Round | undefined;
  readonly language: Language;
}

/** A picture with the words for those who do not see it. */
export interface Picture {
  readonly chart: Chart;
  readonly alt: string;
}

/** "Digikypsyys, 2. kierros". */
export function roundTitle(round: Pick<Round, "number">, flow: Flow, language: Language): string {
  return words(language)("assessment.roundTitle", { flow: flow.title[language], number: round.number });
}

/** The number of levels on the longest scale of the flow. */
export function highestLevel({ levels }: Profile): number {
  return Math.max(1, ...levels.map(({ step }) => levelsOf(step)));
}

/** One phrase a dimension: "Strategia 2, viimeksi 1". */
export function rowPhrases({ round, flow, previous, language }: RoundPicture): string {
  const say = words(language);
  const before = comparableLevels(round, previous, flow);
  return profile(round, flow)
    .levels.map(({ step, level }) => {
      const title = step.title[language];
      const last = before.get(step.id);
      if (level === null) return say("assessment.chart.rowOpen", { title });
      return last === undefined
        ? say("assessment.chart.rowAgreed", { title, level })
        : say("assessment.chart.rowAgreedFrom", { title, level, previous: last });
    })
    .join(", ");
}
