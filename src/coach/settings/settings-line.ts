import { isoDateIn } from "../../calendar/iso-date.ts";
import { awayOn, awaySoon } from "../../people/away-on.ts";
import type { Directory } from "../../people/directory.ts";
import type { Person } from "../../people/records.ts";
import { weeklyTimeOf } from "../../people/weekly-time.ts";
import { type Say, words } from "../../text/text.ts";
import { personName } from "../draw/naming.ts";
import { withoutStop } from "../draw/shorten.ts";
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
  const today = isoDateIn(now, timeZone);
  const away = awaySoon(person, today);
  const on = (isoDate: string) => day(isoDate, { language, timeZone }, now);
  const when = away && {
    from: away.from === undefined || awayOn(person, today) ? undefined : on(away.from),
    until: on(away.until),
  };
  const name = away?.substitute ? personName(directory, away.substitute, language) : undefined;
  return {
    language: say("settings.speaks"),
    weekly: weeklyLine(
      person,
      { weekday: say("settings.weekdays").split(" ")[weekday - 1] ?? "", hour, timeZone },
      say,
    ),
    away: when && awayLine(when, name, say),
  };
}

/** From which day on is told as long as it is still to come. */
function awayLine(
  { from, until }: { readonly from: string | undefined; readonly until: string },
  name: string | undefined,
  say: Say,
): string {
  if (from === undefined)
    return name === undefined ? say("settings.away", { until }) : say("settings.awayWith", { until, name });
  return name === undefined
    ? say("settings.awayFrom", { from, until: withoutStop(until) })
    : say("settings.awayFromWith", { from, until, name });
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
