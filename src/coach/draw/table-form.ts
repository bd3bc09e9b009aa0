import type { QuestionOf } from "../../flow/step.ts";
import type { Form, FormLink } from "../../message/form.ts";
import { LIMITS } from "../../message/limits.ts";
import { words } from "../../text/text.ts";
import { type Action, actionText } from "../action.ts";
import type { Listener, Scene } from "../scene.ts";
import { nameOfRow } from "./asking/name-of-row.ts";
import { answeringOf } from "./asking/question-view.ts";
import { rowsSoFar } from "./asking/rows-so-far.ts";
import { shorten } from "./shorten.ts";

/** A dialog shows a row in a line or two. */
const ROW_LENGTH = 160;

/** The table as the dialog goes on with it after each row: the rows so far, one more, or the end. `note` says why it is not the end yet. */
export function tableForm(scene: Scene, { language }: Listener, step: QuestionOf<"table">, note?: string): Form {
  const say = words(language);
  const at = { round: scene.round._id, step: step.id };
  const together = scene.round.mode === "together";
  const rows = rowsSoFar(scene.response, step.id);
  const link = (label: string, action: Action): FormLink => ({ label, action: actionText(action) });
  return {
    title: shorten(step.title[language], LIMITS.formTitle),
    fields: [
      ...(note === undefined ? [] : [{ kind: "note" as const, id: "note", text: note }]),
      {
        kind: "rows",
        id: "rows",
        label: say(rows.length === 0 ? "coach.ask.noRows" : "coach.ask.rows"),
        rows: rows.map((row, nth) => {
          const { name, rest } = nameOfRow(step, { row, nth }, language, answeringOf(scene));
          return {
            text: shorten([`${nth + 1}. ${name}`, rest].filter((part) => part !== "").join(" · "), ROW_LENGTH),
            edit: link(shorten(`${say("coach.button.editRow")}: ${name}`, LIMITS.buttonLabel), {
              kind: "row",
              ...at,
              row: row.id,
            }),
          };
        }),
        ...(rows.length < step.maxRows ? { add: link(say("coach.button.addRow"), { kind: "row", ...at }) } : {}),
      },
    ],
    // What a team fills together is done when its facilitator says so on the card, not when somebody has written their part.
    submit: say(together ? "coach.ask.tableClose" : "coach.ask.tableDone"),
    action: actionText({ kind: "rows-done", ...at, ...(together ? { close: true } : {}) }),
  };
}
