import type { Outcome } from "../../channels/channel.ts";
import type { Incoming } from "../../channels/incoming.ts";
import { questionOf } from "../../flow/compile-flow.ts";
import { readReply } from "../../flow/reading/read-reply.ts";
import { type Response, responses } from "../../rounds/response.ts";
import { converse } from "../converse.ts";
import { valuesOf } from "../load-scene.ts";
import { asProposed, propose, proposeByText } from "../together/propose.ts";
import { askedNow, type TeamState, teamState } from "../together/team-state.ts";
import type { Turn } from "../turn.ts";
import { answerTurn } from "./answer-turn.ts";
import { conversationState } from "./conversation-state.ts";
import { openResponses, othersWait } from "./open-responses.ts";
import { recordAnswer } from "./record-answer.ts";
import { tellOnly } from "./tell-only.ts";
import { takeTypedRows } from "./typed-rows.ts";

/** Someone edited a message: the answer that it held follows. What cannot be read as an answer any more leaves the answer as it was, and says so. */
export async function edited(turn: Turn<Extract<Incoming, { kind: "edited" }>>): Promise<Outcome> {
  const { incoming, person } = turn;
  if (incoming.place.kind === "thread") return editedInThread(turn, incoming.place.round);
  const held = await heldBy(turn, incoming.message);
  if (!held) return editedIntoAnswer(turn);
  const state = await conversationState(turn, held.response);
  const step = state ? questionOf(state.flow, held.step) : undefined;
  if (!state || !step) return { kind: "taken" };
  const reading = readReply(asProposed(step), incoming.text, {
    flow: state.flow,
    answers: valuesOf(held.response),
    context: state.context,
    language: person.language,
  });
  const stands = held.response.answers[held.step]?.value;
  // Platforms tell of edits that change no word: a link that got its preview.
  if (reading.kind === "value" && JSON.stringify(stands) === JSON.stringify(reading.value)) return { kind: "taken" };
  if (reading.kind === "value") {
    const several = othersWait(await openResponses(turn), held.response);
    const from = { message: incoming.message, several };
    return step.kind === "table" && reading.value.kind === "table"
      ? takeTypedRows(turn, state, step, reading.value.rows, from)
      : recordAnswer(turn, state, step, reading.value, from);
  }
  const reason = reading.kind === "refused" ? reading.reason : reading.question;
  return tellOnly(turn, held.response, {
    kind: "sentence",
    text: turn.say("turn.editUnread", { title: step.title[person.language], reason }),
  });
}

/** What could not be taken as the answer to the question that waits is mended: it is read as if it had just been said. */
async function editedIntoAnswer(turn: Turn<Extract<Incoming, { kind: "edited" }>>): Promise<Outcome> {
  const { incoming } = turn;
  const open = await openResponses(turn);
  const held = open.find(
    ({ asked, pending }) =>
      asked?.untaken?.includes(incoming.message) ||
      (pending?.message === incoming.message && pending.step === asked?.step),
  );
  const state = held ? await conversationState(turn, held) : undefined;
  if (!held || !state?.asked) return { kind: "taken" };
  const said = { ...turn, incoming: { ...incoming, kind: "said", addressed: true } } as const;
  return answerTurn(said, state, othersWait(open, held));
}

/** A proposal follows its message while its question stands there; what was settled since stays. Other talk that is mended may become a proposal. */
async function editedInThread(turn: Turn<Extract<Incoming, { kind: "edited" }>>, round: string): Promise<Outcome> {
  const state = await teamState(turn, round);
  const asked = "notice" in state ? undefined : state.response.asked?.step;
  if ("notice" in state || asked === undefined) return { kind: "taken" };
  const proposed = proposedStep(state, turn.incoming.message);
  if (proposed !== undefined) return proposed === asked ? proposeByText(turn, state) : { kind: "taken" };
  const question = askedNow(state, asked);
  // Any words would do for a text: people's own talk stays theirs.
  if (!question || question.kind === "text") return { kind: "taken" };
  const reading = readReply(asProposed(question), turn.incoming.text, {
    flow: state.flow,
    answers: valuesOf(state.response),
    context: state.context,
    language: turn.person.language,
  });
  return reading.kind === "value"
    ? propose(turn, state, question.id, reading.value, turn.incoming.message)
    : { kind: "taken" };
}

/** The step for which a message holds a proposal. */
function proposedStep({ response }: TeamState, message: string): string | undefined {
  return Object.entries(response.proposals).find(([, proposals]) =>
    Object.values(proposals).some((proposal) => proposal.message === message),
  )?.[0];
}

/** Someone deleted a message that held an answer or a proposal: it stays, and they are told how to change it. */
export async function deleted(turn: Turn<Extract<Incoming, { kind: "deleted" }>>): Promise<Outcome> {
  if (turn.incoming.place.kind === "thread") return deletedInThread(turn, turn.incoming.place.round);
  const held = await heldBy(turn, turn.incoming.message);
  if (!held) return { kind: "taken" };
  const state = await conversationState(turn, held.response);
  const title = (state ? questionOf(state.flow, held.step) : undefined)?.title[turn.person.language] ?? held.step;
  return converse(turn, [{ kind: "sentence", text: turn.say("turn.answerStays", { title }) }], {
    place: { kind: "private", person: turn.person._id },
  });
}

async function deletedInThread(turn: Turn<Extract<Incoming, { kind: "deleted" }>>, round: string): Promise<Outcome> {
  const state = await teamState(turn, round);
  const step = "notice" in state ? undefined : proposedStep(state, turn.incoming.message);
  if ("notice" in state || step === undefined) return { kind: "taken" };
  const title = questionOf(state.flow, step)?.title[turn.person.language] ?? step;
  return converse(turn, [{ kind: "sentence", text: turn.say("turn.proposalStays", { title }) }], {
    place: { kind: "private", person: turn.person._id },
  });
}

async function heldBy(
  { ports, incoming, person }: Turn,
  message: string,
): Promise<{ readonly response: Response; readonly step: string } | undefined> {
  const all = await ports.store.find(responses, {
    name: "openOfPerson",
    equals: { company: incoming.company, person: person._id, open: [true, false] },
  });
  for (const response of all) {
    const held = Object.entries(response.answers).find(
      ([, { message: last, value }]) =>
        last === message || (value.kind === "table" && value.rows.some((row) => row.message === message)),
    );
    if (held) return { response, step: held[0] };
  }
  return undefined;
}
