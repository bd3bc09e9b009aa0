import { nextSlot } from "../../cadence/next-slot.ts";
import { rhythmOf } from "../../cadence/rhythm-of.ts";
import { addWeeks, weekOf } from "../../calendar/week.ts";
import type { Delivery } from "../../deliveries/due/delivery.ts";
import { awayOn } from "../../people/away-on.ts";
import { loadList, type Wanted } from "./load-list.ts";
import { turnOfWeek } from "./untouched.ts";
import type { WeekReader } from "./week-section.ts";
import type { WeekView } from "./week-view.ts";
import { weeklyDeliveries } from "./weekly-deliveries.ts";

/** A conversation knows its latest preview under this key, so that what is tapped in it leaves it one. */
export const PREVIEW = "week-preview";

/** So many weeks one may be away, closed or thinned out. */
const MOST_WEEKS = 80;

/** What the person's next weekly message would say as things stand now. Nothing is planned, noted or counted by it. */
export async function loadPreview(reader: WeekReader, wanted: Wanted = {}): Promise<WeekView> {
  const [list, next] = await Promise.all([loadList(reader, wanted), nextWeekly(reader)]);
  return list.total === 0 && list.told.length === 0
    ? { kind: "nothing", reader, next, ...(list.waiting ? { waiting: list.waiting } : {}) }
    : { ...list, preview: { next } };
}

/** When it comes, should there be something to say; undefined for who wants none. Milliseconds since 1970. */
export async function nextWeekly(reader: WeekReader): Promise<number | undefined> {
  const { person, directory, isClosed, now } = reader;
  if (person.quiet || person.weeklyPace === "stopped") return undefined;
  const known = await weeklyAround(reader);
  const planned = known.find(({ state, dueAt }) => state === "planned" && dueAt > now);
  if (planned) return planned.dueAt;
  const over = new Set(known.map(({ about }) => about.kind === "weekly" && about.week));
  const rhythm = rhythmOf(person, directory.company);
  let settled = person.slots?.settled ?? null;
  for (let nth = 0; nth < MOST_WEEKS; nth++) {
    const slot = nextSlot(rhythm, isClosed, { settled, since: now }, now);
    if (!slot) return undefined;
    const isTheirs =
      !over.has(slot.week) && !awayOn(person, slot.day) && (await turnOfWeek(reader, slot.week)) === "list";
    if (isTheirs) return slot.at;
    settled = slot.week;
  }
  return undefined;
}

/** Those of these weeks, whatever became of them: the time of one was kept when the person's settings were changed, and it may have come before the new. */
function weeklyAround({ ports, person, today }: WeekReader): Promise<readonly Delivery[]> {
  return weeklyDeliveries(ports.store, person, { last: addWeeks(weekOf(today), 1), weeks: 3 });
}
