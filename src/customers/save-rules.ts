import type { Store } from "../store/store.ts";
import { type Care, carePlanId, carePlans, type PlanOf } from "./care-plan.ts";
import { changeCustomer } from "./change-customer.ts";
import { spreadOn } from "./clock/clock-events.ts";
import { placedFrom, toPlaceAnew } from "./clock/place-anew.ts";
import type { Customer } from "./customer.ts";
import { customerRules, type Rules } from "./customer-rules.ts";
import { allCustomers } from "./find-customers.ts";
import type { Rulebook } from "./rulebook.ts";
import { settle } from "./settle.ts";

interface Saving {
  readonly company: string;
  readonly by: string | null;
  readonly now: number;
}

const AT_ONCE = 200;

/** Saves a care plan; the customers' clocks follow with `recount`. */
export async function saveCarePlan(
  store: Store,
  plan: PlanOf,
  care: Care,
  { company, by, now }: Saving,
): Promise<void> {
  const _id = carePlanId(company, plan);
  const of = plan.kind === "all" ? "" : plan.of;
  const record = { _id, company, kind: plan.kind, of, ...care, by, savedAt: now, revision: 1 };
  if ((await store.insert(carePlans, record)) === "inserted") return;
  await store.change(carePlans, _id, { set: { ...care, by, savedAt: now }, increase: { revision: 1 } });
}

/** Saves by what customers are classed; their classes and fields follow with `recountCustomers`. */
export async function saveRules(store: Store, rules: Rules, { company, by, now }: Saving): Promise<void> {
  const record = { _id: company, company, ...rules, by, savedAt: now, revision: 1 };
  if ((await store.insert(customerRules, record)) === "inserted") return;
  await store.change(customerRules, company, { set: { ...rules, by, savedAt: now }, increase: { revision: 1 } });
}

/**
 * Counts every customer of a company anew by its rulebook, as each night and after the rules, plans or closed weeks changed, and writes those that
 * differ. Whom a closer cadence would make due before `today` all at once is spread over the new interval. How many changed.
 */
export async function recountCustomers(
  store: Store,
  book: Rulebook,
  { company, today, event }: { company: string; today: string; event: { readonly id: string; readonly now: number } },
): Promise<number> {
  const all = await allCustomers(store, company);
  const changes = recount(all, book, today);
  for (let from = 0; from < changes.length; from += AT_ONCE) {
    const some = changes.slice(from, from + AT_ONCE);
    await Promise.all(
      some.map(({ customer, to }) => {
        const once = { id: `recount:${event.id}`, now: event.now };
        return changeCustomer(store, { id: customer._id, book, by: null }, once, ({ clock }) => ({
          set: to === null ? {} : { clock: spreadOn(clock, to) },
        }));
      }),
    );
  }
  return changes.length;
}

interface Recounted {
  readonly customer: Customer;
  /** The day to which its occurrence is spread; null where it is not. */
  readonly to: string | null;
}

/** Those that stand otherwise by the rulebook than they are written, or wait for longer than their plan lets them. */
export function recount(all: readonly Customer[], book: Rulebook, today: string): readonly Recounted[] {
  const anew = all.flatMap((customer) => {
    const next = { ...customer, ...settle(customer, book) };
    const isSame =
      next.dueOn === customer.dueOn &&
      next.limitOn === customer.limitOn &&
      next.class === customer.class &&
      next.field === customer.field;
    const toSpread = toPlaceAnew(customer, next, book, today);
    return isSame && !toSpread ? [] : [{ customer, isSame, toSpread }];
  });
  const toPlace = anew.flatMap(({ customer, toSpread }) => (toSpread ? [{ customer, toSpread }] : []));
  const placed = placedFrom(toPlace, today, book);
  return anew.flatMap(({ customer, isSame }) => {
    const to = placed.get(customer._id) ?? null;
    return isSame && to === (customer.clock.spread?.to ?? null) ? [] : [{ customer, to }];
  });
}
