import {
  type Account,
  accounts,
  type Company,
  companies,
  type Installation,
  installations,
  type Membership,
  memberships,
  type Person,
  people,
  type Team,
  teams,
} from "../../people/records.ts";
import type { Store } from "../../store/store.ts";
import { playgroundPeople } from "./playground-people.ts";

/** The company that the web chat is a playground of. */
export const PLAYGROUND = "playground";
export const PLAYGROUND_INSTALLATION = "web/playground";

/** Person → title, in the order in which the people are listed. */
export const playgroundTitles: ReadonlyMap<string, string> = new Map(
  playgroundPeople.map(({ id, title }) => [`${PLAYGROUND}-${id}`, title]),
);

/**
 * Puts the made-up company into the store where it is not yet: what is there already stays as people have changed it, so this can be done
 * at every start. Memberships come only with the company, so that leaving a team lasts.
 */
export async function seedPlayground(store: Store): Promise<void> {
  const company: Company = { _id: PLAYGROUND, name: "Lahden Koneosa Oy", language: "fi", timeZone: "Europe/Helsinki" };
  const installation: Installation = {
    _id: PLAYGROUND_INSTALLATION,
    company: PLAYGROUND,
    platform: "web",
    tenant: PLAYGROUND,
  };
  if (await store.get(companies, PLAYGROUND)) return;
  await Promise.all([
    store.insert(installations, installation),
    ...playgroundTeams().map((team) => store.insert(teams, team)),
    ...playgroundPeople.flatMap((one) => {
      const person = personOf(one);
      return [
        store.insert(people, person),
        store.insert(accounts, accountOf(person)),
        ...one.teams.map((team) => store.insert(memberships, membershipOf(person, team))),
      ];
    }),
  ]);
  // Last, so that a start that was cut short is begun again.
  await store.insert(companies, company);
}

const teamId = (team: string) => `${PLAYGROUND}-${team}`;

function playgroundTeams(): readonly Team[] {
  return [
    { slug: "koneet", name: "Koneet" },
    { slug: "myynti", name: "Myynti" },
  ].map(({ slug, name }) => ({
    _id: teamId(slug),
    company: PLAYGROUND,
    name,
    language: "fi",
    timeZone: "Europe/Helsinki",
    channels: [{ installation: PLAYGROUND_INSTALLATION, channel: teamId(slug) }],
  }));
}

function personOf({ id, name, language, timeZone, roles }: (typeof playgroundPeople)[number]): Person {
  return { _id: `${PLAYGROUND}-${id}`, company: PLAYGROUND, name, language, timeZone, roles: [...roles] };
}

function accountOf({ _id: person }: Person): Account {
  const installation = PLAYGROUND_INSTALLATION;
  return { _id: `${installation}/${person}`, company: PLAYGROUND, installation, user: person, person };
}

function membershipOf({ _id: person }: Person, team: string): Membership {
  return { _id: `${teamId(team)}/${person}`, company: PLAYGROUND, team: teamId(team), person };
}
