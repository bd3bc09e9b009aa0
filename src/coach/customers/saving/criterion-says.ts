import type { Criterion } from "../../../customers/customer-rules.ts";
import { formatNumber } from "../../../flow/wording/format.ts";
import { type Language, words } from "../../../text/text.ts";

/** "paino 3, myyjä voi vaikuttaa, tarjotaan huoltoa": what a criterion weighs, and by what a customer can be moved by it. */
export function criterionSays({ weight, influenced, lever }: Criterion, language: Language): string {
  const say = words(language);
  return [
    say("flows.how.weight", { weight: formatNumber(Math.round(weight * 100) / 100, language) }),
    ...(influenced ? [say("flows.classes.influenced")] : []),
    ...(lever === "" ? [] : [lever]),
  ].join(", ");
}
