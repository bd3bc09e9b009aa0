import { findTimeZone } from "../../calendar/find-time-zone.ts";
import { addDays, isoDateIn } from "../../calendar/iso-date.ts";
import { showDate } from "../../calendar/show-date.ts";
import { isJustOver, JUST_OVER_DAYS, readDayText } from "../../flow/reading/plain/day-text.ts";
import { readDate } from "../../flow/reading/read-plain.ts";
import { awaySoon } from "../../people/away-on.ts";
import type { Person } from "../../people/records.ts";
import { weeklyTimeOf } from "../../people/weekly-time.ts";
import type { Say } from "../../text/text.ts";
import { shorten } from "../draw/shorten.ts";
import { readDue } from "../plan/read-due.ts";
import type { Turn } from "../turn.ts";
import { findColleague } from "./find-colleague.ts";
import type { OwnChange } from "./own-change.ts";
import { paceChange } from "./pace-change.ts";
import { readWeekly } from "./read-weekly.ts";
import type { Wish } from "./read-wish.ts";
import { colleaguesOf } from "./settings-form.ts";
import type { Standing } from "./settings-line.ts";

/** What a wish changes and which sentence then says what stands, or the sentence that says why not and what to do. */
export type Granted =
  | { readonly change: OwnChange; readonly told: (now: Standing, say: Say, person: Person) => string }
  | { readonly refused: string };

type Changing = Exclude<Wish, { kind: "show" | "preview" | "manager-sees" }>;
type Known = Pick<Turn, "directory" | "say" | "event">;

/** Nobody is away for longer without saying so again. */
export const LONGEST_AWAY_DAYS = 400;

/** Longer than a summer's holidays (ours). */
const USUAL_AWAY_DAYS = 70;
/** The last day alone, read as next year's so far ahead, was over just now this year. */
const NEXT_YEARS_DAYS = 365 - JUST_OVER_DAYS;

const LANGUAGES: readonly { readonly language: Person["language"]; readonly begins: RegExp }[] = [
  { language: "fi", begins: /^(?:fi$|suome?|suomi|finnish)/u },
  { language: "en", begins: /^(?:en$|englan|english)/u },
];

export function grantWish(wish: Changing, person: Person, known: Known): Granted {
  const { say } = known;
  switch (wish.kind) {
    case "language": {
      const language = LANGUAGES.find(({ begins }) => begins.test(wish.said))?.language;
      return language
        ? { change: { set: { language } }, told: (now) => now.language }
        : { refused: say("settings.languagesAre") };
    }
    case "zone":
      return wish.said === ""
        ? { refused: say("settings.zoneHow", { timeZone: person.timeZone }) }
        : zone(wish.said, say);
    case "quiet":
      return { change: { set: { quiet: true } }, told: (now) => now.weekly };
    case "pace":
      return { change: paceChange(person, wish.pace), told: weeklyAndAway };
    case "weekly": {
      const read = readWeekly(wish.said, { say, language: person.language });
      if (!read.ok) return { refused: read.reason };
      // Who says when wants to be reminded.
      const again = paceChange(person, "as-before");
      const weekly = { ...weeklyTimeOf(person, known.directory.company), ...read.value };
      return { change: { ...again, set: { ...again.set, weekly } }, told: weeklyAndAway };
    }
    case "away":
      return away(wish, person, known);
    case "away-week":
      return away(inDays(wish, person, known), person, known);
    case "substitute":
      return substitute(wish.name, person, known);
    case "here-again":
      return hereAgain(person, known);
    default:
      return wish satisfies never;
  }
}

/** Who is away hears nothing, whatever they want of it: that is told too. */
function weeklyAndAway({ weekly, away }: Standing): string {
  return away === undefined ? weekly : `${weekly} ${away}`;
}

export function hereAgain(person: Person, { event }: Pick<Known, "event">): Granted {
  const standing = awaySoon(person, isoDateIn(event.now, person.timeZone));
  return {
    change: { unset: ["away"] },
    told: (_now, say) => say(standing ? "settings.hereAgain" : "settings.notAway"),
  };
}

function zone(said: string, say: Say): Granted {
  const found = findTimeZone(said);
  if (found.kind === "zone")
    return {
      change: { set: { timeZone: found.zone } },
      told: (_now, own) => own("settings.zoneNow", { timeZone: found.zone }),
    };
  return { refused: zoneRefusal(found.near, say) };
}

function zoneRefusal(near: string | undefined, say: Say): string {
  return near === undefined ? say("settings.zoneUnknown") : say("settings.zoneNear", { near: shorten(near, 40) });
}

