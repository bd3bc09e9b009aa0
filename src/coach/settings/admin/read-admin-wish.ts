import type { Role } from "../../../people/records.ts";

/** What an admin may say of the company's settings. */
export type AdminWish =
  | { readonly kind: "show" }
  | { readonly kind: "sendings" }
  /** "rooli Jari: esihenkilö"; taken away where `given` is false. */
  | { readonly kind: "role"; readonly name: string; readonly role: Exclude<Role, "member">; readonly given: boolean };

const SHOW =
  /^(?:ylläpito|ylläpitäjä|roolit|oletukset|yrityksen asetukset|admin|administration|roles|defaults|company settings)$/u;
const SENDINGS = /^(?:lähetykset|perille tulemattomat|sendings|deliveries|undelivered)$/u;
const ROLE =
  /^(?<taken>poista |remove )?(?:rooli|role):? (?<name>\S.{0,78}?)(?::|,| on| is)? (?<role>ylläpitäjä|esihenkilö|esimies|myyjä|admin|administrator|manager|salesperson)$/u;
const ROLES: { readonly [word: string]: Exclude<Role, "member"> } = {
  ylläpitäjä: "admin",
  admin: "admin",
  administrator: "admin",
  esihenkilö: "manager",
  esimies: "manager",
  manager: "manager",
  myyjä: "salesperson",
  salesperson: "salesperson",
};

/** Of a tidied command (lower case, single spaces). */
export function readAdminWish(said: string): AdminWish | undefined {
  if (SHOW.test(said)) return { kind: "show" };
  if (SENDINGS.test(said)) return { kind: "sendings" };
  const found = ROLE.exec(said)?.groups;
  const role = ROLES[found?.role ?? ""];
  return found?.name && role ? { kind: "role", name: found.name, role, given: found.taken === undefined } : undefined;
}
