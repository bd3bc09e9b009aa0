import type { Block, Message } from "../../../message/message.ts";
import { weeklyTimeOf } from "../../../people/weekly-time.ts";
import { type Language, type Say, words } from "../../../text/text.ts";
import { button, choices, heading, messageOf, paragraph, quiet } from "../../draw/compose.ts";
import { mineButton } from "../../plan/draw/action-buttons.ts";
import { named } from "../named.ts";
import type { Waiting } from "../waiting.ts";
import type { Pace } from "../week-actions.ts";
import type { WeekReader } from "../week-section.ts";
import type { WeekList, WeekView } from "../week-view.ts";
import { drawNudge } from "./draw-nudge.ts";
import { firstLine, nothingNow } from "./first-line.ts";
import { whenNext } from "./when-next.ts";

/** The weekly message, or what stands in its place. */
export function drawWeek(view: WeekView, language: Language): Message {
  const say = words(language);
  switch (view.kind) {
    case "list":
      return drawList(view, language, say);
    case "nudge":
      return drawNudge(view, language, say);
    case "ask":
      return messageOf(language, [
        paragraph(say(view.thinned ? "week.askThinned" : "week.ask")),
        quiet(say("week.whyAsk")),
        choices([
          paceButton(say("week.button.weekly"), "as-before"),
          view.thinned ? undefined : paceButton(say("week.button.everySecond"), "every-second"),
          paceButton(say("week.button.stop"), "stopped"),
        ]),
      ]);
    case "stopped":
      return messageOf(language, [
        paragraph(say("week.isStopped")),
        choices([paceButton(say("week.button.goOn"), "as-before")]),
      ]);
    case "nothing":
      return messageOf(language, [
        paragraph(nothingNow(view, say)),
        waitingLine(view.waiting, say),
        quiet(say("week.preview.how")),
        choices([
          (view.waiting?.actions.length ?? 0) > 0 ? mineButton(say) : undefined,
          timeButton(say),
          howOften(view.reader, say),
        ]),
      ]);
    default:
      return view satisfies never;
  }
}

function drawList(view: WeekList, language: Language, say: Say): Message {
  const { reader, groups, page, pages, total, from, to, preview } = view;
  return messageOf(language, [
    preview && paragraph(say("week.preview.title", { next: whenNext({ reader, ...preview }, say, "next") })),
    heading(firstLine(view, say)),
    ...(page === 0 ? view.named : []).map((sentence) => paragraph(sentence)),
    ...groups.flatMap(({ section, items }) => [
      quiet(section.title(say, reader)),
      ...items.flatMap((item) => item({ ...reader.listener, language })),
    ]),
    page > 0 ? quiet(say("week.page", { from, to, total })) : undefined,
    choices([
      page > 0 ? pageButton(say("week.button.previous"), page - 1) : undefined,
      pages > 1 && page === 0 ? pageButton(allOf(view, say), 1) : undefined,
      page > 0 && page + 1 < pages ? pageButton(say("week.button.next"), page + 1) : undefined,
      ...(page === 0 ? view.ways : []),
    ]),
    hears(reader) ? quiet(why(view, say)) : undefined,
    choices([
      timeButton(say),
      reader.person.weeklyPace === "every-second" ? paceButton(say("week.button.everyWeek"), "weekly") : undefined,
      howOften(reader, say),
    ]),
  ]);
}

/** How many lines there are: with the settled ones, which the first line leaves out. */
function allOf({ total, settled }: WeekList, say: Say): string {
  return settled === 0
    ? say("week.button.all", { count: total })
    : say("week.button.allSettled", { count: total, settled });
}

/** What it is that waits, by name. */
function waitingLine(waiting: Waiting | undefined, say: Say): Block | undefined {
  if (!waiting || waiting.actions.length === 0) return undefined;
  return quiet(
    say("week.preview.waiting", {
      what: named(
        waiting.actions.map(({ what }) => what),
        say,
      ),
    }),
  );
}

function hears({ person }: WeekReader): boolean {
  return !person.quiet && person.weeklyPace !== "stopped";
}

function timeButton(say: Say) {
  return button(say("week.button.time"), { kind: "week-time" }, { opensForm: true });
}

function howOften(reader: WeekReader, say: Say) {
  return hears(reader)
    ? paceButton(say("week.button.stop"), "stopped")
    : paceButton(say("week.button.goOn"), "as-before");
}

/** DESIGN, promise 8: every reminder says why it came. */
function why({ reader, counts, later, groups }: WeekList, say: Say): string {
  const { person, directory } = reader;
  const { weekday, hour } = weeklyTimeOf(person, directory.company);
  const subject = counts[0]?.subject ?? later[0]?.subject ?? groups[0]?.section.subject;
  const at = { weekday: say("settings.weekdays").split(" ")[weekday - 1] ?? "", hour };
  const because = subject?.because(say);
  if (because === undefined) return say("settings.weekly", { ...at, timeZone: person.timeZone });
  return say(person.weeklyPace === "every-second" ? "week.whyThinned" : "week.why", { ...at, because });
}

function pageButton(label: string, page: number) {
  return button(label, { kind: "week-page", page });
}

function paceButton(label: string, pace: Pace) {
  return button(label, { kind: "week-pace", pace });
}
