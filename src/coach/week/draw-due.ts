import { receiverOf } from "../../cadence/receiver.ts";
import { isoDateIn } from "../../calendar/iso-date.ts";
import { addWorkingDays } from "../../calendar/working-day.ts";
import type { Delivery } from "../../deliveries/due/delivery.ts";
import type { Message } from "../../message/message.ts";
import { drawHandover } from "../customers/handover/draw-handover.ts";
import { askHowItWent } from "../customers/visits/visit-due.ts";
import type { CoachPorts } from "../ports.ts";
import { drawWeek } from "./draw/draw-week.ts";
import { loadList } from "./load-list.ts";
import { loadNudge } from "./load-nudge.ts";
import { turnOfWeek } from "./untouched.ts";
import { weekReader } from "./week-reader.ts";
import type { WeekReader } from "./week-section.ts";
import type { NudgeView, WeekList } from "./week-view.ts";

/** A message whose time has come, and what is to be remembered of it. */
export interface DrawnDue {
  readonly message: Message;
  readonly shown: readonly string[];
  readonly asks?: true;
}

type Sources = Pick<CoachPorts, "store" | "directories" | "flows" | "now">;

/** Makes the words of what is due from the state at this moment; undefined when there is nothing to say, or the person wants or may hear nothing now. */
export function drawDue(
  sources: Sources,
): (delivery: Pick<Delivery, "company" | "person" | "about">) => Promise<DrawnDue | undefined> {
  return async ({ company, person: id, about }) => {
    const directory = await sources.directories.of(company);
    const person = directory.people.get(id);
    if (!person || receiverOf(person, directory.people, sources.now())?._id !== id) return undefined;
    const reader = weekReader(sources, directory, person);
    if (reader.isClosed(reader.today) || person.weeklyPace === "stopped") return undefined;
    return drawn(reader, about);
  };
}

async function drawn(reader: WeekReader, about: Delivery["about"]): Promise<DrawnDue | undefined> {
  switch (about.kind) {
    case "weekly":
      return weekly(reader, about.week);
    case "nudge":
      return nudged(await loadNudge(reader, about.day));
    case "visit":
      return alone(await askHowItWent(reader, about));
    case "handover":
      return alone(await drawHandover(reader, about));
    default:
      return about satisfies never;
  }
}

/** A message without lines that change by themselves. */
function alone(message: Message | undefined): DrawnDue | undefined {
  return message && { message, shown: [] };
}

async function weekly(reader: WeekReader, week: string): Promise<DrawnDue | undefined> {
  const turn = await turnOfWeek(reader, week);
  // In a week without a list, what is due on this very day is told all the same: its nudge was folded into the list.
  if (turn === "nothing") return reader.person.weeklyPace ? nudged(await loadNudge(reader, today(reader))) : undefined;
  const list = await loadList(reader, { week });
  if (isEmpty(list)) return undefined;
  const { language, weeklyPace } = reader.person;
  return turn === "ask"
    ? { message: drawWeek({ kind: "ask", thinned: weeklyPace === "every-second" }, language), shown: [], asks: true }
    : { message: drawWeek(list, language), shown: list.shown };
}

function nudged(view: NudgeView): DrawnDue | undefined {
  const { shown, due, reader } = view;
  return due.length === 0 ? undefined : { message: drawWeek(view, reader.person.language), shown };
}

function isEmpty({ total, told }: WeekList): boolean {
  return total === 0 && told.length === 0;
}

function today({ now, person }: WeekReader): string {
  return addWorkingDays(isoDateIn(now, person.timeZone), 0);
}
