import type { Outcome } from "../../channels/channel.ts";
import { changeRecord } from "../../rounds/change-record.ts";
import { type Response, responses } from "../../rounds/response.ts";
import { saying } from "../converse.ts";
import type { Tell } from "../tell.ts";
import type { Turn } from "../turn.ts";
import { sent } from "./record-answer.ts";

/** Says something beside the question; the question stays where it is. */
export async function tellOnly(turn: Turn, response: Response, tell: Tell): Promise<Outcome> {
  const place = { kind: "private", person: turn.person._id } as const;
  return sent(
    turn,
    await changeRecord(turn.ports.store, responses, response, turn.event, () => ({
      set: { touchedAt: turn.event.now },
      planned: [saying(place, tell)],
    })),
  );
}
