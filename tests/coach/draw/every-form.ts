import { joinForm } from "../../../src/coach/draw/join-form.ts";
import { liftForm } from "../../../src/coach/draw/lift-form.ts";
import { objectForm } from "../../../src/coach/draw/object-form.ts";
import { rowForm } from "../../../src/coach/draw/row-form.ts";
import { startForm } from "../../../src/coach/draw/start-form.ts";
import { tableForm } from "../../../src/coach/draw/table-form.ts";
import { takeOverForm } from "../../../src/coach/draw/take-over-form.ts";
import { talliesForm } from "../../../src/coach/draw/tallies-form.ts";
import { filledIn } from "../../../src/coach/own/own-action-form.ts";
import { newForm } from "../../../src/coach/plan/draw/action-forms.ts";
import { settingsForm } from "../../../src/coach/settings/settings-form.ts";
import type { Form } from "../../../src/message/form.ts";
import { words } from "../../../src/text/text.ts";
import { adminForms } from "./admin-cases.ts";
import { registerForms } from "./customers/register-cases.ts";
import { answersTo } from "./long-answers.ts";
import { directory, everyKind, listener, maturity, nextLevel, persons, team } from "./people.ts";
import { planForms } from "./plan-cases.ts";
import { agreedAll, lifted, NOW, plan, responseWith, sceneOf } from "./scenes.ts";

export const starter = present(persons[0]);
export const table = present(everyKind.steps.flatMap((step) => (step.kind === "table" ? step : []))[0]);

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("The samples have changed");
  return value;
}

export const starting = { team: "t1", closesAt: NOW + 3 * 86_400_000, timeZone: "Europe/Helsinki", now: NOW };
const proposals = {
  "data-management": {
    k1: { value: { kind: "text" as const, text: "Yksi rekisteri. ".repeat(60) }, by: "p2", at: NOW, message: null },
    k2: { value: { kind: "text" as const, text: "Satu listaa rekisterit" }, by: "p1", at: NOW + 1, message: null },
  },
  "data-management-target": {
    k3: { value: { kind: "level" as const, level: 3 }, by: "p2", at: NOW, message: null },
  },
};
const thread = sceneOf(nextLevel, {}, { response: responseWith(nextLevel, { proposals }, answersTo(nextLevel, 0)) });
export const open = sceneOf(maturity, { state: "talking", agreed: agreedAll(maturity) });

/** Every form of the coach, with the longest values. */
export function everyForm(language: "fi" | "en"): { readonly [name: string]: Form } {
  const to = listener(language);
  const rows = sceneOf(everyKind, {}, { response: responseWith(everyKind) });
  const person = { ...starter, language };
  return {
    start: startForm({ ...starting, flow: maturity, mode: "each", members: persons.slice(0, 15), person }),
    "start together": startForm({ ...starting, flow: nextLevel, mode: "together", members: persons, person }),
    tallies: talliesForm(sceneOf(maturity, { tallies: { "data-management": { levels: { 2: 3 }, cannotSay: 1 } } }), to),
    object: objectForm(open, to),
    lift: liftForm(open, to),
    "lift again": liftForm(sceneOf(maturity, { agreed: lifted(maturity), plan, support: { [maturity.id]: {} } }), to),
    join: joinForm(thread, to, "data-management"),
    "join a level": joinForm(thread, to, "data-management-target"),
    row: rowForm(rows, to, table),
    "edited row": rowForm(rows, to, table, "row-1"),
    table: tableForm(rows, to, table),
    "table that is not done": tableForm(sceneOf(everyKind), to, table, words(language)("turn.rowsFew", { count: 2 })),
    settings: settingsForm({ ...person, away: { until: "2026-12-24", substitute: "p2" } }, directory, NOW),
    ...planForms(language),
    ...adminForms(language),
    ...registerForms(language),
    "own action": filledIn(
      newForm(
        { language, people: persons, today: "2026-11-30" },
        { teams: [team, { ...team, _id: "t2" }], submit: { kind: "plan-add" } },
      ),
      { what: "Soitan jokaiselle tarjouksen saaneelle. ".repeat(20), due: { kind: "day", on: "2026-12-31" } },
      { me: starter._id, language, today: "2026-11-30", say: words(language) },
    ),
    "take over": takeOverForm(words(language), open.round, directory),
  };
}