/** The same at a form's field, in which nothing but the city belongs. */
export function zoneMistake(near: string | undefined, say: Say): string {
  return near === undefined ? say("settings.zoneField") : say("settings.zoneFieldNear", { near: shorten(near, 40) });
}

/** The working days of a week, from today where it is under way; no days where there is no such week. */
function inDays(
  { week, substitute }: Extract<Wish, { kind: "away-week" }>,
  { language, timeZone }: Person,
  { event }: Known,
): Extract<Wish, { kind: "away" }> {
  const today = isoDateIn(event.now, timeZone);
  const read = readDue(week, { today, language });
  const days = read.kind === "unclear" ? read.days : [];
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return { kind: "away", until: "", substitute };
  return { kind: "away", from: first < today ? today : first, until: last, substitute };
}

function away(wish: Extract<Wish, { kind: "away" }>, person: Person, { directory, say, event }: Known): Granted {
  const { language, timeZone } = person;
  const today = isoDateIn(event.now, timeZone);
  const found = wish.substitute === undefined ? undefined : findColleague(directory, person._id, wish.substitute, say);
  if (wish.until === "")
    return { refused: found?.ok === false ? found.reason : awayHow(person, { directory, say }, today, found?.person) };
  const latest = addDays(today, LONGEST_AWAY_DAYS);
  const standing = awaySoon(person, today);
  const begins = wish.from === undefined ? undefined : readStart(wish.from, wish.until, { today, language, latest });
  if (begins && !begins.ok) return { refused: begins.reason };
  const from = begins?.value ?? (standing?.from && standing.from <= today ? standing.from : today);
  const earliest = from < today ? today : from;
  const until = readDate(wish.until, {
    today: earliest,
    language,
    earliest,
    latest: addDays(earliest, LONGEST_AWAY_DAYS),
  });
  const over = begins && justBefore(wish.until, earliest, language);
  if (over !== undefined) {
    const [first, last] = [showDate(over, language), showDate(earliest, language)];
    return { refused: say("settings.awayTurned", { first, last }) };
  }
  if (!until.ok) return { refused: until.reason };
  // A day that is over, or ends the wrong way round, are read as those of next year: who is away so long says which year it ends.
  const usual = begins === undefined ? NEXT_YEARS_DAYS : USUAL_AWAY_DAYS;
  const isLong = addDays(earliest, usual) < until.value && !/\d{4}/u.test(wish.until);
  if (isLong) return { refused: say("settings.awayLong", { date: showDate(until.value, language) }) };
  if (found && !found.ok) return { refused: found.reason };
  return isAway({ from, until: until.value, substitute: found?.person ?? standing?.substitute ?? null });
}

/** The last day (ISO), where it is said without its year and was over just before the first one: they were said the wrong way round. */
function justBefore(until: string, from: string, language: Person["language"]): string | undefined {
  const read = readDayText(until, from, language);
  const isOver = read.kind === "yearless" && read.next !== from && isJustOver(read.previous, from);
  return isOver ? read.previous : undefined;
}

/** "5.–25.7.": the month of the first day is that of the last. */
function readStart(
  said: string,
  until: string,
  known: { readonly today: string; readonly language: Person["language"]; readonly latest: string },
) {
  const month = /^\d{1,2}\.?$/u.test(said) ? /^\d{1,2}\.? ?(.+)$/u.exec(until)?.[1] : undefined;
  const whole = month === undefined ? said : `${said.replace(/\.$/u, "")}.${/^\p{L}/u.test(month) ? " " : ""}${month}`;
  return readDate(whole, { ...known, earliest: known.today });
}

function substitute(name: string, person: Person, { directory, say, event }: Known): Granted {
  const today = isoDateIn(event.now, person.timeZone);
  const found = findColleague(directory, person._id, name, say);
  if (!found.ok) return { refused: found.reason };
  const standing = awaySoon(person, today);
  return standing
    ? isAway({ ...standing, substitute: found.person })
    : { refused: awayHow(person, { directory, say }, today, found.person) };
}

/** How to say until when, with a colleague as the substitute where there are any. */
function awayHow(
  { _id, language }: Person,
  { directory, say }: Pick<Known, "directory" | "say">,
  today: string,
  substitute = colleaguesOf(directory, _id)[0]?._id,
): string {
  const date = showDate(addDays(today, 14), language);
  const [name = ""] = (directory.people.get(substitute ?? "")?.name ?? "").split(/\s+/u);
  return name === ""
    ? say("settings.awayHowAlone", { date })
    : say("settings.awayHow", { date, name: shorten(name, 40) });
}

function isAway(standing: NonNullable<Person["away"]>): Granted {
  return { change: { set: { away: standing } }, told: (now) => now.away ?? "" };
}
