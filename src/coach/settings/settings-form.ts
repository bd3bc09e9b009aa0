import { isoDateIn } from "../../calendar/iso-date.ts";
import type { Form } from "../../message/form.ts";
import { LIMITS } from "../../message/limits.ts";
import { awaySoon } from "../../people/away-on.ts";
import { type Directory, membersOf, teamsOf } from "../../people/directory.ts";
import type { Person } from "../../people/records.ts";
import { weeklyTimeOf } from "../../people/weekly-time.ts";
import { words } from "../../text/text.ts";
import { actionText } from "../action.ts";
import { shorten } from "../draw/shorten.ts";
import { timeFields } from "./time-fields.ts";

/** The pick that says nobody: a list on some platforms cannot be emptied. */
export const NOBODY = "nobody";
/** A list of people longer than this is no list; a substitute can be typed too ("sijainen Jari"). */
const MOST_PEOPLE = 99;

/** One's own settings (fields language, weekday, hour, zone, quiet, from, until, substitute), as they stand. */
export function settingsForm(person: Person, directory: Directory, now: number): Form {
  const say = words(person.language);
  const away = awaySoon(person, isoDateIn(now, person.timeZone));
  const others = colleaguesOf(directory, person._id);
  return {
    title: say("settings.title"),
    fields: [
      {
        kind: "pick",
        id: "language",
        label: say("settings.form.language"),
        options: [
          { value: "fi", label: "Suomi" },
          { value: "en", label: "English" },
        ],
        value: person.language,
      },
      ...timeFields(weeklyTimeOf(person, directory.company), say),
      {
        kind: "text",
        id: "zone",
        label: say("settings.form.zone"),
        hint: say("settings.form.zoneHint"),
        maxLength: 60,
        value: person.timeZone,
      },
      {
        kind: "pick",
        id: "quiet",
        label: say("settings.form.quiet"),
        options: [
          { value: "no", label: say("settings.form.reminds") },
          { value: "every-second", label: say("settings.form.everySecond") },
          { value: "stopped", label: say("settings.form.stopped") },
          { value: "yes", label: say("settings.form.isQuiet") },
        ],
        value: person.quiet ? "yes" : (person.weeklyPace ?? "no"),
      },
      {
        kind: "date",
        id: "from",
        label: say("settings.form.from"),
        hint: say("settings.form.fromHint"),
        optional: true,
        ...(away?.from === undefined ? {} : { value: away.from }),
      },
      {
        kind: "date",
        id: "until",
        label: say("settings.form.until"),
        hint: say("settings.form.untilHint"),
        optional: true,
        ...(away ? { value: away.until } : {}),
      },
      {
        kind: "pick",
        id: "substitute",
        label: say("settings.form.substitute"),
        optional: true,
        options: [
          { value: NOBODY, label: say("settings.form.nobody") },
          ...others
            .slice(0, MOST_PEOPLE)
            .map(({ _id, name }) => ({ value: _id, label: shorten(name, LIMITS.optionLabel) })),
        ],
        value: away?.substitute ?? NOBODY,
      },
    ],
    submit: say("settings.form.submit"),
    action: actionText({ kind: "save-settings" }),
  };
}

/** The people of one's own teams, by name. */
export function colleaguesOf(directory: Directory, person: string): readonly Person[] {
  const all = teamsOf(directory, person).flatMap(({ _id }) => membersOf(directory, _id));
  const byId = new Map(
    all.filter(({ _id, leftAt }) => _id !== person && leftAt === undefined).map((one) => [one._id, one]),
  );
  return [...byId.values()].sort((a, b) => a.name.localeCompare(b.name));
}
