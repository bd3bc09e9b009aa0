import type { Outcome } from "../../channels/channel.ts";
import type { Incoming } from "../../channels/incoming.ts";
import type { AnswerValue } from "../../flow/answer-value.ts";
import type { Answering } from "../../flow/answers.ts";
import { fits } from "../../flow/fits.ts";
import { saysCannotSay } from "../../flow/reading/cannot-say.ts";
import { readReply } from "../../flow/reading/read-reply.ts";
import { columnNames } from "../../flow/reading/read-table.ts";
import { rowsAhead } from "../../flow/reading/rows-ahead.ts";
import type { Question, QuestionOf } from "../../flow/step.ts";
import { tableAsked } from "../../flow/table-asked.ts";
import type { Step } from "../../rounds/change-record.ts";
import { joinRows } from "../answering/join-rows.ts";
import { converse, saying } from "../converse.ts";
import { rowsSoFar } from "../draw/asking/rows-so-far.ts";
import { valuesOf } from "../load-scene.ts";
import type { Turn } from "../turn.ts";
import { stepCard } from "./begin-together.ts";
import { isNod } from "./beside-proposals.ts";
import { proposalKey } from "./proposal-key.ts";
import { askedNow, changeTeam, type TeamState } from "./team-state.ts";
import { cannotPropose, takesByTap, tellUnsure } from "./unsure-proposal.ts";

/** How many proposals one step takes; more would not fit any screen. */
const MOST_PROPOSALS = 40;
/** So long a line may still be one cell. */
const MOST_OF_CELL = 50;

/** Someone wrote in the thread of a round that is answered together: a proposal for the question that stands there. */
export async function proposeByText(
  turn: Turn<Extract<Incoming, { kind: "said" | "edited" }>>,
  state: TeamState,
): Promise<Outcome> {
  const asked = state.response.asked;
  const question = asked ? askedNow(state, asked.step) : undefined;
  const { incoming, person } = turn;
  if (!question) return { kind: "taken" };
  const reader = { ...answeringOf(state), language: person.language };
  const ahead = rowsAhead(question, incoming.text, reader);
  if (ahead) return proposeAhead(turn, state, question, ahead);
  if (question.kind === "text" && saysCannotSay(incoming.text)) return cannotPropose(turn, state, question);
  const reading = readReply(asProposed(question), incoming.text, reader);
  if (reading.kind === "value") return propose(turn, state, question.id, reading.value, incoming.message);
  if (isNod(incoming.text)) return { kind: "taken" };
  if (isTalk(question, incoming)) return triesRow(turn, state, question);
  const tell = tellUnsure(state, question, reading);
  return changeTeam(turn, state, () => ({ planned: [saying(incoming.place, tell)] }));
}

/** While a table is filled people talk too: what has not even two cells is said to each other, unless the coach is called by name. */
function isTalk(question: Question, incoming: Extract<Incoming, { kind: "said" | "edited" }>): boolean {
  const addressed = incoming.kind === "said" && incoming.addressed;
  return question.kind === "table" && question.columns.length > 1 && !incoming.text.includes(";") && !addressed;
}

/** What has the parts of a row, apart by commas or lines, or is as short as a cell, was perhaps meant for one: the first who writes so hears how rows are written. */
function triesRow(
  turn: Turn<Extract<Incoming, { kind: "said" | "edited" }>>,
  state: TeamState,
  question: Question,
): Promise<Outcome> | Outcome {
  if (question.kind !== "table" || !(hasParts(question, turn.incoming.text) || isShort(turn.incoming.text)))
    return { kind: "taken" };
  const columns = columnNames(tableAsked(question, answeringOf(state)), turn.person);
  const { _id: round, team } = state.round;
  return converse(turn, [{ kind: "not-row", round, step: question.id, columns }], {
    place: { kind: "thread", team, round },
    once: `not-row:${question.id}`,
  });
}

