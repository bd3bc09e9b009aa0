import type { Customer } from "../customer.ts";
import { cadenceOf, type Rulebook, spreadDays } from "../rulebook.ts";
import { limitsOf } from "./limits.ts";
import { nextDue } from "./next-due.ts";
import { spreadOver, type ToSpread } from "./spread.ts";

/**
 * Whether a changed plan asks for the next contact on a day of its own interval: nothing was owed before and by now it would be at once, or the day to
 * which it had been spread is further away than the plan lets it wait. Undefined: it stays where it is.
 */
export function toPlaceAnew(before: Customer, after: Customer, book: Rulebook, today: string): ToSpread | undefined {
  if (!before.kept || after.clock.moved !== null || after.dueOn === null) return undefined;
  const wasResting = before.dueOn === null || before.dueOn > today;
  const isBroughtForward = wasResting && after.dueOn <= today;
  if (!isBroughtForward && after.clock.spread === null) return undefined;
  const limits = limitsOf(cadenceOf(after, book).care);
  if (!limits) return undefined;
  const days = book.daysOf(after);
  const { dueOn, by } = nextDue(after.clock, limits, days);
  const waitsLonger = by === "spread" && dueOn !== null && dueOn > days.after(today, limits.wish);
  return isBroughtForward || waitsLonger ? { id: after._id, person: after.person, wish: limits.wish } : undefined;
}

/** id → the first days of several at once, over the interval of each from a day on; one that is closed then waits for its next open day. */
export function placedFrom(
  all: readonly { readonly customer: Customer; readonly toSpread: ToSpread }[],
  today: string,
  book: Rulebook,
): ReadonlyMap<string, string> {
  const placed = spreadOver(
    all.map(({ toSpread }) => toSpread),
    today,
    spreadDays(book),
  );
  return new Map(
    all.flatMap(({ customer, toSpread: { id } }) => {
      const to = placed.get(id);
      return to === undefined ? [] : [[id, book.workingDaysOf(customer).after(to, 0)] as const];
    }),
  );
}
