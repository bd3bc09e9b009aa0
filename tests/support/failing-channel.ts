import { type Channel, PostFailed } from "../../src/channels/channel.ts";

export interface Trouble {
  /** What becomes of the next posts, one each; "lost": it arrives, but its answer does not. */
  readonly next: ("fails" | "hopeless" | "lost" | "vanishes")[];
  /** Whether the platform can be asked what arrived. */
  canBeAsked: boolean;
  /** Every delivery that was posted or tried, in order. */
  readonly tried: string[];
}

/** A platform whose answers may be lost: "fails" refuses plainly, "hopeless" for good, "vanishes" loses the message and its answer. */
export function failingChannel(channel: Channel, trouble: Trouble): Channel {
  return {
    ...channel,
    post: async (company, place, message, delivery, hurry) => {
      trouble.tried.push(delivery);
      const what = trouble.next.shift();
      if (what === "fails") throw new PostFailed("refused", { retryAfterSeconds: 5 });
      if (what === "vanishes") throw new PostFailed("no answer", { unclear: true });
      if (what === "hopeless") throw new PostFailed("refused for good", { hopeless: true });
      const posted = await channel.post(company, place, message, delivery, hurry);
      if (what === "lost") throw new PostFailed("no answer", { unclear: true });
      return posted;
    },
    find: (company, place, delivery) =>
      trouble.canBeAsked ? channel.find(company, place, delivery) : Promise.resolve("unknown"),
  };
}
