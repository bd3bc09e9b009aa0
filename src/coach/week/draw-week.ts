import { LIMITS } from "../../message/limits.ts";
import type { Block, Message } from "../../message/message.ts";
import { weeklyTimeOf } from "../../people/weekly-time.ts";
import { type Language, type Say, words } from "../../text/text.ts";
import { button, choices, heading, messageOf, paragraph, quiet } from "../draw/compose.ts";
import { capital, numberWord } from "../draw/number-words.ts";
import { shorten, withoutStop } from "../draw/shorten.ts";
import { day, moment } from "../draw/when.ts";
import { standingOf } from "../settings/settings-line.ts";
import { named } from "./named.ts";
import { ACTIONS } from "./sections/action-week-item.ts";
import type { Waiting } from "./waiting.ts";
import type { Pace } from "./week-actions.ts";
import type { WeekReader } from "./week-section.ts";
import type { NudgeView, WeekCount, WeekList, WeekView } from "./week-view.ts";

/** The first line is what a notification shows: it says what the message is about within this. */
const FIRST_LINE = 80;

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
      pages > 1 && page === 0 ? pageButton(say("week.button.all", { count: total }), 1) : undefined,
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

/** "Seuraava tulee ma 30.11. klo 9.", or why none comes. */
function whenNext(
  { reader, next }: { readonly reader: WeekReader; readonly next: number | undefined },
  say: Say,
  how: "next" | "nextMay",
): string {
  const { person, directory, now } = reader;
  const { language, timeZone } = person;
  if (next === undefined) return standingOf(person, directory, { now, language }).weekly;
  return say(`week.preview.${how}`, { when: withoutStop(moment(next, { language, timeZone }, now)) });
}

/** Why nothing would be sent now: the week is closed, what is open waits, or nothing is open. */
function nothingNow(view: Extract<WeekView, { kind: "nothing" }>, say: Say): string {
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

function mineButton(say: Say) {
  return button(say("plan.button.mine"), { kind: "plan-list", of: { kind: "mine" }, page: 0, anew: true });
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

function firstLine({ week, counts, later, told, waiting, reader }: WeekList, say: Say): string {
  const number = Number(week.slice(-2));
  const counted = (all: readonly WeekCount[]) => all.map(({ subject, count }) => subject.count(say, count)).join(", ");
  const news = told.join(". ");
  const about = counts.length > 0 ? counts : later;
  if (about.length > 0) {
    const title = say(counts.length > 0 ? "week.title" : "week.titleLater", { week: number, counts: counted(about) });
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

function drawNudge({ reader, due, contacts }: NudgeView, language: Language, say: Say): Message {
  const listener = { ...reader.listener, language };
  const [first] = due;
  const one = first && due.length === 1 ? first : undefined;
  const title = one
    ? say("week.nudge.one", { day: day(one.on, listener, reader.now), what: one.what })
    : say(contacts > 0 ? "week.nudge.manyThings" : "week.nudge.many", { number: numberWord(say, due.length) });
  return messageOf(language, [
    heading(shorten(title, FIRST_LINE)),
    ...due.slice(0, MOST_DUE).flatMap(({ draw }) => draw(listener)),
    due.length > MOST_DUE && contacts > 0 ? choices([button(say("week.button.home"), { kind: "home" })]) : undefined,
    due.length > MOST_DUE && contacts === 0 ? choices([mineButton(say)]) : undefined,
    quiet(say("week.nudge.why")),
  ]);
}
/** DESIGN: at most five lines on screen. */
const MOST_DUE = 5;

function pageButton(label: string, page: number) {
  return button(label, { kind: "week-page", page });
}

function paceButton(label: string, pace: Pace) {
  return button(label, { kind: "week-pace", pace });
}
