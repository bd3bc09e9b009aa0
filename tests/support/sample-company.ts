import { accounts, companies, installations, memberships, people, type Role, teams } from "../../src/people/records.ts";
import type { Store } from "../../src/store/store.ts";

export interface PersonOf {
  readonly name: string;
  readonly language?: "fi" | "en";
  readonly timeZone?: string;
  readonly roles?: readonly Role[];
  readonly teams: readonly string[];
}

export const COMPANY = "firma";
export const DEFAULT_PEOPLE: { readonly [id: string]: PersonOf } = {
  satu: { name: "Satu Virtanen", teams: ["koneet"] },
  jari: { name: "Jari Lahtinen", roles: ["salesperson"], teams: ["koneet", "myynti"] },
  pekka: { name: "Pekka Salo", roles: ["salesperson"], teams: ["koneet", "myynti"] },
  marja: { name: "Marja Koski", roles: ["manager"], teams: ["koneet"] },
  priya: { name: "Priya Shah", language: "en", timeZone: "Europe/London", teams: ["koneet"] },
  uusi: { name: "Ulla Uusi", teams: [] },
};

const MEMBER: readonly Role[] = ["member"];

/** Puts a company with these people and their teams into a store; what is there already stays. */
export async function seed(store: Store, persons: { readonly [id: string]: PersonOf }): Promise<void> {
  const zone = "Europe/Helsinki";
  await store.insert(companies, { _id: COMPANY, name: "Firma Oy", language: "fi", timeZone: zone });
  await store.insert(installations, { _id: "web/firma", company: COMPANY, platform: "web", tenant: "firma" });
  const names = new Set(Object.values(persons).flatMap(({ teams: own }) => own));
  for (const team of names) {
    await store.insert(teams, {
      _id: team,
      company: COMPANY,
      name: team,
      language: "fi",
      timeZone: zone,
      channels: [{ installation: "web/firma", channel: team }],
    });
  }
  for (const [id, { name, language = "fi", timeZone = zone, roles = MEMBER, teams: own }] of Object.entries(persons)) {
    await store.insert(people, { _id: id, company: COMPANY, name, language, timeZone, roles: [...roles] });
    await store.insert(accounts, {
      _id: `web/firma/${id}`,
      company: COMPANY,
      installation: "web/firma",
      user: id,
      person: id,
    });
    for (const team of own)
      await store.insert(memberships, { _id: `${team}/${id}`, company: COMPANY, team, person: id });
  }
}
