import type { Event } from "../deliveries/outbox.ts";
import type { Store } from "../store/store.ts";
import { changeRecord, type Taken } from "./change-record.ts";
import { type Round, rounds } from "./round.ts";

/** An open round closes and reminds at other times than it was to; its card and its facilitator's are drawn anew. Once however often the event comes. */
export function moveClosing(
  store: Store,
  round: Round,
  { closesAt, remindAt }: Pick<Round, "closesAt" | "remindAt">,
  event: Event,
): Promise<Taken<Round, "not-open" | "moved">> {
  return changeRecord<Round, "not-open" | "moved">(store, rounds, round, event, (now) => {
    if (now.state !== "open") return { declined: "not-open" };
    if (now.closesAt !== round.closesAt) return { declined: "moved" };
    return {
      when: { state: "open", version: now.version },
      increase: { version: 1 },
      set: { closesAt, remindAt, dueAt: remindAt ?? closesAt },
      planned: [
        {
          place: { kind: "channel", team: now.team },
          how: { kind: "view", key: "card" },
          tell: { kind: "round-card", round: now._id },
        },
        {
          place: { kind: "private", person: now.facilitator },
          how: { kind: "view", key: "facilitator" },
          tell: { kind: "facilitator-card", round: now._id },
        },
      ],
    };
  });
}
