import type { Outcome } from "../../channels/channel.ts";
import { readReply } from "../../flow/reading/read-reply.ts";
import { MARK } from "../../flow/reading/split-rows.ts";
import type { Question } from "../../flow/step.ts";
import { changeRecord } from "../../rounds/change-record.ts";
import { responses } from "../../rounds/response.ts";
import { commandTurn } from "../commands/command-turn.ts";
import { nearestCommand, readCommand } from "../commands/read-command.ts";
import { converse, saying } from "../converse.ts";
import { daySaid } from "../customers/contacts/line/day-said.ts";
import { heardBesideQuestion } from "../customers/contacts/line/heard-beside-question.ts";
import { heardContact, readContactLine } from "../customers/contacts/line/heard-contact.ts";
import { namesNoCustomer } from "../customers/customers-turn.ts";
import { namesAwaited } from "../customers/register/adding/names-asked.ts";
import { endNamesPrompt } from "../customers/register/adding/names-prompt.ts";
import { valuesOf } from "../load-scene.ts";
import { detailSaid, namesNoAction } from "../plan/doing/do-by-text.ts";
import { namesNothing } from "../plan/list-turn.ts";
import { asProposed } from "../together/propose.ts";
import type { Said, Turn } from "../turn.ts";
import { answerTurn } from "./answer-turn.ts";
import { type ConversationState, conversationState } from "./conversation-state.ts";
import { openResponses, othersWait } from "./open-responses.ts";
import { sent } from "./record-answer.ts";
import { tellOnly } from "./tell-only.ts";

/** A word with a colon behind it is meant as a command. */
const BIDS = /^[\p{L} ]+:/u;

/** Someone wrote to the coach in private: a command, or an answer to what they were asked last. */
export async function saidPrivately(turn: Said): Promise<Outcome> {
  const open = await openResponses(turn);
  // Redelivered: by now the conversation may stand elsewhere, and the same words would mean something else.
  if (open.some(({ events }) => events.includes(turn.event.id))) return { kind: "repeated" };
  const focus = open[0];
  const command = readCommand(turn.incoming.text, turn.flows);
  if (
    command &&
    !(
      focus &&
      (namesNothing(turn, command) || (await namesNoAction(turn, command)) || (await namesNoCustomer(turn, command)))
    )
  ) {
    await endNamesPrompt(turn);
    return commandTurn(turn, command, open);
  }
  const named = (await daySaid(turn, focus)) ?? (await detailSaid(turn, focus)) ?? (await namesAwaited(turn, focus));
  if (named) return named;
  if (!focus) return (await tellOfContact(turn)) ?? (await tellCutShort(turn)) ?? notUnderstood(turn);
  const state = await conversationState(turn, focus);
  if (!state) return tellOnly(turn, focus, { kind: "round-over", round: focus.round });
  if (state.standing.kind === "done" && !state.asked) {
    return (await tellOfContact(turn)) ?? notUnderstood(turn);
  }
  // "Siirrä: hinnasto" may be an answer in words, but no level; "menossa parempaan suuntaan" is talk.
  if (command && BIDS.test(turn.incoming.text) && state.asked && refuses(turn, state, state.asked))
    return commandTurn(turn, command, open);
  const isRow = state.asked?.kind === "table" && MARK.test(turn.incoming.text);
  return (
    (isRow ? undefined : await heardBesideQuestion(turn, state)) ?? answerTurn(turn, state, othersWait(open, focus))
  );
}

function refuses({ incoming, person }: Said, { flow, response, context }: ConversationState, asked: Question): boolean {
  const reader = { flow, answers: valuesOf(response), context, language: person.language };
  return readReply(asProposed(asked), incoming.text, reader).kind === "refused";
}

/** A question stood there when its round was closed: who answers it now is told so, once. */
async function tellCutShort(turn: Turn): Promise<Outcome | undefined> {
  const { ports, incoming, person, event } = turn;
  const over = await ports.store.find(responses, {
    name: "openOfPerson",
    equals: { company: incoming.company, person: person._id, open: false },
  });
  if (over.some(({ events }) => events.includes(event.id))) return { kind: "repeated" };
  const last = over.filter(({ asked }) => asked !== null).sort((a, b) => b.touchedAt - a.touchedAt)[0];
  if (!last) return undefined;
  const place = { kind: "private", person: person._id } as const;
  return sent(
    turn,
    await changeRecord(ports.store, responses, last, event, () => ({
      set: { asked: null },
      planned: [saying(place, { kind: "round-over", round: last.round })],
    })),
  );
}

async function tellOfContact(turn: Said): Promise<Outcome | undefined> {
  const { text } = turn.incoming;
  const read = await readContactLine(turn, text);
  return read && heardContact(turn, text, read);
}

function notUnderstood(turn: Said): Promise<Outcome> {
  const near = nearestCommand(turn.incoming.text, turn.person.language);
  return converse(turn, [{ kind: "not-understood", ...(near === undefined ? {} : { guess: near }) }]);
}
