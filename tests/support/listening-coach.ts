import type { Outcome, Receiver } from "../../src/channels/channel.ts";
import type { Incoming } from "../../src/channels/incoming.ts";

type Answers = (incoming: Incoming) => Outcome | Error | Promise<Outcome | Error>;

/** A coach that remembers what it was told and answers as told; redelivered events are "repeated", as the real one's are. */
export function createListener() {
  const heard: Incoming[] = [];
  const taken = new Set<string>();
  let next: Answers | undefined;
  const receiver: Receiver = {
    async receive(incoming) {
      const outcome = (await next?.(incoming)) ?? { kind: "taken" };
      if (outcome instanceof Error) throw outcome;
      if (outcome.kind !== "taken") return outcome;
      if (taken.has(incoming.eventId)) return { kind: "repeated" };
      taken.add(incoming.eventId);
      heard.push(incoming);
      return outcome;
    },
  };
  return {
    receiver,
    heard,
    answer: (by: Answers | undefined) => {
      next = by;
    },
  };
}
