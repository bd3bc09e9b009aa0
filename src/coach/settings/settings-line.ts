import { isoDateIn } from "../../calendar/iso-date.ts";
import { awayOn } from "../../people/away-on.ts";
import type { Directory } from "../../people/directory.ts";
import type { Person } from "../../people/records.ts";
import { weeklyTimeOf } from "../../people/weekly-time.ts";
import { type Say, words } from "../../text/text.ts";
import { personName } from "../draw/naming.ts";
import { day } from "../draw/when.ts";

/** What stands, sentence by sentence, in the person's language. */
export interface Standing {
  readonly language: string;
  readonly weekly: string;
  readonly away: string | undefined;
}

export function standingOf(
  person: Person,
  directory: Directory,
  { now, language = person.language }: { readonly now: number; readonly language?: Person["language"] },
): Standing {
  const say = words(language);
  const { timeZone } = person;
  const { weekday, hour } = weeklyTimeOf(person, directory.company);
  const away = awayOn(person, isoDateIn(now, timeZone));
  const until = away && day(away.until, { language, timeZone }, now);
  return {
    language: say("settings.speaks"),
    weekly: weeklyLine(
      person,
      { weekday: say("settings.weekdays").split(" ")[weekday - 1] ?? "", hour, timeZone },
      say,
    ),
    away:
      until === undefined
        ? undefined
        : away?.substitute
          ? say("settings.awayWith", { until, name: personName(directory, away.substitute, language) })
          : say("settings.away", { until }),
  };
}

function weeklyLine(
  { quiet, weeklyPace }: Person,
  when: { readonly weekday: string; readonly hour: number; readonly timeZone: string },
  say: Say,
): string {
  if (quiet) return say("settings.isQuiet");
  if (weeklyPace === "stopped") return say("week.isStopped");
  return say(weeklyPace === "every-second" ? "settings.everySecond" : "settings.weekly", when);
}

/** All of it as one line. */
export function settingsLine({ language, weekly, away }: Standing): string {
  return [language, weekly, away].filter((sentence) => sentence !== undefined).join(" ");
}
