import { describe, expect, test } from "vitest";
import { drawMessage } from "../../../../src/channels/slack/draw/draw-message.ts";
import { drawMistakes } from "../../../../src/channels/slack/draw/draw-mistakes.ts";
import { drawModal, drawWaitingModal } from "../../../../src/channels/slack/draw/draw-modal.ts";
import { readFieldBlockId } from "../../../../src/channels/slack/draw/ids.ts";
import { readTap } from "../../../../src/channels/slack/draw/read-tap.ts";
import { readStateValues } from "../../../../src/channels/slack/draw/read-values.ts";
import type { Form, FormValues } from "../../../../src/message/form.ts";
import { everyForm } from "../../../coach/draw/every-form.ts";
import { fc } from "../../../support/properties.ts";
import { anyForm } from "./any-message.ts";
import { blockProblems, viewProblems } from "./check-blocks.ts";
import { filled, tapsIn, untouched } from "./taps-in.ts";

const options = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ value: `o${at}`, label: `Vaihtoehto ${at}` }));
const how = { language: "fi", privateMetadata: "m", callbackId: "luotsi" } as const;
const form: Form = {
  title: "Kierroksen aloitus",
  intro: "Tarkista kutsutut.",
  submit: "Aloita",
  action: "start:1",
  fields: [
    { kind: "note", id: "n", text: "Vastaukset näytetään vain jakaumana." },
    {
      kind: "text",
      id: "why",
      label: "Miksi nyt",
      hint: "Yksi lause riittää",
      maxLength: 200,
      multiline: true,
      optional: true,
    },
    { kind: "number", id: "price", label: "Hinta", unit: "€", value: "12 500,50" },
    { kind: "date", id: "closes", label: "Sulkeutuu", value: "2026-12-24" },
    { kind: "time", id: "at", label: "Kello", value: "14:00" },
    { kind: "pick", id: "who", label: "Vetäjä", options: options(9), value: "o3" },
    { kind: "pick", id: "how", label: "Tapa", options: options(2) },
    { kind: "pick-many", id: "invited", label: "Kutsutut", options: options(3), values: ["o0", "o2"] },
    { kind: "pick-many", id: "far", label: "Muut", options: options(130), values: ["o120"] },
    {
      kind: "rows",
      id: "rows",
      label: "Palvelut",
      rows: [{ text: "Huolto, 1 200 €", edit: { label: "Muuta", action: "row:1" } }],
      add: { label: "Lisää rivi", action: "row:new" },
    },
  ],
};
const standing: FormValues = {
  price: "12 500,50",
  closes: "2026-12-24",
  at: "14:00",
  who: "o3",
  invited: ["o0", "o2"],
  far: ["o120"],
};

describe("a form drawn as a dialog", () => {
  test("is taken by Slack, whatever it holds, and so is one that stands in a message", () => {
    fc.assert(
      fc.property(anyForm, (one) => {
        expect(viewProblems(drawModal(one, how))).toEqual([]);
        const { blocks } = drawMessage({ text: "x", blocks: [{ kind: "form", form: one }], language: "fi" }, nobody);
        expect(blockProblems(blocks, "message")).toEqual([]);
      }),
    );
  });

  test.each(["fi", "en"] as const)("is taken by Slack in every form of the coach, with every field: %s", (language) => {
    for (const [name, one] of Object.entries(everyForm(language))) {
      const view = drawModal(one, { language, privateMetadata: "" });
      expect(viewProblems(view), name).toEqual([]);
      const inputs = one.fields.filter(({ kind }) => kind !== "note" && kind !== "rows");
      expect(
        view.blocks.flatMap(({ block_id = "" }) => readFieldBlockId(block_id) ?? []),
        name,
      ).toEqual(inputs.map(({ id }) => id));
    }
  });

  test("stands as the form says, and what stands is read back", () => {
    const view = drawModal(form, how);
    expect(view).toMatchObject({
      private_metadata: "m",
      callback_id: "luotsi",
      close: { text: "Peru" },
      submit: { text: "Aloita" },
    });
    expect(readStateValues(untouched(view.blocks))).toEqual(standing);
  });

  test("shows what was typed instead, also what stood empty", () => {
    const typed: FormValues = { price: "12.500,50", who: "o1", invited: ["o1"], far: [], closes: "", why: "Siksi" };
    const view = drawModal(form, { ...how, values: typed });
    expect(readStateValues(untouched(view.blocks))).toEqual({ ...standing, ...typed, closes: undefined });
  });

  test("brings back whatever a person fills in", () => {
    const text = fc.string({ minLength: 1, maxLength: 50 });
    const values = fc.record({ why: text, price: text, closes: fc.constant("2027-03-01"), at: fc.constant("09:30") });
    fc.assert(
      fc.property(values, fc.subarray(["o0", "o1", "o2"]), fc.constantFrom("o0", "o1"), (typed, invited, how_) => {
        const all: FormValues = { ...typed, invited, far: ["o99", "o101"], who: how_, how: how_ };
        const { blocks } = drawModal(form, how);
        expect(readStateValues(filled(blocks, all, readFieldBlockId))).toEqual(all);
      }),
    );
  });

  test("keeps the ids of its fields when it is drawn anew, with other fields before them", () => {
    const ids = (one: Form) =>
      drawModal(one, how).blocks.flatMap(({ block_id = "" }) => (readFieldBlockId(block_id) ? [block_id] : []));
    expect(ids({ ...form, fields: form.fields.slice(2) })).toEqual(ids(form).slice(1));
  });

  test("has a button at each row and one to add, which open forms", () => {
    expect(tapsIn(drawModal(form, how).blocks).map(({ sent }) => readTap(sent))).toEqual([
      { action: "row:1", opensForm: true },
      { action: "row:new", opensForm: true },
    ]);
  });

  test("shows the last rows of a long table and says how many stand before them", () => {
    const rows = Array.from({ length: 300 }, (_, at) => ({
      text: `Rivi ${at}`,
      edit: { label: "Muuta", action: `row:${at}` },
    }));
    const view = drawModal(
      { ...form, fields: [{ kind: "rows", id: "r", label: "Rivit", rows, add: { label: "Lisää", action: "add" } }] },
      how,
    );
    expect(viewProblems(view)).toEqual([]);
    const taps = tapsIn(view.blocks).map(({ sent }) => readTap(sent)?.action);
    expect(taps.slice(-2)).toEqual(["row:299", "add"]);
    expect(JSON.stringify(view.blocks)).toContain(`${300 - (taps.length - 1)} aiempaa riviä`);
  });

  test("is waited for in both languages", () => {
    for (const language of ["fi", "en"] as const) {
      const view = drawWaitingModal(language, { privateMetadata: "m" });
      expect(viewProblems(view)).toEqual([]);
      expect(view.submit).toBeUndefined();
    }
  });
});

