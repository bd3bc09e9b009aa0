import { findTimeZone } from "../../calendar/find-time-zone.ts";
import { addDays, isoDateIn } from "../../calendar/iso-date.ts";
import { readDate } from "../../flow/reading/read-plain.ts";
import type { FormValues } from "../../message/form.ts";
import { awaySoon } from "../../people/away-on.ts";
import type { Directory } from "../../people/directory.ts";
import type { Person } from "../../people/records.ts";
import { weeklyTimeOf } from "../../people/weekly-time.ts";
import type { Say } from "../../text/text.ts";
import { one } from "../form-values.ts";
import { LONGEST_AWAY_DAYS, zoneMistake } from "./grant-wish.ts";
import type { OwnChange } from "./own-change.ts";
import { paceChange } from "./pace-change.ts";
import { colleaguesOf, NOBODY } from "./settings-form.ts";
import { wholeNumber } from "./time-fields.ts";

type Read =
  | { readonly ok: true; readonly change: OwnChange }
  | { readonly ok: false; readonly mistakes: { readonly [field: string]: string } };

interface Known {
  readonly person: Person;
  readonly directory: Directory;
  readonly now: number;
  readonly say: Say;
}

/** Reads the form that settingsForm drew. Only what differs is changed. */
export function readSettingsForm(values: FormValues, known: Known): Read {
  const { person, say } = known;
  const mistakes: { [field: string]: string } = {};
  const language = one(values.language);
  if (language !== "fi" && language !== "en") mistakes.language = say("settings.chooseOne");
  const [weekday, hour] = [wholeNumber(one(values.weekday), 1, 7), wholeNumber(one(values.hour), 0, 23)];
  if (weekday === undefined) mistakes.weekday = say("settings.chooseOne");
  if (hour === undefined) mistakes.hour = say("settings.chooseOne");
  const zone = findTimeZone(one(values.zone));
  if (zone.kind === "unknown") mistakes.zone = zoneMistake(zone.near, say);
  const away = readAway(values, known, mistakes);
  if (Object.keys(mistakes).length > 0 || zone.kind === "unknown") return { ok: false, mistakes };
  const weekly = { weekday: weekday ?? 1, hour: hour ?? 9 };
  const reminding = readReminding(person, one(values.quiet));
  const stood = weeklyTimeOf(person, known.directory.company);
  const moved = stood.weekday !== weekly.weekday || stood.hour !== weekly.hour;
  return {
    ok: true,
    change: {
      set: {
        ...(language === person.language ? {} : { language }),
        ...(zone.zone === person.timeZone ? {} : { timeZone: zone.zone }),
        ...(moved ? { weekly } : {}),
        ...reminding.set,
        ...(away ? { away } : {}),
      },
      unset: [...(reminding.unset ?? []), ...(away ? [] : (["away"] as const))],
    },
  };
}

/** Who wants quiet keeps how often the weekly message came before. */
function readReminding(person: Person, picked: string): OwnChange {
  if (picked === "yes") return { set: { quiet: true } };
  return paceChange(person, picked === "every-second" || picked === "stopped" ? picked : "weekly");
}

/** Undefined when the person is here, and where there is a mistake. */
function readAway(
  values: FormValues,
  { person, directory, now, say }: Known,
  mistakes: { [field: string]: string },
): Person["away"] {
  const picked = one(values.substitute);
  const substitute = picked === "" || picked === NOBODY ? null : picked;
  if (substitute !== null && !colleaguesOf(directory, person._id).some(({ _id }) => _id === substitute))
    mistakes.substitute = say("settings.chooseOne");
  const said = one(values.until).trim();
  if (said === "") {
    if (substitute !== null) mistakes.until = say("settings.untilMissing");
    return undefined;
  }
  const today = isoDateIn(now, person.timeZone);
  const { language } = person;
  const standing = awaySoon(person, today)?.from;
  const begun = standing !== undefined && standing < today ? standing : today;
  const first = one(values.from).trim();
  const latest = addDays(today, LONGEST_AWAY_DAYS);
  const from =
    first === ""
      ? ({ ok: true, value: begun } as const)
      : readDate(first, { today, language, earliest: begun, latest });
  if (!from.ok) mistakes.from = from.reason;
  const earliest = from.ok && from.value > today ? from.value : today;
  const until = readDate(said, { today, language, earliest, latest: addDays(earliest, LONGEST_AWAY_DAYS) });
  if (!until.ok) mistakes.until = until.reason;
  return from.ok && until.ok ? { from: from.value, until: until.value, substitute } : undefined;
}
