import type { DayRange, IsClosed } from "../../calendar/closed-days.ts";
import type { Option } from "../../message/message.ts";
import type { Directory } from "../../people/directory.ts";
import type { Person } from "../../people/records.ts";
import type { PlanAction } from "../../plan/action.ts";
import type { Say } from "../../text/text.ts";
import type { HomeItem } from "../home/home-section.ts";
import type { CoachPorts } from "../ports.ts";
import type { Listener } from "../scene.ts";

/** Whose weekly message it is, and what it is read from. */
export interface WeekReader {
  readonly ports: Pick<CoachPorts, "store" | "flows" | "now">;
  readonly directory: Directory;
  readonly person: Person;
  readonly listener: Listener;
  readonly now: number;
  /** The date on the person's own calendar (ISO). */
  readonly today: string;
  readonly isClosed: IsClosed;
  /** The time away that the person was just back from when the message was posted, or is now: nothing is shown as late. */
  readonly back: DayRange | undefined;
  /** The same by other closed days: those of one team. */
  readonly backIn: (isClosed: IsClosed) => DayRange | undefined;
  /** When the message was posted that is drawn anew; undefined for one that is not posted yet. Milliseconds since 1970. */
  readonly postedAt: number | undefined;
  /** The person's open actions of all their teams, read once for all sections. */
  readonly actions: () => Promise<readonly PlanAction[]>;
}

/** What lines are about: counted together in the first line, and one reason why the message came. */
export interface WeekSubject {
  readonly id: string;
  /** "kolme toimenpidettä" */
  readonly count: (say: Say, count: number) => string;
  /** The end of "Tulee maanantaisin klo 9, koska …". */
  readonly because: (say: Say) => string;
}

/** One line of the message with its buttons: at most three blocks and some 300 characters, which stay together. */
export interface WeekItem {
  /** The same as long as it is the same thing, whichever section it stands in; without spaces. */
  readonly id: string;
  readonly draw: HomeItem;
}

/** One of which more must be read before it is drawn: that is asked only when it is shown. */
export interface LazyWeekItem {
  readonly id: string;
  readonly load: () => Promise<HomeItem>;
}

export interface WeekPart {
  /** All of them, the most urgent first: a line is drawn only when it is shown. */
  readonly items: readonly (WeekItem | LazyWeekItem)[];
  /** What the first line says beside counting: a sentence without its full stop ("Valmistui 4 toimenpidettä"). Said also without items. */
  readonly told?: string;
  /** The same where the message comes anyway: by itself it is no reason for one. */
  readonly along?: string;
  /** Said below the first line where the message comes anyway: what `told` or `along` only counts, by name. */
  readonly named?: string;
  /** The way to all of it, where more is left than stands in the message. Stands at its end. */
  readonly all?: Option;
}

/** A subject's part of the weekly message. Without items it is not drawn. */
export interface WeekSection {
  /** Without spaces; remembered with the lines of a posted message. */
  readonly id: string;
  readonly subject: WeekSubject;
  /** "later" is counted in the first line apart from what is open now, "told" never: it has a sentence of its own. */
  readonly when: "now" | "later" | "told";
  /** So many lines on the first screen are kept for it, whatever stands before. */
  readonly keeps?: number;
  /** At most so many lines in one message: what one of them leaves, when it is settled, nothing new takes. */
  readonly most?: number;
  /** At most so many lines on the first screen, as long as other sections have any for it. */
  readonly yields?: number;
  readonly title: (say: Say, reader: WeekReader) => string;
  readonly read: (reader: WeekReader) => Promise<WeekPart>;
  /**
   * The line of something that stood here when the message was posted and is not read any more, since it was done or put off: it says so, and does not
   * jump away. Undefined when it is gone altogether.
   */
  readonly settled: (id: string, reader: WeekReader) => Promise<HomeItem | undefined>;
}
