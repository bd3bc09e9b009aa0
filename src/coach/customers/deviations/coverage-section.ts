import type { ClassCoverage } from "../../../customers/deviations/coverage.ts";
import type { Block } from "../../../message/message.ts";
import { type Say, words } from "../../../text/text.ts";
import { button, choices } from "../../draw/compose.ts";
import { numberWord } from "../../draw/number-words.ts";
import { shorten } from "../../draw/shorten.ts";
import type { HomeItem } from "../../home/home-section.ts";
import type { WeekSection } from "../../week/week-section.ts";
import { type Coverage, coverageFor } from "./read-deviations.ts";

const MOST_AGREED = 3;
const AGREED = 70;
const ID = "coverage";

/** For a manager, what nobody decided on within a week: coverage by class and what was agreed, never by person (CONTENT.md, `crm-adoption-check`). */
export const coverageSection: WeekSection = {
  id: "coverage",
  subject: {
    id: "coverage",
    count: (say) => say("deviations.coverage.count"),
    because: (say) => say("deviations.coverage.because"),
  },
  when: "now",
  keeps: 1,
  title: (say) => say("deviations.coverage.section"),
  read: async ({ ports, directory, person, now }) => {
    const coverage = await coverageFor(ports, directory, { reader: person._id, now });
    return { items: coverage && coverage.known.length > 0 ? [{ id: ID, draw: drawn(coverage) }] : [] };
  },
  settled: async (id, { ports, directory, person, now }) => {
    const coverage = id === ID ? await coverageFor(ports, directory, { reader: person._id, now }) : undefined;
    return coverage && drawn(coverage);
  },
};

function drawn(coverage: Coverage): HomeItem {
  return ({ language }) => {
    const say = words(language);
    return [coverageFacts(coverage, say), choices([button(say("deviations.button.show"), { kind: "deviation-list" })])];
  };
}

export function coverageFacts({ classes, agreed }: Coverage, say: Say): Block {
  return {
    kind: "facts",
    facts: [
      ...classes.map((one) => ({ label: className(one, say), value: classWords(one, say) })),
      {
        label: say("deviations.coverage.agreed"),
        value:
          agreed.length === 0
            ? say("deviations.coverage.agreedNone")
            : agreed
                .slice(0, MOST_AGREED)
                .map(({ what }) => shorten(what, AGREED))
                .join("; "),
      },
    ],
  };
}

function className(one: ClassCoverage, say: Say): string {
  return one.class === null ? say("deviations.coverage.none") : say("deviations.coverage.class", { class: one.class });
}

function classWords({ customers, within, open }: ClassCoverage, say: Say): string {
  return [
    customers > 0 ? say("deviations.coverage.within", { within, customers }) : undefined,
    open > 0 ? say("deviations.coverage.open", { count: open, number: numberWord(say, open) }) : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(", ");
}
