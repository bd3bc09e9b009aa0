import type { Outcome } from "../../channels/channel.ts";
import type { Incoming } from "../../channels/incoming.ts";
import type { AnswerValue } from "../../flow/answer-value.ts";
import { fits } from "../../flow/fits.ts";
import { readReply } from "../../flow/reading/read-reply.ts";
import type { Question } from "../../flow/step.ts";
import { saying } from "../converse.ts";
import { rowsSoFar } from "../draw/asking/rows-so-far.ts";
import { valuesOf } from "../load-scene.ts";
import type { Turn } from "../turn.ts";
import { stepCard } from "./begin-together.ts";
import { proposalKey } from "./proposal-key.ts";
import { askedNow, changeTeam, type TeamState } from "./team-state.ts";

/** How many proposals one step takes; more would not fit any screen. */
const MOST_PROPOSALS = 40;

/** Someone wrote in the thread of a round that is answered together: a proposal for the question that stands there. */
export async function proposeByText(
  turn: Turn<Extract<Incoming, { kind: "said" | "edited" }>>,
  state: TeamState,
): Promise<Outcome> {
  const asked = state.response.asked;
  const question = asked ? askedNow(state, asked.step) : undefined;
  const { incoming, person } = turn;
  if (!question) return { kind: "taken" };
  const reading = readReply(asProposed(question), incoming.text, {
    flow: state.flow,
    answers: valuesOf(state.response),
    context: state.context,
    language: person.language,
  });
  if (reading.kind === "value") return propose(turn, state, question.id, reading.value, incoming.message);
  if (isTalk(question, incoming)) return { kind: "taken" };
  const text =
    reading.kind === "refused"
      ? reading.reason
      : [reading.question, ...reading.candidates.map(({ label }) => label)].join(" · ");
  return changeTeam(turn, state, () => ({ planned: [saying(incoming.place, { kind: "sentence", text })] }));
}

/** While a table is filled people talk too: what has not even two cells is said to each other, unless the coach is called by name. */
function isTalk(question: Question, incoming: Extract<Incoming, { kind: "said" | "edited" }>): boolean {
  const addressed = incoming.kind === "said" && incoming.addressed;
  return question.kind === "table" && question.columns.length > 1 && !incoming.text.includes(";") && !addressed;
}

/** A proposal, by text or by tap. What the facilitator had taken goes back among the proposals: someone had more to say. */
export function propose(
  turn: Turn,
  state: TeamState,
  step: string,
  value: AnswerValue,
  message: string | null,
): Promise<Outcome> {
  const many = value.kind === "text" || value.kind === "table";
  const key = proposalKey(many ? (message ?? turn.event.id) : turn.person._id);
  return changeTeam(turn, state, (response) => {
    const question = askedNow({ flow: state.flow, response }, step);
    const answering = { flow: state.flow, answers: valuesOf(response), context: state.context };
    if (!question || !fits(asProposed(question), value, answering)) return { declined: turn.say("turn.stepPassed") };
    const known = response.proposals[step] ?? {};
    if (known[key] === undefined && Object.keys(known).length >= MOST_PROPOSALS)
      return { declined: turn.say("turn.proposalsFull", { count: MOST_PROPOSALS }) };
    if (question.kind === "table" && value.kind === "table") {
      const others = rowsSoFar({ ...response, proposals: { [step]: without(known, key) } }, step);
      if (others.length + value.rows.length > question.maxRows)
        return { declined: turn.say("turn.rowsFull", { count: question.maxRows }) };
    }
    return {
      set: {
        [`proposals.${step}.${key}`]: { value, by: turn.person._id, at: turn.event.now, message },
        touchedAt: turn.event.now,
        taken: null,
      },
      planned: [stepCard(state.round, step)],
    };
  });
}

/** One row is a proposal, however many the table needs in the end. */
export function asProposed(question: Question): Question {
  return question.kind === "table" ? { ...question, minRows: 1 } : question;
}

function without<T>(record: { readonly [key: string]: T }, gone: string): { [key: string]: T } {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== gone));
}
