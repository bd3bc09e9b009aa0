import type { ClosedWeeks } from "./closed-weeks.ts";

const RANGE = /^(\d{1,2})(?:\s*[-–—]\s*(\d{1,2}))?$/u;
const MOST = 10;

/** "28–31, 52" */
export function weeksText(weeks: ClosedWeeks): string {
  return weeks.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`)).join(", ");
}

/** The weeks that such a text names; undefined for anything else. */
export function readWeeks(text: string): ClosedWeeks | undefined {
  const parts = text
    .split(/[,;]|\s+ja\s+|\s+and\s+/u)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const weeks = parts.flatMap((part) => {
    const [, first, last = first] = RANGE.exec(part) ?? [];
    const [from, to] = [Number(first), Number(last)];
    return isWeek(from) && isWeek(to) ? [{ from, to }] : [];
  });
  return weeks.length === parts.length && weeks.length <= MOST ? weeks : undefined;
}

function isWeek(number: number): boolean {
  return number >= 1 && number <= 53;
}
