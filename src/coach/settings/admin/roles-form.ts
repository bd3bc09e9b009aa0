import type { Field, Form, FormValues } from "../../../message/form.ts";
import { LIMITS } from "../../../message/limits.ts";
import type { Directory } from "../../../people/directory.ts";
import { presentPeople } from "../../../people/joining/join-people.ts";
import type { Person, Role } from "../../../people/records.ts";
import { type Language, words } from "../../../text/text.ts";
import { actionText } from "../../action.ts";
import { shorten } from "../../draw/shorten.ts";
import { many } from "../../form-values.ts";
import type { WantedRoles } from "./change-roles.ts";

/** A menu holds a hundred: those who have a role come first, the rest is given by words. */
const MOST_PEOPLE = 99;
const FIELDS = { managers: "manager", salespeople: "salesperson", admins: "admin" } as const satisfies {
  readonly [field: string]: Role;
};
type FieldName = keyof typeof FIELDS;

/** Who has which role (fields managers, salespeople, admins). */
export function rolesForm(directory: Directory, language: Language): Form {
  const say = words(language);
  const all = shownPeople(directory);
  const options = all.map(({ _id, name }) => ({ value: _id, label: shorten(name, LIMITS.optionLabel) }));
  const field = (id: FieldName): Field => ({
    kind: "pick-many",
    id,
    label: say(`admin.roles.${id}`),
    hint: say(`admin.roles.${id}Hint`),
    optional: id !== "admins",
    options,
    values: all.filter(({ roles }) => roles.includes(FIELDS[id])).map(({ _id }) => _id),
  });
  return {
    title: say("admin.roles.title"),
    intro: say("admin.roles.intro"),
    fields: [field("managers"), field("salespeople"), field("admins")],
    submit: say("admin.form.save"),
    action: actionText({ kind: "admin-save-roles" }),
  };
}

/** The roles that the form came back with, of those who stood in it. */
export function readRolesForm(values: FormValues, directory: Directory): WantedRoles {
  return new Map(
    shownPeople(directory).map(({ _id }) => {
      const given = Object.entries(FIELDS).filter(([field]) => many(values[field]).includes(_id));
      return [_id, ["member" as const, ...given.map(([, role]) => role)]];
    }),
  );
}

function shownPeople(directory: Directory): readonly Person[] {
  const weight = ({ roles }: Person) => Number(roles.some((role) => role !== "member"));
  return presentPeople(directory)
    .toSorted((a, b) => weight(b) - weight(a) || a.name.localeCompare(b.name) || a._id.localeCompare(b._id))
    .slice(0, MOST_PEOPLE);
}
