/** A clock that jumps to whatever is waited for next. */
export class VirtualClock {
  now = 1_000_000;
  readonly #waiting: { readonly at: number; readonly wake: () => void }[] = [];

  readonly read = () => this.now;
  readonly wait = (milliseconds: number): Promise<void> =>
    new Promise((wake) => {
      this.#waiting.push({ at: this.now + milliseconds, wake });
    });

  /** Goes on to that time, waking everybody in order; what they start is let run. */
  async until(time: number): Promise<void> {
    await settle();
    for (;;) {
      const next = this.#waiting.filter(({ at }) => at <= time).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#waiting.splice(this.#waiting.indexOf(next), 1);
      this.now = Math.max(this.now, next.at);
      next.wake();
      await settle();
    }
    this.now = Math.max(this.now, time);
  }
}

/** Lets promises that are ready run. */
async function settle(): Promise<void> {
  for (let round = 0; round < 8; round += 1) await Promise.resolve();
}
