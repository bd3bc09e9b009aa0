import { words } from "../../../text/text.ts";
import { button, choices } from "../../draw/compose.ts";
import type { HomeItem } from "../../home/home-section.ts";
import type { WeekSection } from "../../week/week-section.ts";
import { coverageFacts } from "./coverage-facts.ts";
import { type Coverage, coverageFor } from "./read-deviations.ts";

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
    return { items: coverage?.tells ? [{ id: ID, draw: drawn(coverage) }] : [] };
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
