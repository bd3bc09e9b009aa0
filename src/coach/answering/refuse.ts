import type { Outcome } from "../../channels/channel.ts";
import { changeRecord } from "../../rounds/change-record.ts";
import { type Response, responses } from "../../rounds/response.ts";
import { saying } from "../converse.ts";
import type { Tell } from "../tell.ts";
import type { Turn } from "../turn.ts";
import { sent } from "./record-answer.ts";

/** As many rows as somebody may write in one go before they look at what came of them. */
const MOST_UNTAKEN = 10;

/** Says why a message is no answer to the question, which stays where it is; the message may be edited into one. */
export async function refuse(turn: Turn, response: Response, tell: Tell, message: string | null): Promise<Outcome> {
  const place = { kind: "private", person: turn.person._id } as const;
  return sent(
    turn,
    await changeRecord(turn.ports.store, responses, response, turn.event, ({ asked }) => ({
      set: {
        touchedAt: turn.event.now,
        ...(asked === null || message === null ? {} : { asked: { ...asked, untaken: withMessage(asked, message) } }),
      },
      planned: [saying(place, tell)],
    })),
  );
}

function withMessage({ untaken = [] }: NonNullable<Response["asked"]>, message: string): string[] {
  return [...untaken.filter((one) => one !== message), message].slice(-MOST_UNTAKEN);
}
