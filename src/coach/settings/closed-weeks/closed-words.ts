import type { DayRange } from "../../../calendar/closed-days.ts";
import { wholeWeeks } from "../../../calendar/closures.ts";
import { showDay } from "../../../calendar/show-date.ts";
import { type Language, words } from "../../../text/text.ts";
import { listed } from "../../draw/number-words.ts";
import { withoutStop } from "../../draw/shorten.ts";

/** "viikot 28–31 (ma 12.7.–su 8.8.) ja to 24.12.–ke 6.1.2027"; for none the word for it. */
export function closedWords(
  ranges: readonly DayRange[],
  { language, today }: { readonly language: Language; readonly today: string },
): string {
  const say = words(language);
  if (ranges.length === 0) return say("admin.closed.none");
  const shown = ranges.map((range) => {
    const first = showDay(range.from, language, { today });
    const days = range.from === range.to ? first : `${first}–${showDay(range.to, language, { today })}`;
    const weeks = wholeWeeks(range);
    if (!weeks) return days;
    const [from, to] = weeks;
    return from === to
      ? say("admin.closed.week", { week: from, days })
      : say("admin.closed.weeks", { first: from, last: to, days });
  });
  return withoutStop(listed(say, shown));
}
