import { HOME, type Outcome } from "../../../channels/channel.ts";
import { refreshHomes } from "../../../conversations/refresh-homes.ts";
import { presentPeople } from "../../../people/joining/join-people.ts";
import type { Person } from "../../../people/records.ts";
import { converse, plan } from "../../converse.ts";
import { onlyAdmin } from "../../joining/joining-turn.ts";
import type { Tell } from "../../tell.ts";
import type { Tap, Turn } from "../../turn.ts";
import { findAmong } from "../find-colleague.ts";
import type { AdminButton } from "./admin-actions.ts";
import { changeRoles, sameRoles } from "./change-roles.ts";
import { defaultsForm, readDefaultsForm, saveDefaults } from "./defaults-form.ts";
import type { AdminWish } from "./read-admin-wish.ts";
import { readRolesForm, rolesForm } from "./roles-form.ts";

/** "ylläpito", "roolit", "lähetykset", "rooli Jari: esihenkilö". Roles are read afresh; the answer comes in private. */
export async function adminTurn(turn: Turn, wish: AdminWish): Promise<Outcome> {
  const refused = await onlyAdmin(turn);
  if (refused !== undefined) return inPrivate(turn, { kind: "sentence", text: refused });
  switch (wish.kind) {
    case "show":
      return inPrivate(turn, { kind: "admin" });
    case "sendings":
      return inPrivate(turn, { kind: "admin-sendings", page: 0 });
    case "role":
      return inPrivate(turn, { kind: "sentence", text: await giveRole(turn, wish) });
    case "no-roles":
      return inPrivate(turn, { kind: "sentence", text: await takeRoles(turn, wish.name) });
    default:
      return wish satisfies never;
  }
}

export async function adminTap(turn: Tap, button: AdminButton): Promise<Outcome> {
  const refused = await onlyAdmin(turn);
  if (refused !== undefined) return { kind: "taken", notice: refused };
  const { language } = turn.person;
  const values = turn.incoming.values ?? {};
  const directory = await turn.ports.directories.of(turn.incoming.company);
  switch (button.kind) {
    case "admin":
      return inPrivate(turn, { kind: "admin" });
    case "admin-sendings":
      return button.anew ? inPrivate(turn, { kind: "admin-sendings", page: button.page }) : turnPage(turn, button.page);
    case "admin-roles":
      return { kind: "form", form: rolesForm(directory, language) };
    case "admin-save-roles": {
      const changed = await changeRoles(turn, readRolesForm(values, directory));
      if (changed === "last-admin") return { kind: "mistakes", mistakes: { admins: turn.say("admin.lastAdmin") } };
      await refreshAll(turn);
      return { kind: "taken", notice: turn.say("admin.saved") };
    }
    case "admin-defaults":
      return { kind: "form", form: defaultsForm(directory.company, language) };
    case "admin-save-defaults": {
      const read = readDefaultsForm(values, turn.say);
      if (!read.ok) return { kind: "mistakes", mistakes: read.mistakes };
      await saveDefaults(turn, read.value);
      await refreshAll(turn);
      return { kind: "taken", notice: turn.say("admin.saved") };
    }
    default:
      return button satisfies never;
  }
}

async function giveRole(turn: Turn, { name, role, given }: Extract<AdminWish, { kind: "role" }>): Promise<string> {
  const { say } = turn;
  const person = await personNamed(turn, name);
  if ("reason" in person) return person.reason;
  const others = person.roles.filter((one) => one !== role);
  const roles = given ? [...others, role] : others;
  const told = { name: person.name, role: say(`admin.role.${role}`) };
  if (sameRoles(roles, person.roles)) return say(given ? "admin.roles.hasAlready" : "admin.roles.hasNot", told);
  if ((await changeRoles(turn, new Map([[person._id, roles]]))) === "last-admin") return say("admin.lastAdmin");
  await refreshAll(turn);
  return say(given ? "admin.roles.given" : "admin.roles.taken", told);
}

async function takeRoles(turn: Turn, name: string): Promise<string> {
  const { say } = turn;
  const person = await personNamed(turn, name);
  if ("reason" in person) return person.reason;
  const told = { name: person.name };
  const roles = ["member"] as const;
  if (person.roles.every((role) => role === "member")) return say("admin.roles.hasNone", told);
  if ((await changeRoles(turn, new Map([[person._id, roles]]))) === "last-admin") return say("admin.lastAdmin");
  await refreshAll(turn);
  return say("admin.roles.takenAll", told);
}

async function personNamed(
  { say, ports, incoming }: Turn,
  name: string,
): Promise<Person | { readonly reason: string }> {
  const present = presentPeople(await ports.directories.of(incoming.company));
  const found = findAmong(present, name, say);
  if (!found.ok) return found;
  return present.find(({ _id }) => _id === found.person) ?? { reason: say("settings.personUnknown", { name }) };
}

function turnPage(turn: Tap, page: number): Promise<Outcome> {
  const { incoming } = turn;
  const tell = { kind: "admin-sendings", page } as const;
  if (incoming.kind !== "tapped" || incoming.message === HOME || incoming.place.kind !== "private")
    return inPrivate(turn, tell);
  const { place, message } = incoming;
  return plan(turn, place, [{ place, how: { kind: "edit", message }, tell }], { told: [] });
}

function inPrivate(turn: Turn, tell: Tell): Promise<Outcome> {
  return converse(turn, [tell], { place: { kind: "private", person: turn.person._id } });
}

async function refreshAll({ ports, incoming, event }: Turn): Promise<void> {
  const { people } = await ports.directories.of(incoming.company);
  await refreshHomes(ports, [...people.keys()], event);
}
