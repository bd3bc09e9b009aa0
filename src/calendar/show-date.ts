import { LRUCache } from "lru-cache";
import { DateTime } from "luxon";

type Language = "fi" | "en";
const FINNISH_DAYS = ["ma", "ti", "ke", "to", "pe", "la", "su"];

/** "24.12.2026" · "24 Dec 2026". */
export function showDate(isoDate: string, language: Language): string {
  return DateTime.fromISO(isoDate, { zone: "utc", locale: "en-GB" }).toFormat(
    language === "fi" ? "d.M.yyyy" : "d LLL yyyy",
  );
}

/** "pe 11.12." · "Fri 11 Dec"; with the year when it is not this one. */
export function showDay(isoDate: string, language: Language, { today }: { readonly today: string }): string {
  const day = DateTime.fromISO(isoDate, { zone: "utc", locale: "en-GB" });
  const year = isoDate.slice(0, 4) !== today.slice(0, 4);
  if (language === "fi") return `${FINNISH_DAYS[day.weekday - 1]} ${day.toFormat(year ? "d.M.yyyy" : "d.M.")}`;
  return day.toFormat(year ? "ccc d LLL yyyy" : "ccc d LLL");
}

/** Many people read of the same moments. */
const shown = new LRUCache<string, string>({ max: 2_000 });
/** No zone's day begins within one. */
const QUARTER_HOUR_MS = 15 * 60 * 1000;

/** "ke 2.12. klo 14" · "Wed 2 Dec at 14:00", by the clocks of a zone. Finnish full hours stand without minutes. */
export function showMoment(
  ms: number,
  timeZone: string,
  language: Language,
  { now }: { readonly now: number },
): string {
  const key = `${ms} ${timeZone} ${language} ${Math.floor(now / QUARTER_HOUR_MS)}`;
  const text = shown.get(key) ?? worded(ms, timeZone, language, now);
  shown.set(key, text);
  return text;
}

function worded(ms: number, timeZone: string, language: Language, now: number): string {
  const at = DateTime.fromMillis(ms, { zone: timeZone });
  const today = DateTime.fromMillis(now, { zone: timeZone }).toISODate() ?? "";
  const day = showDay(at.toISODate() ?? "", language, { today });
  return `${day} ${showTime(at.toFormat("HH:mm"), language)}`;
}

/** "klo 9" · "at 9:00": a time of the day ("09:00") as it stands behind others. */
export function showTime(time: string, language: Language): string {
  const [hour, minute = "00"] = time.split(":");
  if (language === "en") return `at ${Number(hour)}:${minute}`;
  return `klo ${Number(hour)}${minute === "00" ? "" : `.${minute}`}`;
}
