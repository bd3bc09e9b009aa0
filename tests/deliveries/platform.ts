import { type Channel, PostFailed } from "../../src/channels/channel.ts";
import { placeKey } from "../../src/channels/place.ts";

/** What becomes of a post: it is refused, it vanishes without an answer, or it arrives and its answer is lost. */
export type Fate = "refused" | "vanishes" | "lost";

/** A platform on which messages stand, the same for every process. */
export class Platform {
  readonly name: Channel["platform"];
  readonly arrived: { readonly delivery: string; readonly text: string }[] = [];
  readonly edited: string[] = [];
  readonly fates: Fate[] = [];
  canBeAsked = true;
  isAway = false;

  constructor(name: Channel["platform"]) {
    this.name = name;
  }

  texts(): readonly string[] {
    return this.arrived.map(({ text }) => text);
  }
}

/** The platform as one process reaches it. */
export function channelOf(
  platform: Platform,
  pass: <T>(act: () => T | Promise<T>) => Promise<T>,
  now: () => number,
): Channel {
  const reach = () => {
    if (platform.isAway) throw new PostFailed("away", { retryAfterSeconds: 1 });
  };
  return {
    platform: platform.name,
    post: (_company, place, message, delivery, _hurry, mayGo = () => true) =>
      pass(() => {
        reach();
        if (!mayGo()) throw new PostFailed("not any more", { retryAfterSeconds: 1 });
        const fate = platform.fates.shift();
        if (fate === "refused") throw new PostFailed("refused", { retryAfterSeconds: 1 });
        if (fate !== "vanishes") platform.arrived.push({ delivery, text: message.text });
        if (fate) throw new PostFailed("no answer", { unclear: true });
        return { message: `${platform.name} ${placeKey(place)} ${delivery}`, at: now() };
      }),
    edit: (_company, _place, posted, message) =>
      pass(() => {
        reach();
        platform.edited.push(`${posted} ${message.text}`);
      }),
    find: (_company, place, delivery) =>
      pass(() => {
        reach();
        if (!platform.canBeAsked) return "unknown";
        const found = platform.arrived.some((one) => one.delivery === delivery);
        return found ? { message: `${platform.name} ${placeKey(place)} ${delivery}`, at: now() } : "absent";
      }),
    showTyping: () => Promise.resolve(),
  };
}
