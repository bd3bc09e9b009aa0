import { LRUCache } from "lru-cache";
import { Budget } from "./budget.ts";
import { type ChannelBudget, Lane, type Turn } from "./lane.ts";
import { BY_CHANNEL, CHANNEL_LIMIT, type Limit, limitOf as slackLimitOf } from "./method-tiers.ts";
import type { Pace } from "./slack-api.ts";

export interface PacePorts {
  now(): number;
  wait(milliseconds: number): Promise<void>;
  /**
   * How many processes of Luotsi share what Slack allows at this moment: each keeps to its part. Posting into one channel is one process's business at
   * a time.
   */
  processes?(): number;
  /** What Slack allows of a method; what its documents say, unless told. */
  limitOf?(method: string): Limit;
}

/** One call that wants its turn. */
export interface Wanted {
  readonly installation: string;
  readonly method: string;
  /** The platform's id of the channel that it posts to. */
  readonly channel: string | undefined;
  readonly pace: Pace;
  /** When the caller waits no longer; whoever would not get a turn by then is turned away at once. */
  readonly until: number;
}

/** When Luotsi may call Slack: within what Slack allows by method, installation and channel; replies before storms. This process's calls only. */
export interface Pacing {
  turn(wanted: Wanted): Promise<Turn> | Turn;
  /** What `turn` would be told at this moment, "go" also where it would wait; nothing is taken. */
  foresee(wanted: Wanted): Turn;
  /** Slack said 429: nothing of this goes for so long. Slack does not say whether it meant the channel or all of the method. */
  limited(call: Pick<Wanted, "installation" | "method" | "channel">, seconds: number): void;
}

const KEPT_CHANNELS = 20_000;

export function createPace(ports: PacePorts): Pacing {
  const { processes = () => 1, limitOf = slackLimitOf } = ports;
  const lanes = new Map<string, { readonly lane: Lane; readonly among: number }>();
  const channels = new LRUCache<string, ChannelBudget>({ max: KEPT_CHANNELS });
  /** The channel of each lane that was last told to wait. */
  const lastLimited = new Map<string, { readonly channel: string; readonly until: number }>();

  const laneOf = (installation: string, method: string): Lane => {
    const key = `${installation} ${method}`;
    const known = lanes.get(key);
    const among = processes();
    if (known?.among === among) return known.lane;
    const { perMinute, burst } = limitOf(method);
    const part = { perMinute: perMinute / among, burst: burst / among };
    const lane = known?.lane ?? new Lane(part, ports);
    if (known) lane.keepTo(part);
    lanes.set(key, { lane, among });
    return lane;
  };
  const channelOf = (installation: string, method: string, channel: string | undefined) => {
    if (channel === undefined || !BY_CHANNEL.has(method)) return undefined;
    const key = `${installation} ${channel}`;
    const known = channels.get(key);
    if (known) return known;
    const fresh = { budget: Budget.around(CHANNEL_LIMIT, ports.now()), pausedUntil: 0 };
    channels.set(key, fresh);
    return fresh;
  };

  const askOf = ({ installation, method, channel, pace, until }: Wanted) => ({
    pace,
    until,
    channel: channelOf(installation, method, channel),
  });

  return {
    turn: (wanted) => laneOf(wanted.installation, wanted.method).ask(askOf(wanted)),
    foresee: (wanted) => laneOf(wanted.installation, wanted.method).foresee(askOf(wanted)),
    limited: ({ installation, method, channel }, seconds) => {
      const now = ports.now();
      const until = now + seconds * 1000;
      const lane = laneOf(installation, method);
      const there = channelOf(installation, method, channel);
      if (!there || channel === undefined) return lane.pause(until);
      there.pausedUntil = Math.max(there.pausedUntil, until);
      const key = `${installation} ${method}`;
      const last = lastLimited.get(key);
      // A second channel at the same time: it is the workspace that is full.
      if (last && last.channel !== channel && last.until > now) lane.pause(until);
      lastLimited.set(key, { channel, until });
    },
  };
}

/** No pace at all: for a stand-in of Slack's on this machine. */
export const unpaced: Pacing = {
  turn: () => ({ kind: "go" }),
  foresee: () => ({ kind: "go" }),
  limited: () => undefined,
};
