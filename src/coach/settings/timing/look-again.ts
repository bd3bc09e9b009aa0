import { addDays, isoDateIn } from "../../../calendar/iso-date.ts";
import { contacts } from "../../../customers/contact.ts";
import type { Person } from "../../../people/records.ts";
import { actions } from "../../../plan/action.ts";
import { dueDays } from "../../../plan/due.ts";
import { actionsOf } from "../../../plan/find-actions.ts";
import type { Store } from "../../../store/store.ts";

/** What falls on a weekend or a holiday is told on the next working day. */
const LOOK_BACK_DAYS = 5;
/** Days are looked at before they begin anywhere. */
const LOOK_AHEAD_DAYS = 2;

/** Has the clock look once more at what is due of a person these days: who hears of it was worked out before they said that they go away. */
export async function lookAgain(store: Store, { company, _id: person, timeZone }: Person, now: number): Promise<void> {
  const today = isoDateIn(now, timeZone);
  const [from, to] = [addDays(today, -LOOK_BACK_DAYS), addDays(today, LOOK_AHEAD_DAYS)];
  const [own, promised] = await Promise.all([
    actionsOf(store, { company, person }),
    store.find(contacts, { name: "ofPersonDue", equals: { company, person, state: "planned" }, from, to }),
  ]);
  const due = own.filter((action) => dueDays(action).some((day) => from <= day && day <= to));
  await Promise.all([
    ...due.map(({ _id, revision }) => store.change(actions, _id, { when: { revision }, set: { nextLookAt: now } })),
    ...promised.map(({ _id }) => store.change(contacts, _id, { when: { state: "planned" }, set: { lookAt: now } })),
  ]);
}
