import type { OpenDays } from "./open-days.ts";

/** Someone whose first occurrence is to be placed. */
export interface ToSpread {
  readonly id: string;
  /** Who is in charge: each one's customers are spread by themselves. */
  readonly person: string | null;
  /** Open days between contacts. */
  readonly wish: number;
}

/** Open days, by which intervals are counted, and those of them on which people work. */
export interface SpreadDays {
  readonly open: OpenDays;
  readonly working: OpenDays;
}

/**
 * The first days of several at once, evenly over the working days of each one's interval from a day on, in an order that only the ids give: the same ones come out
 * the same however often it is asked. Of several the first is due at once, so that the first list is not empty; one alone comes anywhere in its interval.
 */
export function spreadOver(
  all: readonly ToSpread[],
  from: string,
  { open, working }: SpreadDays,
): ReadonlyMap<string, string> {
  const first = working.after(from, 0);
  const groups = new Map<string | null, ToSpread[]>();
  for (const one of all) {
    const group = groups.get(one.person);
    if (group) group.push(one);
    else groups.set(one.person, [one]);
  }
  const placed = new Map<string, string>();
  for (const group of groups.values()) {
    const ordered = group.toSorted((a, b) => fractionOf(a.id) - fractionOf(b.id) || (a.id < b.id ? -1 : 1));
    for (const [nth, { id, wish }] of ordered.entries()) {
      const days = working.until(from, open.after(from, wish));
      const offset = ordered.length === 1 ? fractionOf(id) * days : (nth * days) / ordered.length;
      placed.set(id, working.after(first, Math.floor(offset)));
    }
  }
  return placed;
}

/** 0 ≤ fraction < 1, evenly for different ids: FNV-1a (Fowler, Noll, Vo; 32 bits), its bits mixed as at the end of MurmurHash3. */
function fractionOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
