import type { Language } from "../../text/text.ts";

const LOCALES = { fi: "fi-FI", en: "en-GB" } as const satisfies { [language in Language]: string };
const numbers = each((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }));
const wholeEuros = each((locale) => new Intl.NumberFormat(locale, euros(0)));
const eurosAndCents = each((locale) => new Intl.NumberFormat(locale, euros(2)));
const percents = each(
  (locale) => new Intl.NumberFormat(locale, { style: "unit", unit: "percent", maximumFractionDigits: 6 }),
);
const englishDay = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

function each<T>(make: (locale: string) => T): { readonly [language in Language]: T } {
  return { fi: make(LOCALES.fi), en: make(LOCALES.en) };
}

function euros(digits: number): Intl.NumberFormatOptions {
  return { style: "currency", currency: "EUR", minimumFractionDigits: digits, maximumFractionDigits: digits };
}

/** "12 500,5" or "12,500.5"; at most six decimals. Finnish groups stand apart by a no-break space. */
export function formatNumber(number: number, language: Language): string {
  return numbers[language].format(number);
}

/** "12 500,50 €" or "€12,500.50"; whole euros without cents. */
export function formatMoney(cents: number, language: Language): string {
  return (cents % 100 === 0 ? wholeEuros : eurosAndCents)[language].format(cents / 100);
}

/** "12 %" or "12%". */
export function formatPercent(percent: number, language: Language): string {
  return percents[language].format(percent);
}

/** An ISO date as "24.12.2026" or "24 December 2026". */
export function formatDate(date: string, language: Language): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return language === "fi"
    ? `${Number(day)}.${Number(month)}.${year}`
    : englishDay.format(new Date(`${date}T00:00:00Z`));
}

/** "Q3/2027" or "Q3 2027". */
export function formatQuarter(
  quarter: { readonly year: number; readonly quarter: number },
  language: Language,
): string {
  return `Q${quarter.quarter}${language === "fi" ? "/" : " "}${quarter.year}`;
}

const WEEKDAYS = {
  fi: ["su", "ma", "ti", "ke", "to", "pe", "la"],
  en: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
} as const satisfies { [language in Language]: readonly string[] };

/** An ISO date with its weekday: "to 24.12.2026" or "Thu 24 December 2026". */
export function formatDay(date: string, language: Language): string {
  const weekday = WEEKDAYS[language][new Date(`${date}T00:00:00Z`).getUTCDay()] ?? "";
  return `${weekday} ${formatDate(date, language)}`;
}
