import { nextOpenDay } from "../calendar/closed-days.ts";
import { isoDateIn } from "../calendar/iso-date.ts";
import { momentAt } from "../calendar/moment.ts";
import { reminderTime } from "../calendar/round-times.ts";
import { timeOfDayIn } from "../calendar/time-of-day.ts";
import type { Directory } from "../people/directory.ts";
import { closedForTeam } from "./closed-for.ts";

interface Times {
  readonly closesAt: number | null;
  readonly remindAt: number | null;
}

/**
 * When an open round closes and reminds once its team's closed weeks are kept: what falls into them waits for the first open working day, at the same
 * hour (DESIGN: promise 13). Undefined where nothing moves.
 */
export function movedTimes(
  round: Times & { readonly team: string },
  directory: Directory,
  now: number,
): Times | undefined {
  const { closesAt, remindAt, team } = round;
  if (closesAt === null) return undefined;
  const timeZone = directory.teams.get(team)?.timeZone ?? directory.company.timeZone;
  const isClosed = closedForTeam(directory, team);
  const closes = openMoment(closesAt, timeZone, isClosed);
  const reminds = remindAt !== null && isClosed(isoDateIn(remindAt, timeZone));
  if (closes === closesAt && !reminds) return undefined;
  const remind = remindAt === null ? null : reminderTime({ opensAt: now, closesAt: closes, timeZone, isClosed });
  return { closesAt: closes, remindAt: remind };
}

/** The moment itself, or the same hour of the first open working day. */
export function openMoment(at: number, timeZone: string, isClosed: (isoDate: string) => boolean): number {
  const day = isoDateIn(at, timeZone);
  return isClosed(day) ? momentAt(nextOpenDay(day, isClosed), timeOfDayIn(at, timeZone), timeZone) : at;
}
