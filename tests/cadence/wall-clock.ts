/** Five zones: with other clock changes, none, half hours, and the other half of the world. */
export const ZONES = [
  "Europe/Helsinki",
  "Europe/London",
  "America/New_York",
  "Asia/Kolkata",
  "Pacific/Auckland",
] as const;

const formats = new Map<string, Intl.DateTimeFormat>();

/** What a zone's clock on the wall shows, told by the engine's own calendar: date, hour, minutes and seconds. */
export function wallClock(at: number, timeZone: string) {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium", hourCycle: "h23" });
  formats.set(timeZone, format);
  const [date = "", time = ""] = format.format(at).split(" ");
  return { date, hour: Number(time.slice(0, 2)), rest: time.slice(2) };
}

/** ISO 8601: the week of the year's first Thursday is week 1. Told without the product's own calendar. */
export function isoWeekOf(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  const thursday = new Date(day.getTime() + (4 - (day.getUTCDay() || 7)) * 86_400_000);
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / 86_400_000 / 7) + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
}

/** Every ISO week from 2026 to 2030. */
export function allWeeks(): readonly string[] {
  const weeks = new Set<string>();
  for (let at = Date.UTC(2026, 0, 1); at <= Date.UTC(2030, 11, 28); at += 86_400_000)
    weeks.add(isoWeekOf(new Date(at).toISOString().slice(0, 10)));
  return [...weeks];
}
