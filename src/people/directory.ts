import type { Store } from "../store/store.ts";
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
} from "./records.ts";

/** Who is who in one company, as one read-only picture of it. */
export interface Directory {
  readonly company: Company;
  readonly installations: ReadonlyMap<string, Installation>;
  readonly people: ReadonlyMap<string, Person>;
  readonly teams: ReadonlyMap<string, Team>;
  readonly accounts: readonly Account[];
  readonly memberships: readonly Membership[];
}

/** Directories kept for at most 30 s (DESIGN: "How a turn goes"); `forget` after changing people or teams here. */
export interface Directories {
  of(company: string): Promise<Directory>;
  /** Straight from the store: for what only a role may do. */
  fresh(company: string): Promise<Directory>;
  forget(company: string): void;
}

const KEPT_MS = 30_000;

export function createDirectories(store: Store, now: () => number): Directories {
  const kept = new Map<string, { readonly at: number; readonly directory: Promise<Directory> }>();
  const fresh = (company: string): Promise<Directory> => {
    const entry = { at: now(), directory: readDirectory(store, company) };
    kept.set(company, entry);
    entry.directory.catch(() => {
      if (kept.get(company) === entry) kept.delete(company);
    });
    return entry.directory;
  };
  return {
    of: (company) => {
      const entry = kept.get(company);
      return entry && now() - entry.at < KEPT_MS ? entry.directory : fresh(company);
    },
    fresh,
    forget: (company) => {
      kept.delete(company);
    },
  };
}

async function readDirectory(store: Store, id: string): Promise<Directory> {
  const query = { name: "ofCompany", equals: { company: id }, limit: 100_000 } as const;
  const [company, installed, persons, teamList, accountList, membershipList] = await Promise.all([
    store.get(companies, id),
    store.find(installations, query),
    store.find(people, query),
    store.find(teams, query),
    store.find(accounts, query),
    store.find(memberships, query),
  ]);
  if (!company) throw new Error(`No company ${id} in the store`);
  const byId = <T extends { readonly _id: string }>(list: readonly T[]) => new Map(list.map((one) => [one._id, one]));
  return {
    company,
    installations: byId(installed),
    people: byId(persons),
    teams: byId(teamList),
    accounts: accountList,
    memberships: membershipList,
  };
}

/** Each turn asks for its team's people, several times; a directory never changes. */
const membersByTeam = new WeakMap<Directory, ReadonlyMap<string, readonly Person[]>>();

export function membersOf(directory: Directory, team: string): readonly Person[] {
  const byTeam = membersByTeam.get(directory) ?? groupMembers(directory);
  membersByTeam.set(directory, byTeam);
  return byTeam.get(team) ?? [];
}

function groupMembers({ memberships, people }: Directory): ReadonlyMap<string, readonly Person[]> {
  const byTeam = new Map<string, Person[]>();
  for (const { team, person: id } of memberships) {
    const person = people.get(id);
    if (!person) continue;
    const members = byTeam.get(team);
    if (members) members.push(person);
    else byTeam.set(team, [person]);
  }
  return byTeam;
}

export function teamsOf(directory: Directory, person: string): readonly Team[] {
  return directory.memberships.flatMap((membership) =>
    membership.person === person ? (directory.teams.get(membership.team) ?? []) : [],
  );
}

export function isMember(directory: Directory, team: string, person: string): boolean {
  return directory.memberships.some((membership) => membership.team === team && membership.person === person);
}
