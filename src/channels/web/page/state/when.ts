import type { Language, Say } from "../../../../text/text.ts";

/** Times as one person reads them: in their language and their own time zone. */
export interface Clock {
  /** "9.05", "09:05" */
  time(at: number): string;
  /** "2026-12-02": the same for all times of one day. */
  day(at: number): string;
  /** "Tänään", "Eilen", "keskiviikko 2.12.2026" */
  dayName(at: number, now: number): string;
  /** "2.12.2026 klo 9.05", for the title of a time. */
  full(at: number): string;
}

const DAY = 24 * 60 * 60_000;
const LOCALES = { fi: "fi-FI", en: "en-GB" } as const;

export function clockOf(language: Language, timeZone: string, say: Say): Clock {
  const locale = LOCALES[language];
  const time = new Intl.DateTimeFormat(locale, { timeZone, hour: "numeric", minute: "2-digit" });
  const day = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" });
  const weekday = new Intl.DateTimeFormat(locale, { timeZone, weekday: "long" });
  const month = language === "fi" ? "numeric" : "long";
  const date = new Intl.DateTimeFormat(locale, { timeZone, day: "numeric", month, year: "numeric" });
  const full = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: "long", timeStyle: "short" });
  return {
    time: (at) => time.format(at),
    day: (at) => day.format(at),
    dayName: (at, now) => {
      if (day.format(at) === day.format(now)) return say("web.page.messages.today");
      if (day.format(at) === day.format(now - DAY)) return say("web.page.messages.yesterday");
      return `${weekday.format(at)} ${date.format(at)}`;
    },
    full: (at) => full.format(at),
  };
}

/** "Europe/Helsinki" → "Helsinki" */
export function cityOf(timeZone: string): string {
  return (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");
}
