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

/** What of a list belongs to each key, worked out once a directory: every turn asks, and a directory never changes. */
function grouped<T>(
  listOf: (directory: Directory) => readonly T[],
  keyOf: (one: T) => string,
): (directory: Directory, key: string) => readonly T[] {
  const known = new WeakMap<Directory, ReadonlyMap<string, readonly T[]>>();
  return (directory, key) => {
    const groups = known.get(directory) ?? groupBy(listOf(directory), keyOf);
    known.set(directory, groups);
    return groups.get(key) ?? [];
  };
}

function groupBy<T>(list: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

const membershipsIn = grouped<Membership>(
  ({ memberships }) => memberships,
  ({ team }) => team,
);
const membershipsOf = grouped<Membership>(
  ({ memberships }) => memberships,
  ({ person }) => person,
);
export const accountsOf = grouped<Account>(
  ({ accounts }) => accounts,
  ({ person }) => person,
);

const accountsById = grouped<Account>(
  ({ accounts }) => accounts,
  ({ _id }) => _id,
);

/** The account of that id (installation/external user). */
export function accountOf(directory: Directory, id: string): Account | undefined {
  return accountsById(directory, id)[0];
}

export function membersOf(directory: Directory, team: string): readonly Person[] {
  return membershipsIn(directory, team).flatMap(({ person }) => directory.people.get(person) ?? []);
}

/** A team's people who can still be asked: those who left the company are no longer there to answer. */
export function presentIn(directory: Directory, team: string): readonly Person[] {
  return membersOf(directory, team).filter(({ leftAt }) => leftAt === undefined);
}

export function teamsOf(directory: Directory, person: string): readonly Team[] {
  return membershipsOf(directory, person).flatMap(({ team }) => directory.teams.get(team) ?? []);
}

export function isMember(directory: Directory, team: string, person: string): boolean {
  return membershipsOf(directory, person).some((membership) => membership.team === team);
}
