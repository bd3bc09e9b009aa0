import type { Outcome } from "../../../../channels/channel.ts";
import { readReply } from "../../../../flow/reading/read-reply.ts";
import { changeRecord } from "../../../../rounds/change-record.ts";
import { responses } from "../../../../rounds/response.ts";
import type { ConversationState } from "../../../answering/conversation-state.ts";
import { sent } from "../../../answering/record-answer.ts";
import { saying } from "../../../converse.ts";
import { valuesOf } from "../../../load-scene.ts";
import type { Said } from "../../../turn.ts";
import { heardContact, lineOf, readContactLine } from "./heard-contact.ts";

/**
 * Someone wrote while a question waits, and it tells of a contact with a customer who is known. Where the question cannot take it as an answer, it is
 * logged; where it takes any words, it is kept as a pending answer and asked which of the two it is. Undefined: it is an answer.
 */
export async function heardBesideQuestion(turn: Said, state: ConversationState): Promise<Outcome | undefined> {
  const { text } = turn.incoming;
  const read = await readContactLine(turn, text);
  const isSure = read?.kind === "several" || (read?.kind === "contact" && read.sure);
  if (!read || !isSure) return undefined;
  const { asked, response, flow, context } = state;
  if (!asked) return heardContact(turn, text, read);
  const { language } = turn.person;
  const reading = readReply(asked, text, { flow, answers: valuesOf(response), context, language });
  if (reading.kind !== "value") return heardContact(turn, text, read);
  const customer = read.kind === "contact" ? read.customers[0] : undefined;
  // Of several customers in one line nothing is logged anyhow: as an answer it may be right.
  if (customer === undefined) return undefined;
  const pending = turn.event.id;
  const place = { kind: "private", person: turn.person._id } as const;
  const answer = { round: response.round, pending };
  return sent(
    turn,
    await changeRecord(turn.ports.store, responses, response, turn.event, () => ({
      set: {
        pending: { id: pending, step: asked.id, values: [reading.value], message: turn.incoming.message },
        touchedAt: turn.event.now,
      },
      planned: [saying(place, { kind: "contact-or-answer", customer, answer, ...lineOf(turn, text) })],
    })),
  );
}
