import type { Outcome } from "../../channels/channel.ts";
import type { Incoming } from "../../channels/incoming.ts";
import { type Response, responses } from "../../rounds/response.ts";
import { commandTurn } from "../commands/command-turn.ts";
import { nearestCommand, readCommand } from "../commands/read-command.ts";
import { converse } from "../converse.ts";
import type { Turn } from "../turn.ts";
import { answerTurn, tellOnly } from "./answer-turn.ts";
import { conversationState } from "./conversation-state.ts";

/** Someone wrote to the coach in private: a command, or an answer to what they were asked last. */
export async function saidPrivately(turn: Turn<Extract<Incoming, { kind: "said" }>>): Promise<Outcome> {
  const open = await openResponses(turn);
  const focus = open[0];
  const command = readCommand(turn.incoming.text, turn.flows);
  if (command) return commandTurn(turn, command, open);
  if (!focus) return converse(turn, [{ kind: "not-understood", ...guess(turn.incoming.text) }]);
  const state = await conversationState(turn, focus);
  if (!state) return tellOnly(turn, focus, { kind: "round-over", round: focus.round });
  if (state.standing.kind === "done" && !state.asked) {
    return converse(turn, [{ kind: "not-understood", ...guess(turn.incoming.text) }]);
  }
  return answerTurn(turn, state, open.length > 1);
}

/** This person's responses that wait for answers; the one touched last has the focus and comes first. */
export async function openResponses(turn: Turn): Promise<readonly Response[]> {
  const { ports, incoming, person } = turn;
  const found = await ports.store.find(responses, {
    name: "openOfPerson",
    equals: { company: incoming.company, person: person._id, open: true },
  });
  return found.toSorted(
    (a, b) => Number(a.finishedAt !== null) - Number(b.finishedAt !== null) || b.touchedAt - a.touchedAt,
  );
}

function guess(text: string): { readonly guess?: string } {
  const near = nearestCommand(text);
  return near === undefined ? {} : { guess: near };
}
