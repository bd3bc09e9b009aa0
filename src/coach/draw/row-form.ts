import type { CellValue } from "../../flow/answer-value.ts";
import type { Answering } from "../../flow/answers.ts";
import type { Column, QuestionOf } from "../../flow/step.ts";
import { tableAsked } from "../../flow/table-asked.ts";
import { showCell } from "../../flow/wording/show-cell.ts";
import type { Field, Form, FormValues } from "../../message/form.ts";
import { type Language, type Say, words } from "../../text/text.ts";
import { actionText } from "../action.ts";
import type { Listener, Scene } from "../scene.ts";
import { fieldOf } from "./asking/field-of.ts";
import { answeringOf } from "./asking/question-view.ts";
import { rowsSoFar } from "./asking/rows-so-far.ts";

/** Of the form of a row that stands: takes it out. No column is called so, for their ids hold no colon. */
const REMOVE = "row:remove";

/** Whether the form of a row came back with its removal. */
export function asksToRemove(values: FormValues = {}): boolean {
  return [values[REMOVE] ?? []].flat().includes("yes");
}

/** The form of one table row, its fields called by the columns' ids; `row` is the id of the one that is edited. */
export function rowForm(scene: Scene, { language }: Listener, step: QuestionOf<"table">, row?: string): Form {
  const say = words(language);
  const answering = answeringOf(scene);
  const standing = rowsSoFar(scene.response, step.id).find(({ id }) => id === row);
  return {
    title: say(standing ? "coach.ask.rowFormEdit" : "coach.ask.rowForm"),
    fields: [
      ...tableAsked(step, answering).columns.map((column) => {
        const cell = standing?.cells[column.id];
        const label = { label: column.label[language], answering, language };
        return fieldOf(column, cell ? { ...label, value: fieldValue(column, cell, language, answering) } : label);
      }),
      ...(standing ? [removal(say)] : []),
    ],
    submit: say("coach.ask.rowSave"),
    action: actionText({
      kind: "save-row",
      round: scene.round._id,
      step: step.id,
      ...(row === undefined ? {} : { row }),
    }),
  };
}

function removal(say: Say): Field {
  const options = [{ value: "yes", label: say("coach.ask.rowRemove") }];
  return { kind: "pick-many", id: REMOVE, label: say("coach.ask.rowRemoving"), options, optional: true };
}

/** Picks and dates by what the channel knows them by, everything else as a person would type it. */
function fieldValue(column: Column, cell: CellValue, language: Language, answering: Answering): string {
  if (cell.kind === "choice") return cell.option;
  if (cell.kind === "date") return cell.date;
  if (cell.kind === "person") return cell.people.join(";");
  return showCell(column, cell, language, answering.context, () => undefined);
}
