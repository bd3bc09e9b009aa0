import type { Limit } from "./method-tiers.ts";

const MINUTE_MS = 60_000;

/** Calls in time. Pure: the time is given, in milliseconds. */
export class Budget {
  #burst: number;
  #everyMs: number;
  #left: number;
  #at: number;
  /** Of which no minute has more, wherever it begins. */
  #inMinute: number;
  /** When they were taken in the last minute, the oldest first. */
  readonly #taken: number[] = [];

  private constructor({ burst, perMinute }: Limit, inMinute: number, now: number) {
    this.#burst = Math.max(1, burst);
    this.#everyMs = MINUTE_MS / perMinute;
    this.#left = this.#burst;
    this.#at = now;
    this.#inMinute = inMinute;
  }

  /** At most `perMinute` in any minute, of which `burst` at once (one at least). */
  static within(limit: Limit, now: number): Budget {
    return new Budget(limit, mostInMinute(limit), now);
  }

  /** `perMinute` in the long run, and `burst` more at once. */
  static around(limit: Limit, now: number): Budget {
    return new Budget(limit, Number.POSITIVE_INFINITY, now);
  }

  /** From now on within another limit; what was left is left in proportion. */
  keepWithin(limit: Limit, now: number): void {
    this.#fill(now);
    const burst = Math.max(1, limit.burst);
    this.#left *= burst / this.#burst;
    this.#burst = burst;
    this.#everyMs = MINUTE_MS / limit.perMinute;
    this.#inMinute = mostInMinute(limit);
  }

  /** How often one call may go in the long run. */
  get everyMs(): number {
    return this.#everyMs;
  }

  /** How long one call, after so many others, waits for its turn; 0: it may go now. */
  waitMs(now: number, ahead = 0): number {
    this.#fill(now);
    const missing = ahead + 1 - this.#left;
    const forRhythm = missing < 1e-9 ? 0 : Math.ceil(missing * this.#everyMs);
    return Math.max(forRhythm, this.#minuteMs(now, ahead));
  }

  take(now: number): void {
    this.#fill(now);
    this.#left -= 1;
    if (this.#inMinute < Number.POSITIVE_INFINITY) this.#taken.push(now);
  }

  /** Until so many of the last minute's are a minute old that there is room for those ahead and one more. */
  #minuteMs(now: number, ahead: number): number {
    const first = this.#taken.findIndex((at) => at > now - MINUTE_MS);
    this.#taken.splice(0, first < 0 ? this.#taken.length : first);
    const over = this.#taken.length + ahead + 1 - this.#inMinute;
    if (over <= 0) return 0;
    const known = this.#taken[Math.min(over, this.#taken.length) - 1] ?? now;
    return known + MINUTE_MS - now + Math.ceil(Math.max(0, over - this.#taken.length) * this.#everyMs);
  }

  #fill(now: number): void {
    if (now <= this.#at) return;
    this.#left = Math.min(this.#burst, this.#left + (now - this.#at) / this.#everyMs);
    this.#at = now;
  }
}

/** One at least: what may go less often than once a minute has its rhythm. */
function mostInMinute({ perMinute }: Limit): number {
  return Math.max(1, Math.floor(perMinute));
}
