import { closedForTeam } from "../../cadence/closed-for.ts";
import { closureBehind } from "../../calendar/closed-days.ts";
import { isoDateIn } from "../../calendar/iso-date.ts";
import { addWeeks, weekOf } from "../../calendar/week.ts";
import type { Option } from "../../message/message.ts";
import { actions } from "../../plan/action.ts";
import { rounds } from "../../rounds/round.ts";
import { type Say, words } from "../../text/text.ts";
import { button, choices, paragraph, strong } from "../draw/compose.ts";
import { numberWord } from "../draw/number-words.ts";
import { shorten, withoutStop } from "../draw/shorten.ts";
import type { HomeItem } from "../home/home-section.ts";
import { tapButton } from "../plan/draw/action-buttons.ts";
import { actionLine, standingWords } from "../plan/draw/action-words.ts";
import { MOST_NAMED, named } from "../week/named.ts";
import type { WeekReader, WeekSection, WeekSubject } from "../week/week-section.ts";
import { weeklyDeliveries } from "../week/weekly-deliveries.ts";
import { digestTeams, readsDigest } from "./digest-teams.ts";
import { doneWords } from "./draw-digest.ts";
import { type NeedView, needItem } from "./draw-need.ts";
import { idOf, type Need, teamOf } from "./needs.ts";
import { digestFor } from "./read-digest.ts";
import { trendsOf } from "./trends.ts";

/** DESIGN, "Who uses it": at most three things. */
const MOST_NEEDS = 3;
const WHAT = 90;
/** As many as a month has days in, and the week before. */
const WEEKS_OF_MONTH = 7;

const NEEDS: WeekSubject = {
  id: "digest",
  count: (say, count) => say("digest.count", { count, number: numberWord(say, count) }),
  because: (say) => say("digest.because"),
};

/** For a manager, what their teams got done in the first line, and at most three things that need them. The rest is one tap away. */
export const digestSection: WeekSection = {
  id: "digest",
  subject: NEEDS,
  when: "now",
  keeps: MOST_NEEDS,
  most: MOST_NEEDS,
  title: (say) => say("digest.section"),
  read: async (reader) => {
    const { ports, directory, person, now, listener } = reader;
    const digest = await digestFor(ports, directory, { now, reader: person._id });
    if (!digest) return { items: [] };
    const say = words(listener.language);
    const needs = digest.needs.filter((need) => mayBeTold(need, reader));
    const shown = needs.slice(0, MOST_NEEDS);
    const view = viewOf(reader, digest.teams.length);
    const items = shown.map((need) => ({ id: idOf(need), draw: needItem(need, view) }));
    const done = doneWords(digest, say);
    // By itself what got done is no reason for a message, unless the reader wants a line every week.
    const told = person.digestAlways ? (done ?? (items.length === 0 ? say("digest.quietWeek") : undefined)) : undefined;
    const titles = digest.done.map(({ what }) => what);
    const isMore = needs.length > MOST_NEEDS || titles.length > MOST_NAMED;
    return {
      items,
      ...(told === undefined ? {} : { told }),
      ...(done === undefined ? {} : { along: done }),
      ...(titles.length === 0 ? {} : { named: say("digest.doneNamed", { what: named(titles, say) }) }),
      ...(isMore ? { all: wholeDigest(needs.length, say) } : {}),
    };
  },
  settled: async (id, reader) => {
    const action = await reader.ports.store.get(actions, id);
    const team = action?.team ?? (await reader.ports.store.get(rounds, id))?.team;
    if (team === undefined || !readsDigest(reader.directory, team, reader.person._id)) return undefined;
    const item: HomeItem = (listener) => {
      const say = words(listener.language);
      const what = action ? shorten(action.what, WHAT) : say("digest.round");
      if (!action) return [paragraph([strong(what), ` ${say("digest.settled.done")}`])];
      // Whose it is now belongs to it; of what is closed, who can open it again.
      const stands = action.open ? actionLine(action, reader, listener) : standingWords(action, reader, listener);
      const reopen = tapButton({ action, say, in: "week" }, "reopen");
      return [paragraph([strong(what), `: ${withoutStop(stands)}.`]), action.open ? undefined : choices([reopen])];
    };
    return item;
  },
};

/** Once a month, in its first message, the team's own way over its rounds. */
export const trendSection: WeekSection = {
  id: "trend",
  subject: {
    id: "trend",
    count: (say) => say("digest.trend.count"),
    because: (say) => say("digest.because"),
  },
  when: "now",
  keeps: 1,
  title: (say) => say("digest.trend.section"),
  read: async (reader) => {
    const { ports, directory, person, listener, now, postedAt = now } = reader;
    const teams = digestTeams(directory, person._id);
    const month = isoDateIn(postedAt, person.timeZone).slice(0, 7);
    if (teams.length === 0 || (await wasShown(reader, month))) return { items: [] };
    const [latest] = await trendsOf(ports, directory, teams, listener.language);
    return { items: latest ? [{ id: trendId(month), draw: () => [latest] }] : [] };
  },
  settled: () => Promise.resolve(undefined),
};

/** A team that is closed rests, whatever the others of its manager do; in its first week back nothing is told as late. */
function mayBeTold(need: Need, { directory, today }: WeekReader): boolean {
  const isClosed = closedForTeam(directory, teamOf(need));
  return !isClosed(today) && (need.kind !== "late" || closureBehind(today, isClosed) === undefined);
}

/** A message of the month (2026-12) that came before this one and showed its picture. */
async function wasShown({ ports, person, postedAt }: WeekReader, month: string): Promise<boolean> {
  // A message of the week before may have been moved into the month.
  const last = addWeeks(weekOf(`${month}-01`), WEEKS_OF_MONTH - 2);
  const found = await weeklyDeliveries(ports.store, person, { last, weeks: WEEKS_OF_MONTH });
  return found.some(
    ({ posted }) =>
      posted !== undefined &&
      posted.at < (postedAt ?? Number.POSITIVE_INFINITY) &&
      posted.shown?.includes(`trend ${trendId(month)}`),
  );
}

function trendId(month: string): string {
  return `trend:${month}`;
}

function viewOf({ directory, now, person }: WeekReader, teams: number): NeedView {
  return { directory, now, reader: person._id, several: teams > 1, in: "week" };
}

function wholeDigest(total: number, say: Say): Option {
  const label = total > MOST_NEEDS ? say("digest.button.all", { count: total }) : say("digest.button.whole");
  return button(label, { kind: "digest", in: "week" });
}
