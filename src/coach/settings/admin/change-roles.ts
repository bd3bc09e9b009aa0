import { presentPeople } from "../../../people/joining/join-people.ts";
import { type Person, people, type Role } from "../../../people/records.ts";
import type { Turn } from "../../turn.ts";

/** Everybody's roles as they are to be, by person; who is not named keeps theirs. */
export type WantedRoles = ReadonlyMap<string, readonly Role[]>;

/**
 * Gives and takes roles. "last-admin": nothing is changed, since nobody would be left who may. Two admins who take the role from each other at the same
 * moment do not leave the company without one: whoever sees that last has it back.
 */
export async function changeRoles(turn: Turn, wanted: WantedRoles): Promise<"changed" | "last-admin"> {
  const { store, directories } = turn.ports;
  const { company } = turn.incoming;
  const before = presentPeople(await directories.fresh(company));
  const rolesOf = (person: Person) => wanted.get(person._id) ?? person.roles;
  if (!before.some((person) => rolesOf(person).includes("admin"))) return "last-admin";
  for (const person of before) {
    const roles = [...rolesOf(person)];
    if (!sameRoles(roles, person.roles)) await store.change(people, person._id, { set: { roles } });
  }
  const after = presentPeople(await directories.fresh(company));
  if (after.some(({ roles }) => roles.includes("admin"))) return "changed";
  const { _id } = turn.person;
  const own = after.find((person) => person._id === _id)?.roles ?? ["member"];
  await store.change(people, _id, { set: { roles: ["admin", ...own] } });
  directories.forget(company);
  return "last-admin";
}

export function sameRoles(one: readonly Role[], other: readonly Role[]): boolean {
  return one.length === other.length && one.every((role) => other.includes(role));
}
