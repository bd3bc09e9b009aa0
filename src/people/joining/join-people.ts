import type { ArrivalPorts } from "../arrive.ts";
import { accountsOf, type Directory, teamsOf } from "../directory.ts";
import { accounts, memberships, type Person, type Platform, people, teams } from "../records.ts";

/** Two records of one person become one: the accounts, teams and tasks of `other` are `kept`'s from now on; `other` stays as the trace of it. */
export async function joinPeople(
  ports: ArrivalPorts,
  directory: Directory,
  { kept, other, prefers }: { readonly kept: Person; readonly other: Person; readonly prefers?: Platform },
): Promise<void> {
  const { store } = ports;
  const { company } = kept;
  await Promise.all([
    ...accountsOf(directory, other._id).map(({ _id }) => store.change(accounts, _id, { set: { person: kept._id } })),
    ...teamsOf(directory, other._id).flatMap(({ _id: team }) => [
      store.insert(memberships, { _id: `${team}/${kept._id}`, company, team, person: kept._id }),
      store.remove(memberships, `${team}/${other._id}`),
    ]),
    ...[...directory.people.values()].flatMap(({ _id, away }) =>
      away?.substitute === other._id
        ? [
            store.change(people, _id, {
              when: { "away.substitute": other._id },
              // Nobody stands in for themselves.
              set: { "away.substitute": _id === kept._id ? null : kept._id },
            }),
          ]
        : [],
    ),
    ...[...directory.teams.values()].flatMap(({ _id, digestReaders = [] }) =>
      digestReaders.includes(other._id)
        ? [
            store.change(teams, _id, {
              set: { digestReaders: [...new Set(digestReaders.map((one) => (one === other._id ? kept._id : one)))] },
            }),
          ]
        : [],
    ),
    store.change(people, kept._id, {
      set: { roles: [...new Set([...kept.roles, ...other.roles])], ...(prefers === undefined ? {} : { prefers }) },
    }),
  ]);
  await store.change(people, other._id, { set: { joinedInto: kept._id } });
  ports.directories.forget(company);
}

/** People who may be one and the same: of one name, each on a platform where the other is not. Likely pairs come first. */
export function likelyPairs(directory: Directory): readonly (readonly [Person, Person])[] {
  const seen = new Map<string, Person>();
  return presentPeople(directory).flatMap((person) => {
    const name = person.name.normalize("NFC").toLowerCase().trim();
    const namesake = seen.get(name);
    seen.set(name, namesake ?? person);
    return namesake && !shareInstallation(directory, namesake, person) ? [[namesake, person] as const] : [];
  });
}

/** Everybody who has not left or been joined into another. */
export function presentPeople(directory: Directory): readonly Person[] {
  return [...directory.people.values()].filter(
    ({ joinedInto, leftAt }) => joinedInto === undefined && leftAt === undefined,
  );
}

export function shareInstallation(directory: Directory, one: Person, other: Person): boolean {
  const of = (person: Person) => accountsOf(directory, person._id).map(({ installation }) => installation);
  return of(one).some((installation) => of(other).includes(installation));
}
