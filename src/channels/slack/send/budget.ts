import type { Limit } from "./method-tiers.ts";

/** Calls in time. Pure: the time is given, in milliseconds. */
export class Budget {
  #most: number;
  #everyMs: number;
  #left: number;
  #at: number;

  private constructor(most: number, everyMs: number, now: number) {
    this.#most = most;
    this.#everyMs = everyMs;
    this.#left = most;
    this.#at = now;
  }

  /** At most `perMinute` in any minute, of which `burst` at once (one at least). */
  static within(limit: Limit, now: number): Budget {
    const { most, everyMs } = rhythmWithin(limit);
    return new Budget(most, everyMs, now);
  }

  /** From now on within another limit; what was left is left in proportion. */
  keepWithin(limit: Limit, now: number): void {
    this.#fill(now);
    const { most, everyMs } = rhythmWithin(limit);
    this.#left *= most / this.#most;
    this.#most = most;
    this.#everyMs = everyMs;
  }

  /** How often one call may go in the long run. */
  get everyMs(): number {
    return this.#everyMs;
  }

  /** `perMinute` in the long run, and `burst` more at once. */
  static around({ perMinute, burst }: Limit, now: number): Budget {
    return new Budget(burst, 60_000 / perMinute, now);
  }

  /** How long one call, after so many others, waits for its turn; 0: it may go now. */
  waitMs(now: number, ahead = 0): number {
    this.#fill(now);
    const missing = ahead + 1 - this.#left;
    return missing < 1e-9 ? 0 : Math.ceil(missing * this.#everyMs);
  }

  take(now: number): void {
    this.#fill(now);
    this.#left -= 1;
  }

  #fill(now: number): void {
    if (now <= this.#at) return;
    this.#left = Math.min(this.#most, this.#left + (now - this.#at) / this.#everyMs);
    this.#at = now;
  }
}

function rhythmWithin({ perMinute, burst }: Limit): { readonly most: number; readonly everyMs: number } {
  const most = Math.max(1, burst);
  return { most, everyMs: 60_000 / Math.max(perMinute - most, perMinute / 2) };
}
