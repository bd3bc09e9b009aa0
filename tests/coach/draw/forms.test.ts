import { describe, expect, it } from "vitest";
import { fieldOf } from "../../../src/coach/draw/asking/field-of.ts";
import { startForm } from "../../../src/coach/draw/start-form.ts";
import { readValues } from "../../../src/flow/reading/read-values.ts";
import type { Field, Form, FormValues } from "../../../src/message/form.ts";
import { aFlow, aStep, context as readerContext } from "../../flow/reading/reader.ts";
import { checkForm } from "./check-message.ts";
import { everyForm, open, starter, starting, table } from "./every-form.ts";
import { context, everyKind, maturity, persons } from "./people.ts";
import { plan, responseWith, sceneOf } from "./scenes.ts";

function field(form: Form | undefined, id: string): Field | undefined {
  return form?.fields.find((one) => one.id === id);
}

describe("forms", () => {
  it.each(["fi", "en"] as const)("keep to the limits of all channels: %s", (language) => {
    for (const form of Object.values(everyForm(language))) checkForm(form);
  });

  it("begin a round with all members chosen when they are at most fifteen, and with the closing time given", () => {
    const { start } = everyForm("fi");
    expect(field(start, "invited")).toMatchObject({ values: persons.slice(0, 15).map(({ _id }) => _id) });
    expect(field(start, "date")).toMatchObject({ value: "2026-12-03" });
    expect(field(start, "time")).toMatchObject({ value: "12:00" });
    const many = startForm({ ...starting, flow: maturity, mode: "each", members: persons, person: starter });
    expect(field(many, "invited")).toMatchObject({ values: [starter._id] });
  });

  it("ask for nothing but a nod when a round is answered together", () => {
    expect(everyForm("fi")["start together"]?.fields.every(({ kind }) => kind === "note")).toBe(true);
  });

  it("show hands as they were typed when they are opened again", () => {
    expect(field(everyForm("fi").tallies, "data-management")).toMatchObject({ value: "0 3 0 0 0 1", optional: true });
  });

  it("offer the lowest to lift, a deed within ten working days and a look three months on", () => {
    const { lift } = everyForm("fi");
    const lowest = Object.entries(open.round.agreed).flatMap(([step, { value }]) =>
      value.kind === "level" && value.level === 1 ? [step] : [],
    );
    expect(field(lift, "lift")).toMatchObject({ values: lowest, max: 2 });
    expect(field(lift, "due")).toMatchObject({ value: "2026-12-07" });
    expect(field(lift, "lookAgain")).toMatchObject({ value: "2027-03-01" });
    expect(field(everyForm("fi")["lift again"], "owner")).toMatchObject({ value: plan.owner });
  });

  it("pick beforehand what alone can be picked, where something must be", () => {
    const picked = (lines: string, more: object = {}) => {
      const choice = aStep("choice", { id: "which", optionsFrom: "all", ...more });
      const answers = { all: { kind: "text", text: lines } } as const;
      const flow = aFlow([aStep("text", { id: "all" }), choice]);
      return fieldOf(choice, { language: "fi", answering: { flow, answers, context: readerContext } });
    };
    expect(picked("Huolto")).toMatchObject({ kind: "pick", value: "Huolto" });
    for (const open of [picked("Huolto\nVaraosat"), picked("Huolto", { optional: true })])
      expect(open).not.toHaveProperty("value");
  });

  it("join texts and take one of other values", () => {
    expect(everyForm("fi").join?.fields.map(({ id }) => id)).toEqual(["proposals", "own"]);
    expect(field(everyForm("fi")["join a level"], "proposals")).toMatchObject({ max: 1, values: ["k3"] });
  });

  it("read back an edited row as it stood", () => {
    const scene = sceneOf(everyKind, {}, { response: responseWith(everyKind) });
    const form = everyForm("fi")["edited row"];
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
