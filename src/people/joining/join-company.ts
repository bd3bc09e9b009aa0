import type { Collection } from "../../store/collection.ts";
import type { ArrivalPorts } from "../arrive.ts";
import type { Directory } from "../directory.ts";
import { accounts, companies, installations, memberships, people, teams } from "../records.ts";
import { companyOfCode, useCode } from "./join-code.ts";

export interface JoiningCompany {
  readonly installation: string;
  readonly code: string;
  /** Who typed the code: an admin of the joined company from now on. */
  readonly by: string;
  readonly now: number;
  /** Whether a company holds answers or plans: such companies are never merged (DESIGN: "Records"). */
  hasData(directory: Directory): Promise<boolean>;
}

export type JoinedCompany =
  /** `moved` is the company as it was: its people and teams belong to the other one now. */
  | { readonly kind: "joined"; readonly company: string; readonly moved: Directory }
  | { readonly kind: "unknown-code" }
  | { readonly kind: "same-company" }
  | { readonly kind: "has-data" };

/**
 * Moves an installation, with its people and teams, from its own still empty company to the one that gave the code. Roles that were given in
 * the empty company do not count in the other. Cut short, it is taken up again by the same code.
 */
export async function joinCompany(ports: ArrivalPorts, joining: JoiningCompany): Promise<JoinedCompany> {
  const { store, directories } = ports;
  const installation = await store.get(installations, joining.installation);
  const company = await companyOfCode(store, joining.code, joining);
  if (!installation || company === undefined) return { kind: "unknown-code" };
  if (installation.company === company) return { kind: "same-company" };
  const moved = await directories.fresh(installation.company);
  if (moved.installations.size > 1 || (await joining.hasData(moved))) return { kind: "has-data" };
  if (!(await useCode(store, joining.code, installation._id))) return { kind: "unknown-code" };
  const move = <T extends { readonly _id: string; readonly company: string }>(
    collection: Collection<T>,
    all: Iterable<T>,
  ): Promise<unknown>[] => Array.from(all, ({ _id }) => store.change(collection, _id, { set: { company } }));
  await Promise.all([
    ...move(accounts, moved.accounts),
    ...move(teams, moved.teams.values()),
    ...move(memberships, moved.memberships),
    ...Array.from(moved.people.values(), ({ _id, roles }) => {
      const kept = roles.filter((role) => (role === "admin" ? _id === joining.by : role !== "manager"));
      return store.change(people, _id, { set: { company, roles: kept } });
    }),
  ]);
  await store.change(companies, moved.company._id, { set: { joinedInto: company } });
  // Last: until it has moved, the same code takes all of this up again.
  await store.change(installations, installation._id, { set: { company } });
  directories.forget(company);
  directories.forget(moved.company._id);
  return { kind: "joined", company, moved };
}
