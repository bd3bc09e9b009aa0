import type { Channel, Receiver } from "./channels/channel.ts";

interface Log {
  debug(fields: object, text: string): void;
}

/** Notes each turn at debug: ids and milliseconds, nothing of what was said. What fails is told by the door that it came through. */
export function loggedTurns(receiver: Receiver, now: () => number, log: Log): Receiver {
  return {
    receive: async (incoming) => {
      const began = now();
      const outcome = await receiver.receive(incoming);
      const { kind, company, eventId, place } = incoming;
      log.debug(
        { event: eventId, kind, company, place: place.kind, outcome: outcome.kind, ms: now() - began },
        "a turn was taken",
      );
      return outcome;
    },
  };
}

/** Notes each message that was sent, likewise; what does not arrive is told where it is sent again. */
export function loggedSendings(channel: Channel, now: () => number, log: Log): Channel {
  const { platform } = channel;
  return {
    ...channel,
    post: async (company, place, message, delivery, ...how) => {
      const began = now();
      const posted = await channel.post(company, place, message, delivery, ...how);
      log.debug({ platform, company, place: place.kind, delivery, ms: now() - began }, "a message was sent");
      return posted;
    },
    edit: async (company, place, posted, message) => {
      const began = now();
      await channel.edit(company, place, posted, message);
      log.debug(
        { platform, company, place: place.kind, message: posted, ms: now() - began },
        "a message was drawn anew",
      );
    },
  };
}
