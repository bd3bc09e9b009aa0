import { setImmediate as nextTurn } from "node:timers/promises";

/** So many documents are made in a few milliseconds. */
const AT_ONCE = 250;

/** Makes something of each. Between some and the next, others get their turn: ten thousand documents take a quarter of a second. */
export async function inTurns<One, Made>(all: readonly One[], make: (one: One) => Made): Promise<readonly Made[]> {
  const made: Made[] = [];
  for (const [nth, one] of all.entries()) {
    if (nth > 0 && nth % AT_ONCE === 0) await nextTurn();
    made.push(make(one));
  }
  return made;
}
