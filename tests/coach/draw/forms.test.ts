import { describe, expect, it } from "vitest";
import { joinForm } from "../../../src/coach/draw/join-form.ts";
import { liftForm } from "../../../src/coach/draw/lift-form.ts";
import { objectForm } from "../../../src/coach/draw/object-form.ts";
import { rowForm } from "../../../src/coach/draw/row-form.ts";
import { startForm } from "../../../src/coach/draw/start-form.ts";
import { takeOverForm } from "../../../src/coach/draw/take-over-form.ts";
import { talliesForm } from "../../../src/coach/draw/tallies-form.ts";
import { readValues } from "../../../src/flow/reading/read-values.ts";
import type { Field, Form, FormValues } from "../../../src/message/form.ts";
import { words } from "../../../src/text/text.ts";
import { checkForm } from "./check-message.ts";
import { answersTo } from "./long-answers.ts";
import { context, directory, everyKind, listener, maturity, nextLevel, persons } from "./people.ts";
import { agreedAll, lifted, NOW, plan, responseWith, sceneOf } from "./scenes.ts";

const starter = present(persons[0]);
const table = present(everyKind.steps.flatMap((step) => (step.kind === "table" ? step : []))[0]);

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("The samples have changed");
  return value;
}

const starting = { team: "t1", closesAt: NOW + 3 * 86_400_000, timeZone: "Europe/Helsinki", now: NOW };
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
const open = sceneOf(maturity, { state: "talking", agreed: agreedAll(maturity) });

function forms(language: "fi" | "en"): { readonly [name: string]: Form } {
  const to = listener(language);
  const rows = sceneOf(everyKind, {}, { response: responseWith(everyKind) });
  const person = { ...starter, language };
  return {
    start: startForm({ ...starting, flow: maturity, members: persons.slice(0, 15), person }),
    "start together": startForm({ ...starting, flow: nextLevel, members: persons, person }),
    tallies: talliesForm(sceneOf(maturity, { tallies: { "data-management": { levels: { 2: 3 }, cannotSay: 1 } } }), to),
    object: objectForm(open, to),
    lift: liftForm(open, to),
    "lift again": liftForm(sceneOf(maturity, { agreed: lifted(maturity), plan, support: { [maturity.id]: {} } }), to),
    join: joinForm(thread, to, "data-management"),
    "join a level": joinForm(thread, to, "data-management-target"),
    row: rowForm(rows, to, table),
    "edited row": rowForm(rows, to, table, "row-1"),
    "take over": takeOverForm(words(language), open.round, directory),
  };
}

function field(form: Form | undefined, id: string): Field | undefined {
  return form?.fields.find((one) => one.id === id);
}

describe("forms", () => {
  it.each(["fi", "en"] as const)("keep to the limits of all channels: %s", (language) => {
    for (const form of Object.values(forms(language))) checkForm(form);
  });

  it("begin a round with all members chosen when they are at most fifteen, and with the closing time given", () => {
    const { start } = forms("fi");
    expect(field(start, "invited")).toMatchObject({ values: persons.slice(0, 15).map(({ _id }) => _id) });
    expect(field(start, "date")).toMatchObject({ value: "2026-12-03" });
    expect(field(start, "time")).toMatchObject({ value: "12:00" });
    const many = startForm({ ...starting, flow: maturity, members: persons, person: starter });
    expect(field(many, "invited")).toMatchObject({ values: [starter._id] });
  });

  it("ask for nothing but a nod when a round is answered together", () => {
    expect(forms("fi")["start together"]?.fields.every(({ kind }) => kind === "note")).toBe(true);
  });

  it("show hands as they were typed when they are opened again", () => {
    expect(field(forms("fi").tallies, "data-management")).toMatchObject({ value: "0 3 0 0 0 1", optional: true });
  });

  it("offer the lowest to lift, a deed within ten working days and a look three months on", () => {
    const { lift } = forms("fi");
    const lowest = Object.entries(open.round.agreed).flatMap(([step, { value }]) =>
      value.kind === "level" && value.level === 1 ? [step] : [],
    );
    expect(field(lift, "lift")).toMatchObject({ values: lowest, max: 2 });
    expect(field(lift, "due")).toMatchObject({ value: "2026-12-07" });
    expect(field(lift, "lookAgain")).toMatchObject({ value: "2027-03-01" });
    expect(field(forms("fi")["lift again"], "owner")).toMatchObject({ value: plan.owner });
  });

  it("join texts and take one of other values", () => {
    expect(forms("fi").join?.fields.map(({ id }) => id)).toEqual(["proposals", "own"]);
    expect(field(forms("fi")["join a level"], "proposals")).toMatchObject({ max: 1, values: ["k3"] });
  });

  it("read back an edited row as it stood", () => {
    const scene = sceneOf(everyKind, {}, { response: responseWith(everyKind) });
    const form = forms("fi")["edited row"];
    const values: FormValues = Object.fromEntries(
      (form?.fields ?? []).flatMap((one) => ("value" in one && one.value !== undefined ? [[one.id, one.value]] : [])),
    );
    const answers = Object.fromEntries(
      Object.entries(scene.response?.answers ?? {}).map(([step, { value }]) => [step, value]),
    );
    const read = readValues(table, values, { flow: everyKind, answers, context, language: "fi" });
    const stood = answers[table.id];
    expect(read).toEqual({ ok: true, value: stood?.kind === "table" ? stood.rows[1]?.cells : undefined });
  });
});
