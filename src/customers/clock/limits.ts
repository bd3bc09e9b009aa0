import type { Care } from "../care-plan.ts";

/** Open days from a contact: after `wish` the next one is due (yellow), after `worst` it is late (red). */
export interface Limits {
  readonly wish: number;
  readonly worst: number;
}

const DAYS_A_YEAR = 365;
/** The worst-case limit where a plan says none: half as long again as the wish (ours). */
const WORST_PER_WISH = 1.5;

/**
 * A plan's limits; undefined where nobody is to be reminded. 26 contacts a year are one in 14 days. A worst-case limit is the longest that may pass: a
 * wish that is only counted comes no later.
 */
export function limitsOf({ contactsPerYear, wishDays, worstDays }: Care): Limits | undefined {
  if (contactsPerYear === 0 || (contactsPerYear === null && wishDays === null)) return undefined;
  const counted = Math.max(1, Math.round(DAYS_A_YEAR / (contactsPerYear ?? 1)));
  const wish = wishDays ?? Math.min(counted, worstDays ?? counted);
  return { wish, worst: Math.max(wish, worstDays ?? Math.ceil(wish * WORST_PER_WISH)) };
}

/** What a plan asks for in a year, also where it is said in days. */
export function contactsAYear({ contactsPerYear, wishDays }: Care): number {
  if (contactsPerYear !== null) return contactsPerYear;
  return wishDays === null ? 0 : DAYS_A_YEAR / wishDays;
}
