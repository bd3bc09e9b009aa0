import { planDelivery } from "../../../src/deliveries/due/delivery.ts";
import { bucketOf } from "../../../src/deliveries/outbox.ts";
import { actions } from "../../../src/plan/action.ts";
import { actionOwners } from "../../../src/plan/action-owner.ts";
import type { Store } from "../../../src/store/store.ts";
import { sampleAction, takenBy } from "../../plan/sample-action.ts";
import { addColleague, addWorkspace } from "../../support/workspaces.ts";

const DAY_MS = 24 * 3_600_000;
const BATCH = 20;

export interface Reminded {
  readonly workspaces: number;
  readonly each: number;
}

/** People with an open action each, in companies that have a Slack workspace each; of their weekly messages only what is planned here comes. */
export async function remindedPeople(store: Store, { workspaces, each }: Reminded): Promise<void> {
  for (let nth = 0; nth < workspaces; nth += 1) {
    await addWorkspace(store, nth);
    await inBatches(each, (one) => reminded(store, nth, one));
  }
}

/** Plans everybody's weekly message. */
export function planReminders(
  store: Store,
  { workspaces, each }: Reminded,
  dueAt: (nth: number) => number,
): Promise<void> {
  return inBatches(workspaces * each, async (nth) => {
    const workspace = nth % workspaces;
    const person = `person-${workspace}-${Math.floor(nth / workspaces)}`;
    const about = { kind: "weekly", week: "2026-W01" } as const;
    await planDelivery(store, { company: `company-${workspace}`, person, about, dueAt: dueAt(nth) });
  });
}

async function inBatches(count: number, work: (nth: number) => Promise<void>): Promise<void> {
  for (let from = 0; from < count; from += BATCH)
    await Promise.all(Array.from({ length: Math.min(BATCH, count - from) }, (_, nth) => work(from + nth)));
}

async function reminded(store: Store, nth: number, one: number): Promise<void> {
  const company = `company-${nth}`;
  const person = `person-${nth}-${one}`;
  const action = `${company}/${one}`;
  const bucket = bucketOf(company);
  const taken = { _id: action, company, team: `team-${nth}`, owners: takenBy(person), bucket };
  const now = Date.now();
  await Promise.all([
    addColleague(store, nth, one, { bucket, nextAt: now + 30 * DAY_MS, settled: null, since: now }),
    store.insert(actions, sampleAction(taken)),
    store.insert(actionOwners, { _id: `${action}/${person}`, company, person, action, open: true, revision: 1 }),
  ]);
}
