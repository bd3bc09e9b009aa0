import { actionTeam, closedFor, DOWN, END, holdingAt, isAway, type Someone, START, teamClosed } from "./firm.ts";
import { MONDAYS, momentOf, nudgeMoment, weekOfMonday } from "./oracle.ts";

const DAY_MS = 24 * 3_600_000;
/** A day begins first where it is fourteen hours later than in Greenwich. */
const FURTHEST_AHEAD_MS = 14 * 3_600_000;

/** A message that must come, once, unless its receiver wants none or is away. */
export interface Expected {
  readonly key: string;
  /** When it was to come by the person's own clock. */
  readonly dueAt: number;
  /** Later than `dueAt` where nothing of Luotsi ran then. */
  readonly comesAt: number;
  readonly isWanted: boolean;
}

/** All weekly messages of a person's year, worked out from what they settled and the calendar alone. */
export function expectedWeeklies(someone: Someone): readonly Expected[] {
  const turns = [
    START,
    ...someone.deeds.filter(({ kind }) => kind === "rhythm" || kind === "zone").map(({ at }) => at),
  ];
  const expected: Expected[] = [];
  let last = "";
  for (const [nth, from] of turns.entries()) {
    const to = turns[nth + 1] ?? END;
    for (const monday of MONDAYS.filter((one) => one > last)) {
      const dueAt = momentOf(monday, holdingAt(someone, from), closedFor(someone));
      if (dueAt === undefined || dueAt < from) continue;
      if (dueAt >= to) break;
      const comesAt = runsAt(dueAt);
      if (comesAt - dueAt >= DAY_MS) continue;
      last = monday;
      const holding = holdingAt(someone, comesAt);
      expected.push({
        key: `firm/${someone.id}/weekly/${weekOfMonday(monday)}`,
        dueAt,
        comesAt,
        isWanted: !holding.quiet && !isAway(holding, comesAt),
      });
    }
  }
  return expected;
}

/** All words for days on which something is due: to whom it is, and while they are away to whoever stands in for them. */
export function expectedNudges(people: readonly Someone[]): readonly Expected[] {
  const byId = new Map(people.map((one) => [one.id, one]));
  const expected = new Map<string, Expected>();
  for (const owner of people)
    for (const due of owner.dues) {
      const plannedAt = lookedAt(due);
      for (const hearer of new Set([owner, standsIn(owner, byId, plannedAt)])) {
        const closed = hearer && closedFor(hearer);
        const isClosed = (date: string) => closed?.(date) === true || teamClosed(actionTeam(owner))(date);
        const nudge = hearer && nudgeMoment(due, holdingAt(hearer, plannedAt), isClosed);
        if (!hearer || !nudge) continue;
        const comesAt = runsAt(nudge.at);
        const key = `firm/${hearer.id}/nudge/${nudge.day}`;
        if (comesAt - nudge.at >= DAY_MS || expected.has(key)) continue;
        const isWanted = standsIn(hearer, byId, comesAt) === hearer;
        expected.set(key, { key, dueAt: nudge.at, comesAt, isWanted });
      }
    }
  return [...expected.values()];
}

/** Who is told in a person's place at a moment: themselves, or whoever stands in for them; nobody where that one wants quiet. */
function standsIn(someone: Someone, byId: ReadonlyMap<string, Someone>, moment: number): Someone | undefined {
  const asked = new Set<Someone>();
  let next: Someone | undefined = someone;
  while (next && !asked.has(next)) {
    asked.add(next);
    const holding = holdingAt(next, moment);
    if (!isAway(holding, moment)) return holding.quiet ? undefined : next;
    next = byId.get(holding.away?.substitute ?? "");
  }
  return undefined;
}

/** When the clock looks at what is due on a day: as it begins anywhere. */
export function lookedAt(due: string): number {
  return runsAt(Date.parse(due) - FURTHEST_AHEAD_MS);
}

/** That moment, or when Luotsi runs again. */
export function runsAt(moment: number): number {
  return DOWN.find(({ from, to }) => from <= moment && moment < to)?.to ?? moment;
}
