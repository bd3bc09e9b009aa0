import { LRUCache } from "lru-cache";
import type { Hurry } from "../../channel.ts";

/** Whose allowance a request takes from. */
export interface Lane {
  readonly tenant: string;
  /** Missing for what is read: it counts for the tenant alone. */
  readonly conversation?: string;
}

interface Allowance {
  readonly most: number;
  readonly inMs: number;
}

/** Per conversation, a channel with its threads being one (Teams, "Rate limiting for bots"). */
const PER_CONVERSATION: readonly Allowance[] = [
  { most: 7, inMs: 1_000 },
  { most: 8, inMs: 2_000 },
  { most: 60, inMs: 30_000 },
  { most: 1_800, inMs: 3_600_000 },
];
/** "30 requests per second per tenant"; storms leave half of it to those who wait for an answer. */
const PER_TENANT: readonly Allowance[] = [{ most: 30, inMs: 1_000 }];
const PER_STORM: readonly Allowance[] = [{ most: 15, inMs: 1_000 }];
/** Teams counts when a request arrives, not when it leaves: its windows are taken a little longer. */
const JITTER = 1.05;

/** Waits until a request may go out. Requests of one lane go in the order in which they asked. */
export interface Pace {
  take(lane: Lane, hurry: Hurry): Promise<void>;
  /** Teams has asked for a rest: nothing goes to the conversation before it is over. */
  hold(lane: Lane, milliseconds: number): void;
}

export function createPace(ports: { now(): number; wait(milliseconds: number): Promise<void> }): Pace {
  const { now, wait } = ports;
  const conversations = createWindows(PER_CONVERSATION);
  const tenants = createWindows(PER_TENANT);
  const storms = createWindows(PER_STORM);
  const held = new LRUCache<string, number>({ max: 10_000 });
  const until = async (slot: number) => {
    const rest = slot - now();
    if (rest > 0) await wait(rest);
  };
  return {
    take: async ({ tenant, conversation }, hurry) => {
      if (conversation !== undefined) {
        const rest = held.get(conversation) ?? 0;
        await until(takeSlot([conversations(`${tenant} ${conversation}`)], Math.max(now(), rest)));
      }
      // Only then, so that what waits for its conversation takes nothing from the rest of the tenant.
      await until(takeSlot([tenants(tenant), ...(hurry === "storm" ? [storms(tenant)] : [])], now()));
    },
    hold: ({ conversation }, milliseconds) => {
      if (conversation !== undefined)
        held.set(conversation, Math.max(held.get(conversation) ?? 0, now() + milliseconds));
    },
  };
}

/** Takes the first moment at which every window has room. */
function takeSlot(windows: readonly Window[], from: number): number {
  const slot = windows.reduce((at, window) => window.freeFrom(at), from);
  for (const window of windows) window.note(slot);
  return slot;
}

interface Window {
  freeFrom(at: number): number;
  note(at: number): void;
}

function createWindows(allowances: readonly Allowance[]): (key: string) => Window {
  const kept = new LRUCache<string, Window>({ max: 10_000 });
  const longest = Math.max(...allowances.map(({ inMs }) => inMs)) * JITTER;
  return (key) => {
    const known = kept.get(key);
    if (known) return known;
    let taken: number[] = [];
    const window: Window = {
      freeFrom: (at) =>
        allowances.reduce((free, { most, inMs }) => {
          const before = taken.at(-most);
          return before === undefined ? free : Math.max(free, before + inMs * JITTER);
        }, at),
      note: (at) => {
        taken.push(at);
        // Slots are given in order, so the oldest stand first.
        if (taken.length > 4_000) taken = taken.filter((one) => one > at - longest);
      },
    };
    kept.set(key, window);
    return window;
  };
}
