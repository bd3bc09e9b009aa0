import type { QuestionOf } from "../../../flow/step.ts";
import { tableAsked } from "../../../flow/table-asked.ts";
import { showRow } from "../../../flow/wording/show-answer.ts";
import { LIMITS } from "../../../message/limits.ts";
import { words } from "../../../text/text.ts";
import { button, quiet, rows } from "../compose.ts";
import { shorten } from "../shorten.ts";
import type { Answerable, AnswerBlocks } from "./answerable.ts";
import { nameOfRow } from "./name-of-row.ts";
import { answeringOf } from "./question-view.ts";
import { rowsSoFar } from "./rows-so-far.ts";

const CELL_LENGTH = 80;
/** So many rows stand in the message, the newest; all of them in the dialog. */
const SHOWN_ROWS = 12;

/**
 * The rows so far, each to tap for editing, adding and finishing as buttons, removing behind the menu. Rows that are too long to be told whole stand in
 * a table, and are only named where they are tapped.
 */
export function tableBlocks(step: QuestionOf<"table">, { scene, language }: Answerable): AnswerBlocks {
  const say = words(language);
  const at = { round: scene.round._id, step: step.id };
  const known = rowsSoFar(scene.response, step.id);
  const earlier = Math.max(0, known.length - SHOWN_ROWS);
  const shown = known.slice(earlier);
  const answering = answeringOf(scene);
  const named = shown.map((row, index) => {
    const nth = earlier + index;
    return { row, mark: String(nth + 1), ...nameOfRow(step, { row, nth }, language, answering) };
  });
  const whole = named.every(({ rest }) => rest.length <= LIMITS.sign);
  return {
    blocks: [
      known.length === 0
        ? quiet(say("coach.ask.noRows"))
        : whole
          ? quiet(say("coach.ask.tapRow"))
          : {
              kind: "table",
              caption: say("coach.ask.rows"),
              columns: tableAsked(step, answering).columns.map(({ label }) => label[language]),
              rows: shown.map((row) =>
                showRow(step, row, language, answering).map((cell) => shorten(cell, CELL_LENGTH)),
              ),
            },
      rows(
        named.map(({ row, mark, name, rest }) => ({
          mark,
          label: say("coach.button.editRow"),
          description: whole ? name : `${say("coach.button.editRow")}: ${name}`,
          ...(whole && rest !== "" ? { sign: rest } : {}),
          opensForm: true,
          action: button("", { kind: "row", ...at, row: row.id }).action,
        })),
      ),
    ],
    options: [
      ...(known.length >= step.maxRows
        ? []
        : [
            button(
              say("coach.button.addRow"),
              { kind: "row", ...at },
              { opensForm: true, ...(known.length < step.minRows ? { primary: true } : {}) },
            ),
          ]),
      ...(known.length >= step.minRows && (known.length > 0 || step.minRows === 0)
        ? [button(say("coach.button.rowsDone"), { kind: "rows-done", ...at }, { primary: true })]
        : []),
      ...(earlier > 0
        ? [
            button(
              say("coach.button.allRows", { count: known.length }),
              { kind: "row", ...at, all: true },
              { opensForm: true },
            ),
          ]
        : []),
    ],
    more: named.map(({ row, name }) =>
      button(shorten(say("coach.button.removeRow", { row: name }), LIMITS.buttonLabel), {
        kind: "remove-row",
        ...at,
        row: row.id,
      }),
    ),
  };
}
