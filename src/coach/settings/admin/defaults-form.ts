import { slotsAnew } from "../../../cadence/slots-anew.ts";
import { findTimeZone } from "../../../calendar/find-time-zone.ts";
import type { Form, FormValues } from "../../../message/form.ts";
import { presentPeople } from "../../../people/joining/join-people.ts";
import { type Company, companies, people } from "../../../people/records.ts";
import { weeklyTimeOf } from "../../../people/weekly-time.ts";
import { type Language, type Say, words } from "../../../text/text.ts";
import { actionText } from "../../action.ts";
import { one } from "../../form-values.ts";
import type { Turn } from "../../turn.ts";
import { zoneMistake } from "../grant-wish.ts";
import { timeFields, wholeNumber } from "../time-fields.ts";
import { keepWeek } from "../timing/keep-week.ts";

type Defaults = Pick<Company, "language" | "timeZone"> & {
  readonly weekly: NonNullable<Company["weekly"]>;
  /** Null: customers' personal data is kept. */
  readonly customerDataMonths: number | null;
};
type Read =
  | { readonly ok: true; readonly value: Defaults }
  | { readonly ok: false; readonly mistakes: { readonly [field: string]: string } };

/** What a company goes by where nobody has chosen for themselves (fields language, zone, weekday, hour, customerData). */
export function defaultsForm(company: Company, language: Language): Form {
  const say = words(language);
  return {
    title: say("admin.defaults.title"),
    intro: say("admin.defaults.intro"),
    fields: [
      {
        kind: "pick",
        id: "language",
        label: say("settings.form.language"),
        options: [
          { value: "fi", label: "Suomi" },
          { value: "en", label: "English" },
        ],
        value: company.language,
      },
      {
        kind: "text",
        id: "zone",
        label: say("settings.form.zone"),
        hint: say("settings.form.zoneHint"),
        maxLength: 60,
        value: company.timeZone,
      },
      ...timeFields(weeklyTimeOf({ roles: [] }, company), say),
      {
        kind: "number",
        id: "customerData",
        label: say("admin.defaults.customerData"),
        hint: say("admin.defaults.customerDataHint"),
        optional: true,
        value: String(company.customerDataMonths ?? ""),
      },
    ],
    submit: say("admin.form.save"),
    action: actionText({ kind: "admin-save-defaults" }),
  };
}

export function readDefaultsForm(values: FormValues, say: Say): Read {
  const mistakes: { [field: string]: string } = {};
  const language = one(values.language);
  const [weekday, hour] = [wholeNumber(one(values.weekday), 1, 7), wholeNumber(one(values.hour), 0, 23)];
  if (language !== "fi" && language !== "en") mistakes.language = say("settings.chooseOne");
  if (weekday === undefined) mistakes.weekday = say("settings.chooseOne");
  if (hour === undefined) mistakes.hour = say("settings.chooseOne");
  const zone = findTimeZone(one(values.zone));
  if (zone.kind === "unknown") mistakes.zone = zoneMistake(zone.near, say);
  const months = one(values.customerData).trim();
  const customerDataMonths = months === "" ? null : wholeNumber(months, 1, 99);
  if (customerDataMonths === undefined) mistakes.customerData = say("admin.defaults.customerDataWrong");
  const isRead = (language === "fi" || language === "en") && weekday !== undefined && hour !== undefined;
  return isRead && customerDataMonths !== undefined && zone.kind === "zone"
    ? { ok: true, value: { language, timeZone: zone.zone, weekly: { weekday, hour }, customerDataMonths } }
    : { ok: false, mistakes };
}

/** Writes them. Whoever has not chosen when the weekly message comes has it at the new time from the next unsent week on. */
export async function saveDefaults(
  { ports, incoming, event }: Turn,
  { customerDataMonths, ...defaults }: Defaults,
): Promise<void> {
  const { store, directories } = ports;
  const directory = await directories.fresh(incoming.company);
  const before = weeklyTimeOf({ roles: [] }, directory.company);
  const isMoved = before.weekday !== defaults.weekly.weekday || before.hour !== defaults.weekly.hour;
  const moved = isMoved ? presentPeople(directory).filter(({ weekly, slots }) => weekly === undefined && slots) : [];
  await Promise.all(
    moved.map((person) => keepWeek(store, directory, person, { person, company: defaults }, event.now)),
  );
  await store.change(companies, incoming.company, {
    set: { ...defaults, ...(customerDataMonths === null ? {} : { customerDataMonths }) },
    unset: customerDataMonths === null ? ["customerDataMonths"] : [],
  });
  directories.forget(incoming.company);
  await Promise.all(moved.map((person) => store.change(people, person._id, { set: slotsAnew(person, event.now) })));
}
