import type { Customer } from "../customer.ts";
import { nameKey } from "./name-key.ts";

/** What tells one customer from another. */
export type Called = Pick<Customer, "name" | "town" | "businessId">;

/**
 * Who of those that have the same name, whatever the form of the company, is meant: not one of another business id or in another town. Where
 * one is in the very town that is told, that one.
 */
export function sameCustomers<Known extends Called>(
  { town, businessId }: Called,
  named: readonly Known[],
): readonly Known[] {
  const numbered = named.filter((one) => businessId !== "" && one.businessId === businessId);
  if (numbered.length > 0) return numbered;
  const fitting = named.filter(
    (one) =>
      (businessId === "" || one.businessId === "") &&
      (town === "" || one.town === "" || nameKey(one.town) === nameKey(town)),
  );
  const exactly = fitting.filter((one) => nameKey(one.town) === nameKey(town));
  return exactly.length === 1 ? exactly : fitting;
}
