import { Budget } from "./budget.ts";
import type { Limit } from "./method-tiers.ts";
import type { Pace } from "./slack-api.ts";

/** What a call is told: go, or come again after so many seconds. */
export type Turn = { readonly kind: "go" } | { readonly kind: "later"; readonly seconds: number };

/** One channel of an installation: what may be posted there. */
export interface ChannelBudget {
  readonly budget: Budget;
  /** Slack asked to wait so long here. */
  pausedUntil: number;
}

export interface Ask {
  readonly pace: Pace;
  readonly channel: ChannelBudget | undefined;
  /** When the caller waits no longer. */
  readonly until: number;
}

interface Waiting extends Ask {
  readonly answer: (turn: Turn) => void;
}

interface LanePorts {
  now(): number;
  wait(milliseconds: number): Promise<void>;
}

/** More than this many do not wait in one lane: they come again later. */
const MOST_WAITING = 500;
/** What a storm may at once: little, so that it comes evenly; more than one, so that a timer that rings late loses nothing. */
const STORM_BURST = 3;
/** A storm that waits goes after so many replies in a row, so that a busy morning does not stop it for good. */
const REPLIES_IN_A_ROW = 9;
const GO: Turn = { kind: "go" };

/** One method of one installation: who may call it when. */
export class Lane {
  readonly #ports: LanePorts;
  readonly #all: Budget;
  readonly #storms: Budget;
  readonly #replies: Waiting[] = [];
  readonly #storming: Waiting[] = [];
  #pausedUntil = 0;
  #repliesInARow = 0;
  /** When the next storm that is turned away is to come again: each has a time of its own, so that they do not all come back at once. */
  #nextSlot = 0;
  #wakesAt = Number.POSITIVE_INFINITY;

  constructor(limit: Limit, ports: LanePorts) {
    this.#ports = ports;
    this.#all = Budget.within(limit, ports.now());
    this.#storms = Budget.within(partOfStorms(limit), ports.now());
  }

  /** From now on within another limit. */
  keepTo(limit: Limit): void {
    const now = this.#ports.now();
    this.#all.keepWithin(limit, now);
    this.#storms.keepWithin(partOfStorms(limit), now);
  }

  ask(ask: Ask): Promise<Turn> | Turn {
    const now = this.#ports.now();
    if (this.#waiting === 0 && this.#readyIn(ask, now) === 0) return this.#take(ask, now);
    if (ask.pace === "at-once") return this.#atOnce(ask, now);
    const turn = this.foresee(ask);
    if (turn.kind === "later") return turn;
    return new Promise((answer) => {
      (ask.pace === "storm" ? this.#storming : this.#replies).push({ ...ask, answer });
      this.#move();
    });
  }

  /** What `ask` would be told, without taking anything: "go" also where it would wait a little. */
  foresee(ask: Ask): Turn {
    const now = this.#ports.now();
    const expected = this.#expectedMs(ask, now);
    const isIn = this.#waiting < MOST_WAITING && now + expected <= ask.until;
    return isIn ? GO : this.#turnedAway(ask, now, expected);
  }

  pause(until: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, until);
  }

  get #waiting(): number {
    return this.#replies.length + this.#storming.length;
  }

  #atOnce(ask: Ask, now: number): Turn {
    const ready = this.#readyIn(ask, now);
    return ready === 0 ? this.#take(ask, now) : later(ready);
  }

  /** Lets go whoever may, turns away whoever has waited long enough, and wakes again when there is more to do. */
  #move(): void {
    const now = this.#ports.now();
    for (let next = this.#next(now); next; next = this.#next(now)) next.answer(this.#take(next, now));
    for (const queue of [this.#replies, this.#storming]) {
      for (const one of queue.filter(({ until }) => until <= now)) {
        queue.splice(queue.indexOf(one), 1);
        one.answer(this.#turnedAway(one, now, this.#expectedMs(one, now)));
      }
    }
    this.#wakeInTime(now);
  }

  #turnedAway({ pace, until }: Ask, now: number, expected: number): Turn {
    if (pace !== "storm") return later(expected);
    const slot = Math.max(now + expected, this.#nextSlot);
    this.#nextSlot = slot + this.#storms.everyMs;
    // Some of them wait here always, so that one that comes back late leaves no gap.
    return later(slot - now - Math.max(0, until - now) / 2);
  }

  #next(now: number): Waiting | undefined {
    if (this.#pausedUntil > now || this.#all.waitMs(now) > 0) return undefined;
    const reply = this.#replies.find((one) => this.#readyIn(one, now) === 0);
    const storm =
      reply && this.#repliesInARow < REPLIES_IN_A_ROW
        ? undefined
        : this.#storming.find((one) => this.#readyIn(one, now) === 0);
    const next = storm ?? reply;
    if (next) {
      const queue = storm ? this.#storming : this.#replies;
      queue.splice(queue.indexOf(next), 1);
    }
    return next;
  }

  #take({ pace, channel }: Ask, now: number): Turn {
    this.#all.take(now);
    if (pace === "storm") this.#storms.take(now);
    channel?.budget.take(now);
    this.#repliesInARow = pace === "storm" ? 0 : this.#repliesInARow + 1;
    return GO;
  }

  /** How long until this one could go, were it alone. */
  #readyIn({ pace, channel }: Ask, now: number): number {
    return Math.max(
      this.#pausedUntil - now,
      this.#all.waitMs(now),
      pace === "storm" ? this.#storms.waitMs(now) : 0,
      channel ? Math.max(channel.pausedUntil - now, channel.budget.waitMs(now)) : 0,
      0,
    );
  }

  /** How long it takes about, with those who go before it. */
  #expectedMs({ pace, channel }: Ask, now: number): number {
    const before = pace === "storm" ? [...this.#replies, ...this.#storming] : this.#replies;
    const here = channel ? before.filter((one) => one.channel === channel).length : 0;
    return Math.max(
      this.#pausedUntil - now,
      this.#all.waitMs(now, before.length),
      pace === "storm" ? this.#storms.waitMs(now, this.#storming.length) : 0,
      channel ? Math.max(channel.pausedUntil - now, channel.budget.waitMs(now, here)) : 0,
      0,
    );
  }

  #wakeInTime(now: number): void {
    if (this.#waiting === 0) return;
    const due = [...this.#replies, ...this.#storming].map((one) =>
      Math.min(one.until, now + Math.max(1, this.#readyIn(one, now))),
    );
    const at = Math.min(...due);
    if (at >= this.#wakesAt) return;
    this.#wakesAt = at;
    void this.#ports.wait(at - now).then(() => {
      if (this.#wakesAt === at) this.#wakesAt = Number.POSITIVE_INFINITY;
      this.#move();
    });
  }
}

function partOfStorms({ perMinute }: Limit): Limit {
  return { perMinute: perMinute / 2, burst: STORM_BURST };
}

function later(milliseconds: number): Turn {
  return { kind: "later", seconds: Math.max(1, Math.ceil(milliseconds / 1000)) };
}
