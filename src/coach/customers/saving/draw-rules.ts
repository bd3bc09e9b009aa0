import type { Rules } from "../../../customers/customer-rules.ts";
import { formatDate, formatMoney, formatNumber } from "../../../flow/wording/format.ts";
import type { Block } from "../../../message/message.ts";
import { type Language, words } from "../../../text/text.ts";
import { paragraph } from "../../draw/compose.ts";
import { shorten } from "../../draw/shorten.ts";
import { criterionSays } from "./criterion-says.ts";
import { turned } from "./draw-changed.ts";
import type { SavingView } from "./load-saving.ts";

const NAME = 60;
const WHAT = 240;
const CLASSES = ["A", "B", "C"] as const;
const WORTHS = ["present", "potential"] as const;

/** What of the company's rules would change, as it is and as it would be: criteria, limits of classes, thresholds, the day of looking again. */
export function drawRules(
  { book, after }: Pick<SavingView, "book" | "after">,
  language: Language,
): (Block | undefined)[] {
  const say = words(language);
  const [old, next] = [book.rules, after.rules];
  const euros = (cents: number) => formatMoney(cents, language);
  const limit = (value: number) => formatNumber(Math.round(value * 100) / 100, language);
  const day = (date: string | null) => (date === null ? "" : formatDate(date, language));
  const facts = [
    ...criteria(old, next, language),
    {
      label: say("flows.rules.limits"),
      from: CLASSES.map((one) => `${one} ${limit(old.thresholds[one])}`).join(", "),
      to: CLASSES.map((one) => `${one} ${limit(next.thresholds[one])}`).join(", "),
    },
    ...WORTHS.map((one) => ({
      label: say(`flows.rules.${one}`),
      from: euros(old.highFrom[one]),
      to: euros(next.highFrom[one]),
    })),
    { label: say("flows.rules.lookAgain"), from: day(old.lookAgainOn), to: day(next.lookAgainOn) },
  ].filter(({ from, to }) => from !== to);
  if (facts.length === 0) return [];
  return [
    paragraph(say("flows.rules.change")),
    {
      kind: "facts",
      facts: facts.map(({ label, from, to }) => ({
        label: shorten(label, NAME),
        value: shorten(turned(from, to, say), WHAT),
      })),
    },
  ];
}

function criteria(old: Rules, next: Rules, language: Language) {
  const gone = old.criteria.filter(({ id }) => !next.criteria.some((one) => one.id === id));
  const standing = next.criteria.map((criterion) => {
    const before = old.criteria.find(({ id }) => id === criterion.id);
    const says = before ? criterionSays(before, language) : "";
    const from = before && before.name !== criterion.name ? `${before.name}, ${says}` : says;
    return { label: criterion.name, from, to: criterionSays(criterion, language) };
  });
  return [...standing, ...gone.map((one) => ({ label: one.name, from: criterionSays(one, language), to: "" }))];
}
