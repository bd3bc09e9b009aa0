import { isTimeZone } from "../../../calendar/time-zone.ts";

export interface Locale {
  readonly language: "fi" | "en";
  readonly timeZone: string;
}

/** Language and zone as an activity tells them. A language that Luotsi does not speak becomes English; what is not told becomes the fallback's. */
export function localeOf(
  heard: { readonly locale: string | undefined; readonly timeZone: string | undefined },
  fallback: Locale,
): Locale {
  const { locale, timeZone } = heard;
  const language = locale === undefined ? fallback.language : /^fi\b/i.test(locale) ? "fi" : "en";
  return { language, timeZone: timeZone !== undefined && isTimeZone(timeZone) ? timeZone : fallback.timeZone };
}
