import { accounts, companies, installations, memberships, people, teams } from "../../src/people/records.ts";
import type { Store } from "../../src/store/store.ts";

/** A Monday's nine o'clock in Helsinki. */
export const DUE = Date.parse("2027-02-08T07:00:00Z");
const WEEK_MS = 7 * 24 * 3_600_000;

/** People whose weekly message is due at the same moment, so many in each of several companies, each company a workspace of its own. */
export async function duePeople(
  store: Store,
  {
    companies: count,
    each,
    dueAt = DUE,
  }: { readonly companies: number; readonly each: number; readonly dueAt?: number },
): Promise<void> {
  const locale = { language: "fi", timeZone: "Europe/Helsinki" } as const;
  for (let nth = 0; nth < count; nth += 1) {
    const company = `company-${nth}`;
    await store.insert(companies, { _id: company, name: company, ...locale });
    await store.insert(installations, { _id: `slack/T${nth}`, company, platform: "slack", tenant: `T${nth}` });
    const channels = [{ installation: `slack/T${nth}`, channel: `C${nth}` }];
    await store.insert(teams, { _id: `team-${nth}`, company, name: "Koneet", ...locale, channels });
    const ids = Array.from({ length: each }, (_, one) => one);
    for (let from = 0; from < each; from += 250)
      await Promise.all(ids.slice(from, from + 250).map((one) => join(store, nth, one, dueAt)));
  }
}

async function join(store: Store, nth: number, one: number, dueAt: number): Promise<void> {
  const company = `company-${nth}`;
  const person = `person-${nth}-${one}`;
  const installation = `slack/T${nth}`;
  await Promise.all([
    store.insert(people, {
      _id: person,
      company,
      name: person,
      language: "fi",
      timeZone: "Europe/Helsinki",
      roles: ["member"],
      slots: { bucket: one % 64, nextAt: dueAt, settled: null, since: dueAt - WEEK_MS / 2 },
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
  ]);
}
