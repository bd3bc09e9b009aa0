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
const STORMS_A_SECOND = 15;
const PER_STORM: readonly Allowance[] = [{ most: STORMS_A_SECOND, inMs: 1_000 }];
/** Teams counts when a request arrives, not when it leaves: its windows are taken a little longer. */
const JITTER = 1.05;

/** A storm is told at once when to come again rather than kept; an answer waits a little. Longer than either the courier waits: it keeps things in the store. */
const PATIENCE_MS: { readonly [hurry in Hurry]: number } = { reply: 10_000, storm: 3_000 };

/** What a request is told when its time has come: go, or come again after so many seconds. */
export type Turn = { readonly kind: "go" } | { readonly kind: "later"; readonly seconds: number };

/** Waits until a request may go out, unless that takes too long. Requests of one lane go in the order in which they asked. */
export interface Pace {
  take(lane: Lane, hurry: Hurry): Promise<Turn>;
  /** What a storm would be told now, "go" also where it would wait a little; nothing is taken. */
  foresee(lane: Lane): Turn;
  /** Teams has asked for a rest: nothing goes to the conversation before it is over. */
  hold(lane: Lane, milliseconds: number): void;
}

export interface PacePorts {
  now(): number;
  wait(milliseconds: number): Promise<void>;
  /** How many processes of Luotsi share what Teams allows at this moment: each keeps to its part. */
  processes?(): number;
}

export function createPace(ports: PacePorts): Pace {
  const { now, wait, processes = () => 1 } = ports;
  const conversations = createWindows(PER_CONVERSATION, processes);
  const tenants = createWindows(PER_TENANT, processes);
  const storms = createWindows(PER_STORM, processes);
  const held = new LRUCache<string, number>({ max: 10_000 });
  /** When the next storm of a tenant that is turned away is to come again: each has a time of its own, so that they do not all come back at once. */
  const returns = new LRUCache<string, number>({ max: 10_000 });
  const until = async (slot: number) => {
    const rest = slot - now();
    if (rest > 0) await wait(rest);
  };
  const turnedAway = (tenant: string, hurry: Hurry, free: number): Turn => {
    const at = hurry === "storm" ? Math.max(free, returns.get(tenant) ?? 0) : free;
    if (hurry === "storm") returns.set(tenant, at + (1_000 / STORMS_A_SECOND) * processes());
    return { kind: "later", seconds: Math.max(1, Math.ceil((at - now()) / 1_000)) };
  };
  const windowsOf = ({ tenant, conversation }: Lane, hurry: Hurry) => ({
    own: conversation === undefined ? [] : [conversations(`${tenant} ${conversation}`)],
    shared: [tenants(tenant), ...(hurry === "storm" ? [storms(tenant)] : [])],
    rested: conversation === undefined ? now() : Math.max(now(), held.get(conversation) ?? 0),
  });
  const foreseen = (lane: Lane, hurry: Hurry): Turn => {
    const { own, shared, rested } = windowsOf(lane, hurry);
    const free = freeFrom([...own, ...shared], rested);
    return free - now() > PATIENCE_MS[hurry] ? turnedAway(lane.tenant, hurry, free) : { kind: "go" };
  };
  return {
    foresee: (lane) => foreseen(lane, "storm"),
    take: async (lane, hurry) => {
      const turn = foreseen(lane, hurry);
      if (turn.kind === "later") return turn;
      const { own, shared, rested } = windowsOf(lane, hurry);
      const mine = own.length > 0 ? takeSlot(own, rested) : now();
      if (mine > now()) await until(mine);
      // Only then, so that what waits for its conversation takes nothing from the rest of the tenant.
      await until(takeSlot(shared, now()));
      return turn;
    },
    hold: ({ conversation }, milliseconds) => {
      if (conversation !== undefined)
        held.set(conversation, Math.max(held.get(conversation) ?? 0, now() + milliseconds));
    },
  };
}

function freeFrom(windows: readonly Window[], from: number): number {
  return windows.reduce((at, window) => window.freeFrom(at), from);
}

/** Takes the first moment at which every window has room. */
function takeSlot(windows: readonly Window[], from: number): number {
  const slot = freeFrom(windows, from);
  for (const window of windows) window.note(slot);
  return slot;
}

interface Window {
  freeFrom(at: number): number;
  note(at: number): void;
}

function createWindows(allowances: readonly Allowance[], processes: () => number): (key: string) => Window {
  const kept = new LRUCache<string, Window>({ max: 10_000 });
  const longest = Math.max(...allowances.map(({ inMs }) => inMs)) * JITTER;
  return (key) => {
    const known = kept.get(key);
    if (known) return known;
    let taken: number[] = [];
    const window: Window = {
      freeFrom: (at) =>
        allowances.reduce((free, { most, inMs }) => {
          const before = taken.at(-Math.max(1, Math.floor(most / processes())));
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
