import { LIMITS } from "../../../message/limits.ts";
import type { Block } from "../../../message/message.ts";
import { type Language, words } from "../../../text/text.ts";
import { shorten } from "../../draw/shorten.ts";
import { aWeek } from "../saving/a-week.ts";

type Picture = Extract<Block, { kind: "picture" }>;

export interface Bar {
  readonly label: string;
  readonly value: number;
  /** What stands behind the bar as a tick. */
  readonly beside?: number;
  readonly marked?: boolean;
}

const MOST = 5;

/** Values from 1 to 5 as bars, what is to be compared as ticks, what needs a look in the accent colour; the same in words. */
export function bars(
  title: string,
  rows: readonly Bar[],
  names: { readonly value: string; readonly beside?: string; readonly marked: string },
  language: Language,
): Picture {
  const say = words(language);
  const told = rows.map(({ label, value, beside }) => {
    const own = `${label}: ${names.value} ${aWeek(value, language)}`;
    return beside === undefined || names.beside === undefined
      ? own
      : `${own}, ${names.beside} ${aWeek(beside, language)}`;
  });
  const legend = [{ label: names.value, mark: "bar" as const }];
  return {
    kind: "picture",
    chart: {
      kind: "levels",
      title,
      max: MOST,
      rows: rows.map(({ label, value, beside, marked }) => ({
        label,
        value,
        shown: aWeek(value, language),
        ...(beside === undefined ? {} : { previous: beside }),
        ...(marked ? { lifted: true } : {}),
      })),
      legend: [
        ...legend,
        ...(rows.some(({ marked }) => marked) ? [{ label: names.marked, mark: "lifted" as const }] : []),
        ...(names.beside === undefined ? [] : [{ label: names.beside, mark: "previous" as const }]),
      ],
    },
    alt: shorten(say("flows.barsAlt", { title, max: MOST, rows: told.join("; ") }), LIMITS.alt),
  };
}