const nobody = { mention: () => undefined, picture: () => undefined };

describe("a form in a message", () => {
  test("comes back with its button, two forms side by side too", () => {
    const field = { kind: "number", id: "hands", label: "Montako kättä" } as const;
    const block = {
      kind: "form",
      form: { title: "Kädet", submit: "Tallenna", action: "hands", fields: [field] },
    } as const;
    const other = { ...block, form: { ...block.form, action: "feet", fields: [{ ...field, id: "feet" }] } };
    const { blocks } = drawMessage({ text: "x", blocks: [block, other], language: "fi" }, nobody);
    expect(blockProblems(blocks, "message")).toEqual([]);
    expect(tapsIn(blocks).map(({ sent }) => readTap(sent)?.action)).toEqual(["hands", "feet"]);
    expect(readStateValues(filled(blocks, { hands: "3", feet: "6" }, readFieldBlockId))).toEqual({
      hands: "3",
      feet: "6",
    });
  });
});

describe("values that come from outside", () => {
  test("are left out where they are no field's, and nothing throws", () => {
    fc.assert(fc.property(fc.anything(), (values) => void readStateValues(values)));
    const anything = fc.dictionary(fc.constantFrom("field:a", "x"), fc.dictionary(fc.string(), fc.anything()));
    fc.assert(fc.property(anything, (values) => void readStateValues(values)));
    expect(
      readStateValues({
        "field:a": { x: { type: "plain_text_input", value: null } },
        "field:b": { x: { type: "datepicker", selected_date: 4 } },
        "field:c": { x: { type: "users_select", selected_user: "U1" } },
        "field:": { x: { type: "plain_text_input", value: "x" } },
        other: { x: { type: "plain_text_input", value: "x" } },
        "field3:d": { x: { type: "plain_text_input", value: "" } },
      }),
    ).toEqual({ d: "" });
  });

  test("may be called anything, even __proto__", () => {
    const values: unknown = JSON.parse('{"field:__proto__":{"a":{"type":"plain_text_input","value":"y"}}}');
    expect(Object.entries(readStateValues(values))).toEqual([["__proto__", "y"]]);
  });
});

describe("mistakes", () => {
  const { blocks } = drawModal(form, how);

  test("stand at their fields, those of no field at the first one", () => {
    expect(drawMistakes({ price: "Kumpi?", gone: "Kierros on suljettu.", why: "Liian lyhyt." }, blocks)).toEqual({
      "field:price": "Kumpi?",
      "field:why": "Kierros on suljettu. Liian lyhyt.",
    });
  });

  test("have nowhere to stand in a view without fields", () => {
    expect(drawMistakes({ a: "x" }, drawWaitingModal("fi").blocks)).toBeUndefined();
    expect(drawMistakes({}, blocks)).toBeUndefined();
    fc.assert(fc.property(fc.anything(), (sent) => void drawMistakes({ a: "x" }, sent)));
  });
});
