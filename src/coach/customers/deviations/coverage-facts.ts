import type { ClassCoverage } from "../../../customers/deviations/coverage.ts";
import type { Block } from "../../../message/message.ts";
import type { Say } from "../../../text/text.ts";
import { numberWord } from "../../draw/number-words.ts";
import { shorten } from "../../draw/shorten.ts";
import type { Coverage } from "./read-deviations.ts";

const MOST_AGREED = 3;
const AGREED = 70;

/** Coverage by class, and what was agreed in the last week: without a word of whose the customers are. */
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
