import { LIMITS } from "../../../message/limits.ts";
import type { Say } from "../../../text/text.ts";
import { capital } from "../../draw/number-words.ts";
import { shorten } from "../../draw/shorten.ts";
import { day } from "../../draw/when.ts";
import { ACTIONS } from "../sections/action-week-item.ts";
import type { Waiting } from "../waiting.ts";
import type { WeekCount, WeekList, WeekView } from "../week-view.ts";
import { whenNext } from "./when-next.ts";

/** What the message is about: what is open now and later, else what is told; of nothing, why. */
export function firstLine({ week, counts, later, told, waiting, reader }: WeekList, say: Say): string {
  const number = Number(week.slice(-2));
  const counted = (all: readonly WeekCount[]) => all.map(({ subject, count }) => subject.count(say, count)).join(", ");
  const news = told.join(". ");
  if (counts.length + later.length > 0) {
    const both = later.length === 0 ? "title" : "titleBoth";
    const key = counts.length === 0 ? "titleLater" : both;
    const title = say(`week.${key}`, { week: number, counts: counted(counts), later: counted(later) });
    return shorten(news === "" ? title : `${title}. ${news}`, LIMITS.heading);
  }
  if (news !== "") return shorten(say("week.titleTold", { week: number, told: news }), LIMITS.heading);
  const waits = waitingCounts(waiting, say);
  if (waiting?.closed)
    return waits === undefined
      ? say("week.titleClosed", { week: number })
      : say("week.titleClosedWaits", { week: number, counts: waits });
  if (waits === undefined || !waiting) return say("week.titleNothing", { week: number });
  return waiting.until === null
    ? say("week.titleWaits", { week: number, counts: waits })
    : say("week.titleWaitsUntil", {
        week: number,
        counts: waits,
        day: day(waiting.until, reader.listener, reader.now),
      });
}

/** Why nothing would be sent now: the week is closed, what is open waits, or nothing is open. */
export function nothingNow(view: Extract<WeekView, { kind: "nothing" }>, say: Say): string {
  const { reader, waiting } = view;
  const next = whenNext(view, say, "nextMay");
  if (waiting?.closed) return say("week.preview.closed", { next });
  const counts = waitingCounts(waiting, say);
  if (counts === undefined || !waiting) return say("week.preview.nothing", { next });
  const waits = { counts: capital(counts), next };
  return waiting.until === null
    ? say("week.preview.waits", waits)
    : say("week.preview.waitsUntil", { ...waits, day: day(waiting.until, reader.listener, reader.now) });
}

/** "kaksi toimenpidettä"; undefined where nothing waits. */
function waitingCounts(waiting: Waiting | undefined, say: Say): string | undefined {
  const count = waiting?.actions.length ?? 0;
  return count === 0 ? undefined : ACTIONS.count(say, count);
}
