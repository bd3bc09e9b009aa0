import { type Directory, isMember, membersOf, teamsOf } from "../../people/directory.ts";
import type { Person, Team } from "../../people/records.ts";

/** Whose digest holds a team: the managers who belong to it, and whom the team's settings name. */
export function readsDigest(directory: Directory, team: string, person: string): boolean {
  const known = directory.people.get(person);
  if (!known || known.leftAt !== undefined) return false;
  const isItsManager = known.roles.includes("manager") && isMember(directory, team, person);
  return isItsManager || (directory.teams.get(team)?.digestReaders ?? []).includes(person);
}

/** The teams of a person's digest, by name. */
export function digestTeams(directory: Directory, person: string): readonly Team[] {
  const own = directory.people.get(person)?.roles.includes("manager") ? teamsOf(directory, person) : [];
  const given = [...directory.teams.values()].filter(({ digestReaders = [] }) => digestReaders.includes(person));
  return [...new Map([...own, ...given].map((team) => [team._id, team])).values()].sort((a, b) =>
    a.name.localeCompare(b.name),
  );
}

/** The people whose digest holds a team. */
export function digestReadersOf(directory: Directory, team: string): readonly Person[] {
  const named = (directory.teams.get(team)?.digestReaders ?? []).flatMap((id) => directory.people.get(id) ?? []);
  const all = new Map([...membersOf(directory, team), ...named].map((person) => [person._id, person]));
  return [...all.values()].filter(({ _id }) => readsDigest(directory, team, _id));
}
