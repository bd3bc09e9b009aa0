import { weekdayNumber } from "../../flow/reading/plain/day-names.ts";
import { fold } from "../../flow/reading/plain/normalise.ts";
import { readTime } from "../../flow/reading/read-plain.ts";
import type { Language, Say } from "../../text/text.ts";

type Read =
  | { readonly ok: true; readonly value: { readonly weekday?: number; readonly hour?: number } }
  | { readonly ok: false; readonly reason: string };

const FILLERS = new Set(["joka", "aina", "every", "on", "at", "klo", "klo.", "kello", "and", "ja"]);

/** A weekday, a full hour, or both: "tiistaisin klo 8", "on Tuesdays at 8 am", "perjantai", "klo 7". */
export function readWeekly(said: string, { say, language }: { readonly say: Say; readonly language: Language }): Read {
  const tokens = said.split(" ").filter((token) => !FILLERS.has(token));
  const [first = ""] = tokens;
  const weekday = weekdayIn(first);
  const rest = (weekday === undefined ? tokens : tokens.slice(1)).join(" ");
  if (rest === "")
    return weekday === undefined ? { ok: false, reason: say("settings.weeklyHow") } : { ok: true, value: { weekday } };
  if (!/^\d/u.test(rest)) return { ok: false, reason: say("settings.weeklyHow") };
  const time = readTime(rest, { language });
  if (!time.ok) return time;
  if (!time.value.endsWith(":00")) return { ok: false, reason: say("settings.fullHours") };
  const hour = Number(time.value.slice(0, 2));
  return { ok: true, value: weekday === undefined ? { hour } : { weekday, hour } };
}

/** "tiistaisin" and "Tuesdays" are the weekday with an ending that says every week. */
export function weekdayIn(token: string): number | undefined {
  const name = fold(token);
  return weekdayNumber(name) ?? weekdayNumber(name.replace(/sin$/u, "")) ?? weekdayNumber(name.replace(/s$/u, ""));
}
