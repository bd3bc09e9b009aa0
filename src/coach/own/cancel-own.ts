import type { Outcome } from "../../channels/channel.ts";
import { refreshHomes } from "../../conversations/refresh-homes.ts";
import { changeRecord } from "../../rounds/change-record.ts";
import { isUnderWay } from "../../rounds/own-record.ts";
import { type Response, responseId, responses } from "../../rounds/response.ts";
import { sent } from "../answering/record-answer.ts";
import { saying } from "../converse.ts";
import type { Turn } from "../turn.ts";

/** Ends an own record that is under way. What was answered stays with the person. */
export async function cancelOwn(turn: Turn, round: string): Promise<Outcome> {
  const { ports, event, person } = turn;
  const place = { kind: "private", person: person._id } as const;
  const taken = await changeRecord<Response, "over">(
    ports.store,
    responses,
    responseId(round, person._id),
    event,
    (response) =>
      isUnderWay(response)
        ? {
            when: { open: true, outboxRevision: response.outboxRevision },
            set: { open: false, asked: null, pending: null, touchedAt: event.now },
            planned: [saying(place, { kind: "round-over", round })],
          }
        : { declined: "over" },
  );
  if (taken.kind === "declined" || taken.kind === "missing")
    return { kind: "taken", notice: turn.say("turn.oldButton") };
  await refreshHomes(ports, [person._id], event);
  return sent(turn, taken);
}
