import { PLAYGROUND, PLAYGROUND_INSTALLATION, seedPlayground } from "../../src/channels/web/playground.ts";
import { collections } from "../../src/collections.ts";
import { accounts, memberships, people, teams } from "../../src/people/records.ts";
import { openEmbeddedStore } from "../../src/store/embedded/open-embedded-store.ts";

export interface BenchTeam {
  readonly id: string;
  /** The first one facilitates. */
  readonly people: readonly string[];
}

export const TEAMS = 50;
export const PEOPLE_OF_TEAM = 10;

export const benchTeams: readonly BenchTeam[] = Array.from({ length: TEAMS }, (_, team) => ({
  id: `bench-${team}`,
  people: Array.from({ length: PEOPLE_OF_TEAM }, (_, number) => `bench-${team}-${number}`),
}));

/** Fills an empty folder with the playground's company and 50 teams of ten more people, before Luotsi is started on it. */
export async function seedBenchCompany(folder: string): Promise<void> {
  const store = await openEmbeddedStore({ folder, collections });
  const company = PLAYGROUND;
  const installation = PLAYGROUND_INSTALLATION;
  const words = { language: "fi", timeZone: "Europe/Helsinki" } as const;
  try {
    await seedPlayground(store);
    await Promise.all(
      benchTeams.flatMap(({ id: team, people: members }) => [
        store.insert(teams, {
          _id: team,
          company,
          name: `Tiimi ${team}`,
          ...words,
          channels: [{ installation, channel: team }],
        }),
        ...members.flatMap((person) => [
          store.insert(people, { _id: person, company, name: `Henkilö ${person}`, ...words, roles: ["member"] }),
          store.insert(accounts, { _id: `${installation}/${person}`, company, installation, user: person, person }),
          store.insert(memberships, { _id: `${team}/${person}`, company, team, person }),
        ]),
      ]),
    );
  } finally {
    await store.close();
  }
}
