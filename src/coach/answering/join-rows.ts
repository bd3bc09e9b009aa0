import type { Row } from "../../flow/answer-value.ts";
import type { Answering } from "../../flow/answers.ts";
import { disagreements } from "../../flow/reading/agreeing.ts";
import type { Plain } from "../../flow/reading/read-plain.ts";
import { cellsOf } from "../../flow/reading/read-table.ts";
import type { QuestionOf } from "../../flow/step.ts";
import type { Turn } from "../turn.ts";

/** All rows of a table once these have joined those that stand there, one that stands there by its id in its new wording; or why they cannot: no room, or they do not go together. */
export function joinRows(
  { say, person }: Turn,
  table: QuestionOf<"table">,
  answering: Answering,
  { standing, rows }: { readonly standing: readonly Row[]; readonly rows: readonly Row[] },
): Plain<readonly Row[]> {
  const anew = new Set(rows.map(({ id }) => id));
  const others = standing.filter(({ id }) => !anew.has(id));
  if (others.length + rows.length > table.maxRows)
    return { ok: false, reason: say("turn.rowsFull", { count: table.maxRows }) };
  const reader = { ...answering, language: person.language };
  const [wrong] = disagreements(table, cellsOf(rows), reader, cellsOf(others));
  return wrong ? { ok: false, reason: wrong.reason } : { ok: true, value: [...others, ...rows] };
}
