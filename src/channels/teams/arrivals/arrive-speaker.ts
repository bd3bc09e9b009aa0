import { arrivePerson } from "../../../people/arrive.ts";
import type { Directory } from "../../../people/directory.ts";
import { type Account, accounts, type Installation, type Person } from "../../../people/records.ts";
import { type Locale, localeOf } from "../receive/profile.ts";
import type { Heard } from "../receive/read-activity.ts";
import type { Member } from "../send/connector.ts";
import type { ArrivalsParts } from "./arrivals.ts";

/**
 * The person who did something. One who is known is read from the directory alone, and written anew only where the activity tells something new; of
 * one who is not, Teams is asked first whether they belong to the company. Undefined: they do not.
 */
export async function arriveSpeaker(
  parts: ArrivalsParts,
  installation: Installation,
  heard: Heard,
): Promise<Person | undefined> {
  const directory = await parts.directories.of(installation.company);
  const id = `${installation._id}/${heard.from.id}`;
  const account = accountsById(directory).get(id);
  const person = account && directory.people.get(account.person);
  const { serviceUrl, spot } = heard;
  const reached = { serviceUrl, ...(spot.kind === "personal" ? { conversation: spot.conversation } : {}) };
  // Teams does not tell a bot who runs a company's Teams, nor always who installed it: the first who does anything begins as its admin.
  const admin = !hasAdmin(directory);
  if (!account || !person) {
    const member = await parts.connector.member({ ...spot, serviceUrl, tenant: installation.tenant }, heard.from.id);
    if (!member || isStranger(member, installation.tenant)) return undefined;
    const name = heard.from.name ?? member.name ?? "?";
    const locale = localeOf(heard, parts.fallback);
    const arriving = { installation, user: heard.from.id, name, admin, ...locale, ...reached };
    return (await arrivePerson(parts, arriving)).person;
  }
  // Whoever writes in the private chat wants to be answered there.
  if (account.blockedAt !== undefined && spot.kind === "personal") await welcome(parts, account);
  const locale = localeOf(heard, person);
  const name = heard.from.name ?? person.name;
  if (!admin && isKnown(account, person, { name, locale, reached })) return person;
  const arriving = { installation, user: heard.from.id, name, admin, ...locale, ...reached };
  return (await arrivePerson(parts, arriving)).person;
}

function isKnown(
  account: Account,
  person: Person,
  told: {
    readonly name: string;
    readonly locale: Locale;
    readonly reached: { readonly serviceUrl: string; readonly conversation?: string };
  },
): boolean {
  const { name, locale, reached } = told;
  const chosen = person.chosen ?? [];
  return (
    name === person.name &&
    (locale.language === person.language || chosen.includes("language")) &&
    (locale.timeZone === person.timeZone || chosen.includes("timeZone")) &&
    reached.serviceUrl === account.serviceUrl &&
    (reached.conversation === undefined || reached.conversation === account.conversation)
  );
}

function hasAdmin({ people }: Directory): boolean {
  for (const { roles, leftAt } of people.values()) if (roles.includes("admin") && leftAt === undefined) return true;
  return false;
}

async function welcome({ store, directories }: ArrivalsParts, account: Account): Promise<void> {
  await store.change(accounts, account._id, { unset: ["blockedAt"] });
  directories.forget(account.company);
}

/** Guests and people of other tenants, who sit in teams and shared channels, get nothing (DESIGN: "Security"). */
export function isStranger({ id, tenantId, userRole, userPrincipalName }: Member, tenant: string): boolean {
  return (
    id.startsWith("28:") ||
    (tenantId !== null && tenantId !== undefined && tenantId !== tenant) ||
    (userRole !== null && userRole !== undefined && /guest|anonymous/i.test(userRole)) ||
    (userPrincipalName ?? "").includes("#EXT#")
  );
}

const byId = new WeakMap<Directory, ReadonlyMap<string, Account>>();

/** The accounts of a directory by id, put together once a directory. */
export function accountsById(directory: Directory): ReadonlyMap<string, Account> {
  const known = byId.get(directory) ?? new Map(directory.accounts.map((account) => [account._id, account]));
  byId.set(directory, known);
  return known;
}
