import type { Say } from "../../../text/text.ts";
import { withoutStop } from "../../draw/shorten.ts";
import { moment } from "../../draw/when.ts";
import { standingOf } from "../../settings/settings-line.ts";
import type { WeekReader } from "../week-section.ts";

/** "Seuraava tulee ma 30.11. klo 9.", or why none comes. */
export function whenNext(
  { reader, next }: { readonly reader: WeekReader; readonly next: number | undefined },
  say: Say,
  how: "next" | "nextMay",
): string {
  const { person, directory, now } = reader;
  const { language, timeZone } = person;
  if (next === undefined) return standingOf(person, directory, { now, language }).weekly;
  return say(`week.preview.${how}`, { when: withoutStop(moment(next, { language, timeZone }, now)) });
}
