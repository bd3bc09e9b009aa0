import { nameKey } from "./name-key.ts";
import { type Called, sameCustomers } from "./same-customer.ts";

interface SeenRow {
  readonly number: number;
  readonly name: string;
  town: string;
  businessId: string;
}

/**
 * Which earlier row was of the same customer, if one was: of the same known one (its id), or of a new one that its name, town and business id do not
 * tell apart.
 */
export function rowsSeen(): (number: number, called: Called, known: string | undefined) => number | undefined {
  const ofKnown = new Map<string, number>();
  const byName = new Map<string, SeenRow[]>();
  const byNumber = new Map<string, SeenRow>();
  return (number, { businessId, name, town }, known) => {
    if (known !== undefined) {
      const before = ofKnown.get(known);
      ofKnown.set(known, before ?? number);
      return before;
    }
    const key = nameKey(name);
    const named = byName.get(key) ?? [];
    const [same] = byNumber.has(businessId)
      ? [byNumber.get(businessId)]
      : sameCustomers({ businessId, name, town }, named);
    const row = same ?? { number, name, town, businessId };
    // What a later row says of it tells it apart from those after that.
    row.businessId ||= businessId;
    row.town ||= town;
    if (!same) byName.set(key, [...named, row]);
    if (row.businessId !== "") byNumber.set(row.businessId, row);
    return same?.number;
  };
}
