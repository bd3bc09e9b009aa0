/** A day begins first in the zones that are fourteen hours ahead. */
const FURTHEST_AHEAD_MS = 14 * 60 * 60 * 1000;

/** When a day (ISO) begins anywhere. Milliseconds since 1970. */
export function dayBegins(isoDate: string): number {
  return Date.parse(`${isoDate}T00:00:00Z`) - FURTHEST_AHEAD_MS;
}