function hasParts({ columns }: QuestionOf<"table">, text: string): boolean {
  const parts = text.split(/,\s+|\n+/u).filter((part) => part.trim() !== "").length;
  return parts >= Math.max(2, columns.filter(({ optional }) => !optional).length);
}

/** "Sivut uusiksi": a few words that end no sentence. What people say to each other mostly asks, or has an end. */
function isShort(text: string): boolean {
  const said = text.trim();
  return /^\p{L}[^.?!,\n]*$/u.test(said) && said.length <= MOST_OF_CELL && said.split(/\s+/u).length > 1;
}

/** Rows of a later question come before it is asked: they wait there as proposals. */
function proposeAhead(
  turn: Turn<Extract<Incoming, { kind: "said" | "edited" }>>,
  state: TeamState,
  question: Question,
  { step, value }: NonNullable<ReturnType<typeof rowsAhead>>,
): Promise<Outcome> {
  const { person, event, incoming } = turn;
  const { language } = person;
  const told = { title: step.title[language], now: question.title[language] };
  const { _id: round, team } = state.round;
  const key = proposalKey(incoming.message);
  return changeTeam(turn, state, (response) => {
    const standing = rowsSoFar(response, step.id);
    const joined = joinRows(turn, step, answeringOf({ ...state, response }), { standing, rows: value.rows });
    if (!joined.ok) return saidInThread(state, joined.reason);
    return {
      set: {
        [`proposals.${step.id}.${key}`]: { value, by: person._id, at: event.now, message: incoming.message },
        touchedAt: event.now,
      },
      planned: [saying({ kind: "thread", team, round }, { kind: "sentence", text: turn.say("turn.rowsAhead", told) })],
    };
  });
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
    const answering = answeringOf({ ...state, response });
    if (!question || !fits(asProposed(question), value, answering)) return { declined: turn.say("turn.stepPassed") };
    const known = response.proposals[step] ?? {};
    if (known[key] === undefined && Object.keys(known).length >= MOST_PROPOSALS)
      return { declined: turn.say("turn.proposalsFull", { count: MOST_PROPOSALS }) };
    if (question.kind === "table" && value.kind === "table") {
      const standing = rowsSoFar({ ...response, proposals: { [step]: without(known, key) } }, step);
      const joined = joinRows(turn, question, answering, { standing, rows: value.rows });
      if (!joined.ok) return saidInThread(state, joined.reason);
    }
    return {
      set: {
        [`proposals.${step}.${key}`]: { value, by: turn.person._id, at: turn.event.now, message },
        touchedAt: turn.event.now,
        taken: takesByTap(turn, state, question, { value, others: Object.values(without(known, key)) })
          ? { step, value, by: turn.person._id, at: turn.event.now }
          : null,
      },
      planned: [stepCard(state.round, step)],
    };
  });
}

/** Rows are typed: where nothing was tapped, only a message is seen. */
function saidInThread({ round: { _id: round, team } }: TeamState, text: string): Step {
  return { planned: [saying({ kind: "thread", team, round }, { kind: "sentence", text })] };
}

/** One row is a proposal, however many the table needs in the end. */
export function asProposed(question: Question): Question {
  return question.kind === "table" ? { ...question, minRows: 1 } : question;
}

/** Whether the text answers the question that stands there with something else than free words. */
export function readsAsAnswer(turn: Turn, state: TeamState, text: string): boolean {
  const { asked } = state.response;
  const question = asked ? askedNow(state, asked.step) : undefined;
  if (!question || question.kind === "text") return false;
  const reader = { ...answeringOf(state), language: turn.person.language };
  return readReply(asProposed(question), text, reader).kind === "value";
}

function answeringOf({ flow, context, response }: Pick<TeamState, "flow" | "context" | "response">): Answering {
  return { flow, answers: valuesOf(response), context };
}

function without<T>(record: { readonly [key: string]: T }, gone: string): { [key: string]: T } {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== gone));
}
