import { type Draft, type Shelf, textOf } from "../draft.ts";
import { isRecord } from "../file/path.ts";
import { guess } from "../nearest.ts";
import type { Problem } from "../problem.ts";
import { mostQuestions } from "./worst-case.ts";

/** What one sitting may ask of people, in questions and in minutes. */
const MOST_QUESTIONS = 7;
const MOST_MINUTES = 10;

/** Whether no sitting is too long, in the worst case of its conditions, and the sittings cut the whole flow in order. */
export function checkSittings(draft: Draft, shelf: Shelf): Problem[] {
  const { sittings } = draft.raw;
  if (!Array.isArray(sittings)) return checkOneSitting(draft, shelf);
  const beginnings = findBeginnings(sittings, draft);
  const starts = beginnings.flatMap((beginning) => ("problem" in beginning ? [] : beginning));
  const tooLong = starts.flatMap(({ sitting, step }, at) => {
    const asked = mostQuestions(draft, step, (starts[at + 1]?.step ?? draft.steps.length) - 1, shelf);
    if (asked <= MOST_QUESTIONS) return [];
    const mend = at + 1 < starts.length ? "let the next one begin earlier" : "let another one follow";
    return [draft.file.problem(["sittings", sitting], `${tooMany(asked)}: ${mend}`)];
  });
  const wrong = beginnings.flatMap((beginning) => ("problem" in beginning ? beginning : []));
  return [...wrong, ...tooLong, ...checkSum(sittings, draft)];
}

function checkOneSitting(draft: Draft, shelf: Shelf): Problem[] {
  const { minutes } = draft.raw;
  const problems: Problem[] = [];
  if (typeof minutes === "number" && minutes > MOST_MINUTES)
    problems.push(
      draft.file.problem(["minutes"], `a sitting lasts at most ${MOST_MINUTES} minutes: give the flow sittings`),
    );
  const asked = mostQuestions(draft, 0, draft.steps.length - 1, shelf);
  if (asked > MOST_QUESTIONS) problems.push(draft.file.problem(["steps"], `${tooMany(asked)}: give the flow sittings`));
  return problems;
}

/** At which step each sitting begins, or what is wrong with where it says that it does. */
function findBeginnings(sittings: readonly unknown[], draft: Draft): ({ sitting: number; step: number } | Problem)[] {
  const ids = draft.steps.map(({ id }) => id);
  let before = -1;
  return sittings.flatMap((raw, sitting) => {
    const from = isRecord(raw) ? textOf(raw.from) : undefined;
    if (from === undefined) return [];
    const at = (problem: string) => draft.file.problem(["sittings", sitting, "from"], problem);
    const step = ids.indexOf(from);
    if (step < 0)
      return at(
        `no step "${from}" in this flow${guess(
          from,
          ids.flatMap((id) => id ?? []),
        )}`,
      );
    if (sitting === 0 && step > 0) return at(`the first sitting begins at the first step, "${ids[0]}"`);
    if (step <= before) return at(`"${from}" comes before the sitting above begins`);
    before = step;
    return { sitting, step };
  });
}

function checkSum(sittings: readonly unknown[], draft: Draft): Problem[] {
  const { minutes } = draft.raw;
  const parts = sittings.map((raw) => (isRecord(raw) && typeof raw.minutes === "number" ? raw.minutes : 0));
  const sum = parts.reduce((total, part) => total + part, 0);
  if (typeof minutes !== "number" || sum === minutes) return [];
  return [draft.file.problem(["minutes"], `says ${minutes}, but the sittings last ${sum} minutes together`)];
}

function tooMany(asked: number): string {
  return `asks up to ${asked} questions in one sitting, the limit is ${MOST_QUESTIONS}`;
}
