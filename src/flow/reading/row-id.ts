import type { CellValue, Row } from "../answer-value.ts";
import { shortHash } from "../hashes.ts";
import type { QuestionOf } from "../step.ts";

/**
 * The id of a row: that of the known row with the same first cell, else made from the first cell, so that typing the same table twice gives the
 * same ids and a removed row's id does not come back for another thing.
 */
export function rowId(
  step: QuestionOf<"table">,
  cells: { readonly [column: string]: CellValue },
  known: readonly Row[],
  used: readonly Row[] = [],
): string {
  const first = keyOf(firstCell(step, cells));
  const isFree = (id: string) => !used.some((row) => row.id === id);
  const standing = known.find((row) => isFree(row.id) && keyOf(firstCell(step, row.cells)) === first);
  if (standing) return standing.id;
  const base = shortHash(first);
  let id = base;
  for (let copy = 2; !isFree(id) || known.some((row) => row.id === id); copy++) id = `${base}-${copy}`;
  return id;
}

/** A customer is the same before it came to the register and after, when it has an id. */
function keyOf(cell: CellValue | undefined): string {
  return JSON.stringify(cell?.kind === "customer" ? cell.customers.map(({ name }) => name) : cell);
}

function firstCell(step: QuestionOf<"table">, cells: { readonly [column: string]: CellValue }): CellValue | undefined {
  const column = step.columns.find(({ id }) => Object.hasOwn(cells, id));
  return column && cells[column.id];
}
