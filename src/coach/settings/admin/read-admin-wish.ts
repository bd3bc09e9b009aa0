import type { Role } from "../../../people/records.ts";

/** What an admin may say of the company's settings. */
export type AdminWish =
  | { readonly kind: "show" }
  | { readonly kind: "sendings" }
  /** "rooli Jari: esihenkilö"; taken away where `given` is false. */
  | { readonly kind: "role"; readonly name: string; readonly role: Exclude<Role, "member">; readonly given: boolean }
  /** "rooli Jari: jäsen", "poista rooli Jari": whatever roles they have go. */
  | { readonly kind: "no-roles"; readonly name: string };

const SHOW =
  /^(?:ylläpito|ylläpitäjä|roolit|oletukset|yrityksen asetukset|admin|administration|roles|defaults|company settings)$/u;
const SENDINGS = /^(?:lähetykset|perille tulemattomat|sendings|deliveries|undelivered)$/u;
const ROLE =
  /^(?<taken>poista |remove )?(?:rooli|role):? (?<name>\S.{0,78}?)(?::|,| on| is)? (?<role>ylläpitäjä|esihenkilö|esimies|myyjä|admin|administrator|manager|salesperson)$/u;
const NO_ROLES = [
  /^(?:rooli|role):? (?<name>\S.{0,78}?)(?::|,| on| is)? (?:jäsen|ei mitään|ei roolia|member|none|no role)$/u,
  /^(?:poista|ota pois|remove|take away) (?:rooli|roolit|role|roles):? (?<name>\S.{0,78})$/u,
];
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
  if (found?.name && role) return { kind: "role", name: found.name, role, given: found.taken === undefined };
  const name = NO_ROLES.map((form) => form.exec(said)?.groups?.name).find((named) => named !== undefined);
  return name === undefined ? undefined : { kind: "no-roles", name };
}
