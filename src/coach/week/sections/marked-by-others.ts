import { addDays, isoDateIn } from "../../../calendar/iso-date.ts";
import { teamsOf } from "../../../people/directory.ts";
import type { PlanAction } from "../../../plan/action.ts";
import { closedSince } from "../../../plan/find-actions.ts";
import { takersOf } from "../../../plan/owners.ts";
import { words } from "../../../text/text.ts";
import { numberWord } from "../../draw/number-words.ts";
import { shorten } from "../../draw/shorten.ts";
import { doneByAnother } from "../../plan/draw/action-words.ts";
import type { WeekReader, WeekSection, WeekSubject } from "../week-section.ts";
import { ACTIONS, actionWeekItem, settledAction } from "./action-week-item.ts";

const DAYS = { weekly: 7, "every-second": 14, stopped: 7 } as const;
const WHAT = 60;

const MARKED: WeekSubject = { ...ACTIONS, id: "marked", because: (say) => say("week.because.marked") };

/** What others have marked as done of the person's own since a week: they may know better. */
export const markedByOthers: WeekSection = {
  id: "marked",
  subject: MARKED,
  when: "told",
  title: (say) => say("week.section.marked"),
  read: async (reader) => {
    const all = await marked(reader);
    const [first] = all;
    const say = words(reader.listener.language);
    if (!first) return { items: [] };
    return {
      items: all.map((action) => actionWeekItem(action, reader)),
      told:
        all.length === 1
          ? say("week.marked.one", { what: shorten(first.what, WHAT) })
          : say("week.marked.many", { number: numberWord(say, all.length) }),
    };
  },
  settled: settledAction,
};

async function marked({ ports, directory, person, today }: WeekReader): Promise<readonly PlanAction[]> {
  const { company, _id, timeZone } = person;
  const from = addDays(today, -DAYS[person.weeklyPace ?? "weekly"]);
  const since = Date.parse(`${from}T00:00:00Z`) - 14 * 3_600_000;
  const closed = await Promise.all(
    teamsOf(directory, _id).map(({ _id: team }) => closedSince(ports.store, { company, team, since })),
  );
  return closed.flat().filter((action) => {
    const on = action.closedAt === null ? "" : isoDateIn(action.closedAt, timeZone);
    const isLately = on >= from && on < today;
    return isLately && action.standing.kind === "done" && takersOf(action).includes(_id) && doneByAnother(action);
  });
}
