import type { Row } from "../../flow/answer-value.ts";
import type { Answering } from "../../flow/answers.ts";
import { disagreements } from "../../flow/reading/agreeing.ts";
import type { Plain } from "../../flow/reading/read-plain.ts";
import { cellsOf } from "../../flow/reading/read-table.ts";
import type { QuestionOf } from "../../flow/step.ts";
import type { Turn } from "../turn.ts";

/**
 * All rows of a table once these have joined those that stand there, in the place of those that have their ids or that stood in the same message; or
 * why they cannot: no room, or they do not go together. Each knows the message that it came in.
 */
export function joinRows(
  { say, person }: Turn,
  table: QuestionOf<"table">,
  answering: Answering,
  added: { readonly standing: readonly Row[]; readonly rows: readonly Row[]; readonly message?: string | null },
): Plain<readonly Row[]> {
  const { standing, message = null } = added;
  const rows = message === null ? added.rows : added.rows.map((row) => ({ ...row, message }));
  const anew = new Set(rows.map(({ id }) => id));
  const others = standing.filter((row) => !anew.has(row.id) && (message === null || row.message !== message));
  if (others.length + rows.length > table.maxRows)
    return { ok: false, reason: say("turn.rowsFull", { count: table.maxRows }) };
  const reader = { ...answering, language: person.language };
  const [wrong] = disagreements(table, cellsOf(rows), reader, cellsOf(others));
  if (wrong) return { ok: false, reason: wrong.reason };
  const first = standing.findIndex((row) => !others.includes(row));
  const at = first === -1 ? others.length : first;
  return { ok: true, value: [...others.slice(0, at), ...rows, ...others.slice(at)] };
}
