import { type Channel, HOME, type Posted, PostFailed } from "../../src/channels/channel.ts";
import type { Place } from "../../src/channels/place.ts";
import type { Message } from "../../src/message/message.ts";

/** A message as it stands on the platform. */
export interface Seen {
  readonly id: string;
  readonly place: Place;
  readonly delivery: string;
  message: Message;
  edits: number;
}

/** A platform that only remembers what was said, and can be asked what arrived. */
export function recordingChannel(seen: () => Seen[], now: () => number): Channel {
  const byDelivery = (delivery: string): Posted | "absent" => {
    const found = seen().find((one) => one.delivery === delivery);
    return found ? { message: found.id, at: now() } : "absent";
  };
  return {
    platform: "web",
    post: (_company, place, message, delivery) => {
      const id = `msg-${delivery}`;
      seen().push({ id, place, delivery, message, edits: 0 });
      return Promise.resolve({ message: id, at: now() });
    },
    edit: (_company, _place, posted, message) => {
      if (posted === HOME) return Promise.resolve();
      const found = seen().find(({ id }) => id === posted);
      if (!found) throw new PostFailed(`No message ${posted}`);
      found.message = message;
      found.edits += 1;
      return Promise.resolve();
    },
    find: (_company, _place, delivery) => Promise.resolve(byDelivery(delivery)),
    showTyping: () => Promise.resolve(),
  };
}
