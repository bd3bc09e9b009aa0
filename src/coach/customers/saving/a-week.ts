import { formatNumber } from "../../../flow/wording/format.ts";
import type { Language } from "../../../text/text.ts";

/** "4,5": what is counted in a week, to one decimal. */
export function aWeek(number: number, language: Language): string {
  return formatNumber(Math.round(number * 10) / 10, language);
}
