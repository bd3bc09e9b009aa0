import {
  accounts,
  companies,
  installations,
  memberships,
  type Person,
  people,
  type Team,
  teams,
} from "../../src/people/records.ts";
import type { Store } from "../../src/store/store.ts";

const LOCALE = { language: "fi", timeZone: "Europe/Helsinki" } as const;

/** The nth of many companies: a Slack workspace with one team. */
export async function addWorkspace(store: Store, nth: number, channels: Team["channels"] = []): Promise<void> {
  const company = `company-${nth}`;
  const installation = `slack/T${nth}`;
  await store.insert(companies, { _id: company, name: company, ...LOCALE });
  await store.insert(installations, { _id: installation, company, platform: "slack", tenant: `T${nth}` });
  await store.insert(teams, { _id: `team-${nth}`, company, name: "Koneet", ...LOCALE, channels });
}

/** One of its people, "person-0-7", who has a private chat. */
export async function addColleague(store: Store, nth: number, one: number, slots: Person["slots"]): Promise<void> {
  const company = `company-${nth}`;
  const person = `person-${nth}-${one}`;
  const installation = `slack/T${nth}`;
  const user = `U${one}`;
  const conversation = `D${nth}x${one}`;
  await Promise.all([
    store.insert(people, { _id: person, company, name: person, ...LOCALE, roles: ["member"], slots }),
    store.insert(accounts, { _id: `${installation}/${user}`, company, installation, user, person, conversation }),
    store.insert(memberships, { _id: `team-${nth}/${person}`, company, team: `team-${nth}`, person }),
  ]);
}
