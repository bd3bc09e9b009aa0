/** How often a method may be called in one workspace. */
export interface Limit {
  readonly perMinute: number;
  /** So many at once; part of what a minute allows. */
  readonly burst: number;
}

/**
 * Slack counts by method, workspace and app; "N+ per minute, some bursts tolerated" (docs.slack.dev/apis/web-api/rate-limits). Held as N in any
 * minute, a fifth of it at once.
 */
const tier = (perMinute: number): Limit => ({ perMinute, burst: Math.max(1, Math.floor(perMinute / 5)) });
const TIER_1 = tier(1);
const TIER_2 = tier(20);
const TIER_3 = tier(50);
const TIER_4 = tier(100);

/** The tiers that the methods' own pages name (docs.slack.dev/reference/methods/<method>). */
const LIMITS: { readonly [method: string]: Limit } = {
  // "Several hundred messages per minute" in a workspace, beside one a second in a channel.
  "chat.postMessage": { perMinute: 300, burst: 60 },
  // "Hundreds of requests per minute".
  "auth.test": { perMinute: 200, burst: 40 },
  "chat.postEphemeral": TIER_4,
  "chat.update": TIER_3,
  "conversations.history": TIER_3,
  "conversations.info": TIER_3,
  "conversations.list": TIER_2,
  "conversations.members": TIER_4,
  "conversations.open": TIER_3,
  "conversations.replies": TIER_3,
  "files.completeUploadExternal": TIER_4,
  "files.getUploadURLExternal": TIER_4,
  "files.info": TIER_4,
  "users.info": TIER_4,
  "users.list": TIER_2,
  "views.open": TIER_4,
  "views.publish": TIER_4,
  "views.push": TIER_4,
  "views.update": TIER_4,
  "apps.uninstall": TIER_1,
};

/** A method that the table does not know is held to tier 2. */
export function limitOf(method: string): Limit {
  return LIMITS[method] ?? TIER_2;
}

/** "One message per second per channel, short bursts allowed." */
export const CHANNEL_LIMIT: Limit = { perMinute: 60, burst: 3 };

/** Methods that Slack also counts by channel. */
export const BY_CHANNEL: ReadonlySet<string> = new Set(["chat.postMessage", "chat.postEphemeral"]);
