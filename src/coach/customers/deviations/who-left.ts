import type { Customer } from "../../../customers/customer.ts";
import { customersOfPerson } from "../../../customers/find-customers.ts";
import { type Directory, teamsOf } from "../../../people/directory.ts";
import type { Person } from "../../../people/records.ts";
import { digestTeams } from "../../digest/digest-teams.ts";
import type { CoachPorts } from "../../ports.ts";
import { isHere } from "./read-deviations.ts";

/** Somebody who left, with the customers that are still in their charge. */
export interface LeftBehind {
  readonly person: Person;
  readonly customers: readonly Customer[];
}

/** Under this key a manager's conversation notes that they let somebody's customers be. */
export function letKey(person: string): string {
  return `customers-let:${person}`;
}

/** Managers hand over, and who reads a digest; where there is neither, admins. */
export function mayHandOver(directory: Directory, person: Person): boolean {
  const reads = (one: Person) => one.roles.includes("manager") || digestTeams(directory, one._id).length > 0;
  if (!isHere(directory, person._id)) return false;
  if (reads(person)) return true;
  const others = [...directory.people.values()].some((one) => isHere(directory, one._id) && reads(one));
  return !others && person.roles.includes("admin");
}

/** All who left and have customers that are kept, by name. */
export async function ownersWhoLeft(
  { store }: Pick<CoachPorts, "store">,
  directory: Directory,
): Promise<readonly LeftBehind[]> {
  const left = [...directory.people.values()].filter(({ _id }) => !isHere(directory, _id));
  const found = await Promise.all(left.map((person) => leftBehind({ store }, person)));
  return found
    .filter(({ customers }) => customers.length > 0)
    .toSorted((a, b) => a.person.name.localeCompare(b.person.name));
}

export async function leftBehind({ store }: Pick<CoachPorts, "store">, person: Person): Promise<LeftBehind> {
  const { company, _id } = person;
  const all = await customersOfPerson(store, { company, person: _id });
  return { person, customers: all.filter(({ kept }) => kept) };
}

/** Who may look after them: the one whom their record was joined into, then salespeople of their teams, other salespeople, everybody else. */
export function newOwners(directory: Directory, left: Person): readonly Person[] {
  const teams = new Set(teamsOf(directory, left._id).map(({ _id }) => _id));
  const rank = (person: Person) => {
    if (person._id === left.joinedInto) return 0;
    const isSales = person.roles.includes("salesperson") ? 0 : 2;
    return 1 + isSales + (teamsOf(directory, person._id).some(({ _id }) => teams.has(_id)) ? 0 : 1);
  };
  return [...directory.people.values()]
    .filter(({ _id }) => isHere(directory, _id))
    .toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}
