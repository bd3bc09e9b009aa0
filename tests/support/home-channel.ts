import { type Channel, HOME } from "../../src/channels/channel.ts";
import type { Message } from "../../src/message/message.ts";

/** A platform with a Home: what stands on each person's, and how often it was drawn. */
export class Homes {
  readonly #drawn = new Map<string, { readonly message: Message; readonly times: number }>();

  /** Puts Homes before a channel. */
  readonly before = (channel: Channel): Channel => ({
    ...channel,
    edit: (company, place, posted, message) => {
      if (posted !== HOME || place.kind !== "private") return channel.edit(company, place, posted, message);
      this.#drawn.set(place.person, { message, times: this.timesOf(place.person) + 1 });
      return Promise.resolve();
    },
  });

  of(person: string): Message {
    const home = this.#drawn.get(person);
    if (!home) throw new Error(`${person} has no Home`);
    return home.message;
  }

  timesOf(person: string): number {
    return this.#drawn.get(person)?.times ?? 0;
  }
}
