import type { Outcome, Receiver } from "../channels/channel.ts";
import type { Incoming } from "../channels/incoming.ts";
import { placeKey } from "../channels/place.ts";
import { inTurn } from "../deliveries/in-turn.ts";
import { deleted, edited } from "./answering/edited.ts";
import { saidPrivately } from "./answering/said-privately.ts";
import { added, joined, opened } from "./arrive.ts";
import { deletedLine, editedLine } from "./customers/contacts/line/edited-line.ts";
import { takeFile } from "./customers/register/importing/import-turn.ts";
import { openNewForm } from "./plan/action-form-turn.ts";
import { deletedNote, editedNote } from "./plan/noting/edited-note.ts";
import type { CoachPorts } from "./ports.ts";
import { saidInChannel } from "./said-in-channel.ts";
import { tapped } from "./tapped.ts";
import { type Turn, turnOf } from "./turn.ts";

/**
 * The coach as channels know it: one incoming thing becomes one durable write, and only then is it acknowledged. What one person does at one place
 * is taken in the order in which it came; everything else side by side.
 */
export function createCoach(ports: CoachPorts): Receiver {
  const inOrder = inTurn();
  return {
    receive: (incoming) => inOrder(`${incoming.person} ${placeKey(incoming.place)}`, () => receive(ports, incoming)),
  };
}

async function receive(ports: CoachPorts, incoming: Incoming): Promise<Outcome> {
  const turn = await turnOf(ports, incoming);
  // Strangers get nothing (DESIGN: "Security").
  if (!turn) return { kind: "taken" };
  return react({ ...turn, incoming });
}

function react(turn: Turn): Promise<Outcome> {
  const { incoming } = turn;
  switch (incoming.kind) {
    case "said":
      return incoming.place.kind === "private"
        ? saidPrivately({ ...turn, incoming })
        : saidInChannel({ ...turn, incoming });
    case "edited":
      return editedMessage({ ...turn, incoming });
    case "deleted":
      return deletedMessage({ ...turn, incoming });
    case "tapped":
    case "submitted":
      return tapped({ ...turn, incoming });
    case "sent-file":
      return takeFile({ ...turn, incoming });
    case "opened":
      return opened({ ...turn, incoming });
    case "joined":
      return joined(turn);
    case "added":
      return added({ ...turn, incoming });
    case "noted":
      return Promise.resolve(openNewForm(turn, undefined, incoming));
    default:
      return incoming satisfies never;
  }
}

/** A message may have held an action, a contact with a customer, an answer or a proposal. */
async function editedMessage(turn: Turn<Extract<Incoming, { kind: "edited" }>>): Promise<Outcome> {
  return (await editedNote(turn)) ?? (await editedLine(turn)) ?? edited(turn);
}

async function deletedMessage(turn: Turn<Extract<Incoming, { kind: "deleted" }>>): Promise<Outcome> {
  return (await deletedNote(turn)) ?? (await deletedLine(turn)) ?? deleted(turn);
}
