import { planDelivery } from "../../../src/deliveries/due/delivery.ts";
import { bucketOf } from "../../../src/deliveries/outbox.ts";
import { accounts, companies, installations, memberships, people, teams } from "../../../src/people/records.ts";
import { actions } from "../../../src/plan/action.ts";
import { actionOwners } from "../../../src/plan/action-owner.ts";
import type { Store } from "../../../src/store/store.ts";
import { sampleAction, takenBy } from "../../plan/sample-action.ts";

const DAY_MS = 24 * 3_600_000;
const BATCH = 20;

export interface Reminded {
  readonly workspaces: number;
  readonly each: number;
}

/** People with an open action each, in companies that have a Slack workspace each; of their weekly messages only what is planned here comes. */
export async function remindedPeople(store: Store, { workspaces, each }: Reminded): Promise<void> {
  const locale = { language: "fi", timeZone: "Europe/Helsinki" } as const;
  for (let nth = 0; nth < workspaces; nth += 1) {
    const company = `company-${nth}`;
    await store.insert(companies, { _id: company, name: company, ...locale });
    await store.insert(installations, { _id: `slack/T${nth}`, company, platform: "slack", tenant: `T${nth}` });
    await store.insert(teams, { _id: `team-${nth}`, company, name: "Koneet", ...locale, channels: [] });
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
  const installation = `slack/T${nth}`;
  const action = `${company}/${one}`;
  const taken = { _id: action, company, team: `team-${nth}`, owners: takenBy(person), bucket: bucketOf(company) };
  const now = Date.now();
  await Promise.all([
    store.insert(people, {
      _id: person,
      company,
      name: person,
      language: "fi",
      timeZone: "Europe/Helsinki",
      roles: ["member"],
      slots: { bucket: bucketOf(company), nextAt: now + 30 * DAY_MS, settled: null, since: now },
    }),
    store.insert(accounts, {
      _id: `${installation}/U${one}`,
      company,
      installation,
      user: `U${one}`,
      person,
      conversation: `D${nth}x${one}`,
    }),
    store.insert(memberships, { _id: `team-${nth}/${person}`, company, team: `team-${nth}`, person }),
    store.insert(actions, sampleAction(taken)),
    store.insert(actionOwners, { _id: `${action}/${person}`, company, person, action, open: true, revision: 1 }),
  ]);
}
