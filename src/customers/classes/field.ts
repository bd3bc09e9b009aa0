import type { Customer, PortfolioField, Worth } from "../customer.ts";
import type { Rules } from "../customer-rules.ts";

/**
 * The field of the value portfolio (CONTENT.md, `value-portfolio`); null as long as a value is not known. Who does not buy yet has no present
 * value unless somebody gave one.
 */
export function fieldOf(
  { present, potential, buys }: Pick<Customer, "present" | "potential" | "buys">,
  { highFrom }: Pick<Rules, "highFrom">,
): PortfolioField | null {
  if (potential === null || (present === null && buys)) return null;
  const isHighNow = present !== null && isHigh(present, highFrom.present);
  if (isHigh(potential, highFrom.potential)) return isHighNow ? "strategic" : buys ? "growth" : "acquisition";
  return isHighNow ? "retention" : "efficiency";
}

function isHigh(worth: Worth, from: number): boolean {
  return worth.kind === "level" ? worth.level === "high" : worth.cents >= from;
}
