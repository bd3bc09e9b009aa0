import { proposedChristmas } from "../../../calendar/closed-days.ts";
import { closedIn, wholeWeeks } from "../../../calendar/closures.ts";
import { showDate } from "../../../calendar/show-date.ts";
import { weekOf } from "../../../calendar/week.ts";
import type { Form } from "../../../message/form.ts";
import type { Directory } from "../../../people/directory.ts";
import type { Team } from "../../../people/records.ts";
import { type Language, words } from "../../../text/text.ts";
import { actionText } from "../../action.ts";

/** The longest that is typed: a year's weeks and a few days. */
export const LONGEST_WEEKS = 80;

/** Fields year, weeks, christmas, as they stand for this year; from October on for the next. */
export function closedWeeksForm(
  { directory, team }: { readonly directory: Directory; readonly team: Team | undefined },
  { language, today, message }: { readonly language: Language; readonly today: string; readonly message?: string },
): Form {
  const say = words(language);
  const thisYear = Number(weekOf(today).slice(0, 4));
  const year = today.slice(5, 7) >= "10" ? thisYear + 1 : thisYear;
  const ranges = closedIn(year, team?.closedWeeks, directory.company.closedWeeks);
  const christmas = proposedChristmas(year);
  const isChristmas = ({ from, to }: (typeof ranges)[number]) => from === christmas.from && to === christmas.to;
  const typed = ranges
    .filter((range) => !isChristmas(range))
    .map((range) => {
      const weeks = wholeWeeks(range);
      const [first, last] = [showDate(range.from, language), showDate(range.to, language)];
      if (!weeks) return first === last ? first : `${first} – ${last}`;
      return weeks[0] === weeks[1] ? String(weeks[0]) : `${weeks[0]}–${weeks[1]}`;
    })
    .join(", ");
  return {
    title: say(team ? "admin.closed.form.teamTitle" : "admin.closed.form.title"),
    intro: say("admin.closed.form.intro"),
    fields: [
      {
        kind: "pick",
        id: "year",
        label: say("admin.closed.form.year"),
        options: [thisYear, thisYear + 1].map((one) => ({ value: String(one), label: String(one) })),
        value: String(year),
      },
      {
        kind: "text",
        id: "weeks",
        label: say("admin.closed.form.weeks"),
        hint: say("admin.closed.form.weeksHint"),
        optional: true,
        maxLength: LONGEST_WEEKS,
        ...(typed === "" ? {} : { value: typed }),
      },
      {
        kind: "pick",
        id: "christmas",
        label: say("admin.closed.form.christmas"),
        options: [
          { value: "no", label: say("admin.closed.form.open") },
          { value: "yes", label: say("admin.closed.form.shut") },
        ],
        value: ranges.some(isChristmas) ? "yes" : "no",
      },
    ],
    submit: say("admin.form.save"),
    action: actionText({
      kind: "closed-weeks-save",
      ...(team ? { team: team._id } : {}),
      ...(message === undefined ? {} : { message }),
    }),
  };
}
