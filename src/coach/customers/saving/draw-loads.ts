import { cadenceThatFits } from "../../../customers/classes/load.ts";
import type { Block } from "../../../message/message.ts";
import { type Language, words } from "../../../text/text.ts";
import { paragraph, quiet } from "../../draw/compose.ts";
import { personName } from "../../draw/naming.ts";
import { aWeek } from "./a-week.ts";
import type { SavingView } from "./load-saving.ts";

const MOST_ROWS = 15;

/** What the care plans ask of each person in a week, beside what happens now, and the cadence that would fit. */
export function drawLoads({ preview: { loads }, scene }: SavingView, language: Language): (Block | undefined)[] {
  const asked = loads.filter((load) => load.customers > 0);
  if (asked.length === 0) return [];
  const say = words(language);
  const cadence = (aYear: number | null) => (aYear === null ? "–" : say("flows.loads.aYear", { count: aYear }));
  const rows = asked.slice(0, MOST_ROWS).map(({ person, parts, now, asked: then, fits }) => [
    person === null ? say("flows.loads.nobody") : personName(scene.directory, person, language),
    // As the contacts of a week: of all that are in this person's charge.
    String(parts.reduce((all, { customers }) => all + customers, 0)),
    now === null ? "–" : aWeek(now, language),
    aWeek(then, language),
    person === null ? "–" : cadence(fits),
  ]);
  const fits = cadenceThatFits(asked.filter(({ person }) => person !== null));
  const isTooMuch = asked.some(({ now, asked: then }) => now !== null && then > now);
  const isUnknown = asked.every(({ now }) => now === null);
  return [
    {
      kind: "table",
      caption: say("flows.loads.caption"),
      columns: [
        say("flows.loads.who"),
        say("flows.loads.customers"),
        say("flows.loads.now"),
        say("flows.loads.planned"),
        say("flows.loads.fits"),
      ],
      rows,
    },
    isUnknown
      ? quiet(say("flows.loads.unknown"))
      : isTooMuch
        ? paragraph(fits === null ? say("flows.loads.noneFits") : say("flows.loads.fit", { count: fits }))
        : paragraph(say("flows.loads.fine")),
  ];
}
