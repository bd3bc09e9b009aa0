import type { Collection } from "../store/collection.ts";
import type { Json, Store } from "../store/store.ts";
import type { Directories } from "./directory.ts";
import { idFrom } from "./id-from.ts";
import {
  type Account,
  accounts,
  companies,
  type Installation,
  installations,
  type Person,
  type Platform,
  people,
  type Role,
} from "./records.ts";

/** Who and what comes to Luotsi from a platform for the first time, and every time after: all of this can be done twice. */
export interface ArrivalPorts {
  readonly store: Store;
  readonly directories: Directories;
}

export interface Locale {
  readonly language: "fi" | "en";
  readonly timeZone: string;
}

export interface ArrivingInstallation extends Locale {
  readonly platform: Platform;
  /** The platform's id of the workspace or tenant. */
  readonly tenant: string;
  /** The company's name, as the platform knows it. */
  readonly name: string;
}

/** The installation of a platform's tenant, with a company of its own when it is new. One that was removed is back. */
export async function arriveInstallation(ports: ArrivalPorts, arriving: ArrivingInstallation): Promise<Installation> {
  const { store, directories } = ports;
  const { platform, tenant, name, language, timeZone } = arriving;
  const _id = `${platform}/${tenant}`;
  const known = await store.get(installations, _id);
  if (known) {
    if (known.removedAt === undefined) return known;
    await store.change(installations, _id, { unset: ["removedAt"] });
    directories.forget(known.company);
    return { _id, company: known.company, platform, tenant };
  }
  const company = await idFrom("company", _id);
  await store.insert(companies, { _id: company, name, language, timeZone });
  const installation: Installation = { _id, company, platform, tenant };
  await store.insert(installations, installation);
  return (await store.get(installations, _id)) ?? installation;
}

/** The platform took Luotsi away: nothing is sent there any more; what is stored stays. */
export async function removeInstallation(ports: ArrivalPorts, id: string, at: number): Promise<void> {
  const changed = await ports.store.change(installations, id, { set: { removedAt: at } });
  if (changed.kind === "changed") ports.directories.forget(changed.document.company);
}

export interface ArrivingPerson extends Locale {
  readonly installation: Installation;
  /** The platform's id of the user. */
  readonly user: string;
  readonly name: string;
  /** The platform's profile says that they run the workspace, or they installed Luotsi; "if-first": it cannot say, so a company's first person is. */
  readonly admin: boolean | "if-first";
  readonly conversation?: string;
  readonly serviceUrl?: string;
}

export interface Arrived {
  readonly account: Account;
  readonly person: Person;
}

/**
 * The person behind a platform's user. What the profile says anew (name, language, zone) is taken over, except what the person has set here. Roles are
 * only ever given here; an admin takes them away.
 */
export async function arrivePerson(ports: ArrivalPorts, arriving: ArrivingPerson): Promise<Arrived> {
  const { store, directories } = ports;
  const { installation, user, conversation, serviceUrl } = arriving;
  const { company } = installation;
  const account: Account = {
    _id: `${installation._id}/${user}`,
    company,
    installation: installation._id,
    user,
    person: await idFrom("person", installation._id, user),
    ...(conversation === undefined ? {} : { conversation }),
    ...(serviceUrl === undefined ? {} : { serviceUrl }),
  };
  await store.insert(accounts, account);
  const standing = (await store.get(accounts, account._id)) ?? account;
  const reached = await renew(ports, accounts, standing, { conversation, serviceUrl });
  const roles = rolesOf(await isAdmin(ports, arriving, reached));
  const fresh: Person = { ...profileOf(arriving), _id: reached.person, company, roles };
  if ((await store.insert(people, fresh)) === "inserted") {
    directories.forget(company);
    return { account: reached, person: fresh };
  }
  const person = (await store.get(people, reached.person)) ?? fresh;
  const { name, language, timeZone } = profileOf(arriving);
  const chosen = person.chosen ?? [];
  const renewed = await renew(ports, people, person, {
    name,
    ...(chosen.includes("language") ? {} : { language }),
    ...(chosen.includes("timeZone") ? {} : { timeZone }),
    ...(arriving.admin === true && !person.roles.includes("admin")
      ? { roles: [...person.roles, "admin" as const] }
      : {}),
  });
  return { account: reached, person: renewed };
}

function profileOf({ name, language, timeZone }: ArrivingPerson) {
  return { name, language, timeZone };
}

function rolesOf(admin: boolean): Role[] {
  return admin ? ["admin", "member"] : ["member"];
}

async function isAdmin({ store, directories }: ArrivalPorts, arriving: ArrivingPerson, account: Account) {
  if (arriving.admin !== "if-first") return arriving.admin;
  // Asked for a newcomer only: for all others no role is given here.
  if (await store.get(people, account.person)) return false;
  return (await directories.fresh(account.company)).people.size === 0;
}

/** Writes what differs, if anything does. */
async function renew<T extends { readonly _id: string; readonly company: string }>(
  { store, directories }: ArrivalPorts,
  collection: Collection<T>,
  standing: T,
  values: { readonly [field: string]: Json | undefined },
): Promise<T> {
  const set = Object.fromEntries(
    Object.entries(values).flatMap(([field, value]): readonly (readonly [string, Json])[] =>
      value === undefined || JSON.stringify(value) === JSON.stringify(Reflect.get(standing, field))
        ? []
        : [[field, value]],
    ),
  );
  if (Object.keys(set).length === 0) return standing;
  const changed = await store.change(collection, standing._id, { set });
  directories.forget(standing.company);
  return changed.kind === "missing" ? standing : changed.document;
}
