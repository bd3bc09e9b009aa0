import { wantsContact } from "../../../customers/deviations/deviation.ts";
import { LIMITS } from "../../../message/limits.ts";
import { words } from "../../../text/text.ts";
import { button, choices, heading, messageOf, paragraph, quiet } from "../../draw/compose.ts";
import { shorten } from "../../draw/shorten.ts";
import type { Drawing } from "../load-customer-tell.ts";
import { coverageFacts } from "./coverage-facts.ts";
import { deviationWords } from "./deviation-words.ts";
import type { Coverage } from "./read-deviations.ts";

const MOST = 10;
const NAME = 60;
const ROW = 3;

/** For a manager: which customers are past their limits or not agreed on, without whose they are. */
export function drawList(coverage: Coverage | undefined, now: number): Drawing {
  return (listener) => {
    const say = words(listener.language);
    if (!coverage) return messageOf(listener.language, [paragraph(say("deviations.coverage.notReader"))]);
    const { known, classes } = coverage;
    const past = classes.reduce((sum, { customers, within }) => sum + customers - within, 0);
    const told = known.filter(({ what }) => wantsContact(what.kind)).length;
    const others = past > told ? quiet(say("deviations.coverage.listRest")) : undefined;
    if (known.length === 0)
      return messageOf(
        listener.language,
        others ? [coverageFacts(coverage, say), others] : [paragraph(say("deviations.coverage.listEmpty"))],
      );
    const shown = known.slice(0, MOST);
    const rest = known.length - shown.length;
    const links = shown.map(({ customer }) =>
      button(shorten(customer.name, LIMITS.buttonLabel), { kind: "customer-card", customer: customer._id }),
    );
    return messageOf(listener.language, [
      heading(say("deviations.coverage.listTitle")),
      coverageFacts(coverage, say),
      {
        kind: "facts",
        facts: shown.map((one) => ({
          label: shorten(one.customer.name, NAME),
          value: deviationWords(one, listener, now),
        })),
      },
      ...Array.from({ length: Math.ceil(links.length / ROW) }, (_, nth) =>
        choices(links.slice(nth * ROW, (nth + 1) * ROW)),
      ),
      others,
      rest > 0 ? quiet(say("deviations.coverage.listMore", { count: rest })) : undefined,
    ]);
  };
}
