import type { Field } from "../../message/form.ts";
import type { Say } from "../../text/text.ts";

/** The fields of when a weekly message comes: weekday 1–7 and hour 0–23. */
export function timeFields(
  { weekday, hour }: { readonly weekday: number; readonly hour: number },
  say: Say,
): readonly Field[] {
  return [
    {
      kind: "pick",
      id: "weekday",
      label: say("settings.form.weekday"),
      options: say("settings.weekdayNames")
        .split(" ")
        .map((label, index) => ({ value: String(index + 1), label })),
      value: String(weekday),
    },
    {
      kind: "pick",
      id: "hour",
      label: say("settings.form.hour"),
      options: Array.from({ length: 24 }, (_, one) => ({
        value: String(one),
        label: say("settings.form.oclock", { hour: one }),
      })),
      value: String(hour),
    },
  ];
}

/** A whole number of a pick; undefined for any other text. */
export function wholeNumber(text: string, least: number, most: number): number | undefined {
  const number = /^\d{1,2}$/u.test(text) ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : undefined;
}
