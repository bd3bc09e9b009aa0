import type { Outcome } from "../../channels/channel.ts";
import type { AnswerValue } from "../../flow/answer-value.ts";
import { takesCannotSay } from "../../flow/fits.ts";
import type { Question } from "../../flow/step.ts";
import type { Response } from "../../rounds/response.ts";
import { saying } from "../converse.ts";
import { rowsSoFar } from "../draw/asking/rows-so-far.ts";
import { notFacilitator } from "../facilitating/change-round.ts";
import type { Turn } from "../turn.ts";
import { stepKey } from "./begin-together.ts";
import { goOn, settle, take } from "./settle.ts";
import { askedNow, changeTeam, isFacilitator, type TeamState } from "./team-state.ts";

/** Said in a round's thread about the way on, not an answer. */
export type Lead = "done" | "resume" | "skip" | "pause" | "back" | "my-answers";

/** What somebody who says so in the thread expects: the way on is taken where it is clear, otherwise they hear how to take it. */
export function leadOn(turn: Turn, state: TeamState, lead: Lead): Promise<Outcome> {
  const { asked } = state.response;
  const question = asked ? askedNow(state, asked.step) : undefined;
  if (!question) return Promise.resolve({ kind: "taken" });
  switch (lead) {
    case "pause":
      return tells(turn, state, turn.say("turn.threadWaits"));
    case "back":
    case "my-answers":
      return tells(
        turn,
        state,
        turn.say(standsRecorded(turn, state, question) ? "turn.threadBack" : "turn.threadFirst"),
      );
    case "skip":
      return skip(turn, state, question);
    case "done":
    case "resume":
      return finish(turn, state, question, lead);
    default:
      return lead satisfies never;
  }
}

/** Whether an earlier step stands in the thread with the button that takes it up again. */
function standsRecorded({ ports }: Turn, { response }: TeamState, question: Question): boolean {
  const earlier = Object.keys(response.answers).filter((step) => step !== question.id);
  return earlier.some((step) => ports.courier.standing(response, stepKey(step)) !== undefined);
}

/**
 * "Valmis", "jatka": after a sitting the next question; what was taken is recorded; the only proposal, or the rows, are taken. A question that may be
 * skipped and has no proposal is done with by "valmis".
 */
async function finish(turn: Turn, state: TeamState, question: Question, lead: "done" | "resume"): Promise<Outcome> {
  const { response } = state;
  const step = question.id;
  if (!turn.ports.courier.standing(response, stepKey(step))) return goOn(turn, state);
  if (!isFacilitator(turn, state)) return tells(turn, state, notFacilitator(turn, state.round));
  if (response.taken?.step === step) return settle(turn, state, step);
  const proposed = proposedValues(response, question);
  const [only, second] = proposed;
  if (only && !second) return take(turn, state, step, only);
  if (lead === "done" && question.optional && !isBegun(response, question)) return skip(turn, state, question);
  const asks = turn.say("coach.asksNow", { title: question.title[turn.person.language] });
  return tells(turn, state, `${asks} ${second ? turn.say("turn.chooseProposal") : firstOf(question, turn)}`);
}

function isBegun({ proposals }: Response, { id }: Question): boolean {
  return Object.keys(proposals[id] ?? {}).length > 0;
}

/** What is to be proposed before anything can be taken. */
function firstOf(question: Question, { say }: Turn): string {
  return question.kind === "table" ? say("turn.rowsFew", { count: question.minRows }) : say("turn.noProposal");
}

async function skip(turn: Turn, state: TeamState, question: Question): Promise<Outcome> {
  if (!question.optional)
    return tells(
      turn,
      state,
      turn.say(takesCannotSay(question, state.flow) ? "turn.cannotSkipLevel" : "turn.cannotSkip"),
    );
  return isFacilitator(turn, state)
    ? take(turn, state, question.id, { kind: "skipped" })
    : tells(turn, state, notFacilitator(turn, state.round));
}

/** The values that could be taken, each once; the rows of a table are one, once there are enough. */
function proposedValues(response: Response, question: Question): readonly AnswerValue[] {
  if (question.kind === "table") {
    const rows = rowsSoFar(response, question.id);
    return rows.length < Math.max(1, question.minRows) ? [] : [{ kind: "table", rows }];
  }
  const values = Object.values(response.proposals[question.id] ?? {}).map(({ value }) => value);
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

function tells(turn: Turn, state: TeamState, text: string): Promise<Outcome> {
  const { _id: round, team } = state.round;
  return changeTeam(turn, state, () => ({
    planned: [saying({ kind: "thread", team, round }, { kind: "sentence", text })],
  }));
}
