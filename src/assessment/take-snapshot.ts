import type { AnswerValue } from "../flow/answer-value.ts";
import type { Flow } from "../flow/flow.ts";
import type { Question } from "../flow/step.ts";
import type { Answer, Response } from "../rounds/response.ts";
import type { Round, Snapshot, Spread, Tally } from "../rounds/round.ts";
import { apartness } from "./apartness.ts";
import { type AssessedStep, assessedSteps, levelIn, levelsOf } from "./assessed-step.ts";
import { lowerMedian } from "./lower-median.ts";

/** DESIGN, promise 6: nothing is shown below three answers, one word for three or four, counts from five up. */
const FEWEST_SHOWN = 3;
const FEWEST_COUNTED = 5;

/** What is read of a response: its id and its answers. */
export type CountedResponse = Pick<Response, "_id"> & {
  readonly answers: { readonly [step: string]: Pick<Answer, "value" | "revision"> };
  /** Null while something is unanswered. */
  readonly finishedAt?: number | null;
};

interface Sources {
  readonly flow: Flow;
  readonly responses: readonly CountedResponse[];
  readonly tallies: Round["tallies"];
  readonly invited: number;
}

/**
 * How the answers lie when a round closes, frozen, holding only what may be shown, and which revisions of which responses it counted.
 *
 * Whoever entered the hands knows them, and sees what is shown here: answers of the chat are what is left when the hands are taken away.
 * So the thresholds look at the answers given in the chat: one or two of them hide the whole spread however many hands there were, three or four
 * leave one word. Where one or two people answered a step, even "can't say" is not told apart from a level. Hands alone (nobody answered in the
 * chat, or all of three or more said that they can't say) are judged by their own number.
 *
 * Of a flow without levels only how many people answered is counted.
 *
 * "Can't say" and skipped answers are left out of the figures and counted beside. Answers of a kind or level that the step no longer has are passed over.
 */
export function takeSnapshot({ flow, responses, tallies, invited }: Sources): {
  snapshot: Snapshot;
  counted: Round["counted"];
} {
  const steps = assessedSteps(flow);
  const answered = steps.length > 0 ? steps : flow.steps.filter((step): step is Question => step.kind !== "say");
  const counted = Object.fromEntries(
    responses.flatMap(({ _id, answers }) => {
      const revisions = answered.flatMap((step) => {
        const answer = answers[step.id];
        return answer && counts(step, answer.value) ? [[step.id, answer.revision] as const] : [];
      });
      return revisions.length === 0 ? [] : [[_id, Object.fromEntries(revisions)] as const];
    }),
  );
  const snapshot: Snapshot = {
    answered: Object.keys(counted).length,
    partly: responses.filter(({ _id, finishedAt }) => finishedAt === null && counted[_id] !== undefined).length,
    hands: Math.max(0, ...steps.map(({ id }) => handsIn(tallies[id]))),
    invited,
    steps: Object.fromEntries(
      steps.map((step) => [
        step.id,
        spreadOf(
          step,
          responses.flatMap(({ answers }) => answers[step.id]?.value ?? []),
          tallies[step.id],
        ),
      ]),
    ),
  };
  return { snapshot, counted };
}

function spreadOf(step: AssessedStep, values: readonly AnswerValue[], tally: Tally | undefined): Spread {
  const levels = Array.from({ length: levelsOf(step) }, (_, index) => index + 1);
  const inChat = values.flatMap((value) => levelIn(step, value) ?? []);
  const inChatUnsaid = values.filter(isUnsaid).length;
  const hands = levels.map((level) => tally?.levels[level] ?? 0);
  const handsTotal = hands.reduce((sum, count) => sum + count, 0);
  const answers = inChat.length + handsTotal;
  const cannotSay = inChatUnsaid + (tally?.cannotSay ?? 0);

  const people = inChat.length + inChatUnsaid;
  const judgedByHands = people === 0 || (inChat.length === 0 && people >= FEWEST_SHOWN);
  const judged = judgedByHands ? answers : inChat.length;
  if (judged < FEWEST_SHOWN) {
    const few = people > 0 && people < FEWEST_SHOWN;
    return few
      ? { kind: "hidden", answers: answers + cannotSay, cannotSay: 0 }
      : { kind: "hidden", answers, cannotSay };
  }
  const all = levels.map((level, index) => (hands[index] ?? 0) + inChat.filter((chosen) => chosen === level).length);
  const offered = lowerMedian(all.flatMap((count, index) => Array<number>(count).fill(index + 1))) ?? 1;
  const shown = { answers, cannotSay, apart: apartness(all), offered };
  return judged < FEWEST_COUNTED ? { kind: "word", ...shown } : { kind: "counts", ...shown, counts: all };
}

function counts(step: Question, value: AnswerValue): boolean {
  if (step.kind !== "level" && step.kind !== "spectrum") return true;
  return levelIn(step, value) !== undefined || isUnsaid(value);
}

function isUnsaid({ kind }: AnswerValue): boolean {
  return kind === "cannot-say" || kind === "skipped";
}

function handsIn(tally: Tally | undefined): number {
  return tally ? Object.values(tally.levels).reduce((sum, hands) => sum + hands, tally.cannotSay) : 0;
}
