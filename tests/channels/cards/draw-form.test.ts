import { describe, expect, test } from "vitest";
import { drawForm } from "../../../src/channels/cards/draw-form.ts";
import { readTapped } from "../../../src/channels/cards/read-tapped.ts";
import { escapeChoice, readSubmittedValues } from "../../../src/channels/cards/submitted-values.ts";
import type { Form } from "../../../src/message/form.ts";
import { fc } from "../../support/properties.ts";
import { elementsOf, runsOf, unknownToMicrosoft } from "./microsoft.ts";

const options = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ value: `o${at}`, label: `Vaihtoehto ${at}` }));
const form: Form = {
  title: "Kierroksen aloitus",
  intro: "Tarkista kutsutut.",
  submit: "Aloita",
  action: "start:1",
  fields: [
    { kind: "note", id: "n", text: "Vastaukset näytetään vain jakaumana." },
    { kind: "text", id: "why", label: "Miksi nyt", hint: "Yksi lause riittää", maxLength: 200, multiline: true },
    { kind: "number", id: "price", label: "Hinta", unit: "€", value: "12 500,50", optional: true },
    { kind: "date", id: "closes", label: "Sulkeutuu", value: "2026-12-24" },
    { kind: "time", id: "at", label: "Kello", value: "14:00" },
    { kind: "pick", id: "who", label: "Vetäjä", options: options(9), value: "o3" },
    { kind: "pick-many", id: "invited", label: "Kutsutut", options: options(3), values: ["o0", "o2"] },
  ],
};
const inputs = (card: ReturnType<typeof drawForm>) => elementsOf(card.body).filter((e) => e.type.startsWith("Input."));

describe("a form drawn as a dialog", () => {
  test("holds nothing that Microsoft's parser does not know", () => {
    const opener = { action: "open", message: "m1" };
    expect(unknownToMicrosoft(drawForm(form, { language: "fi", opener, mistakes: { why: "Liian lyhyt." } }))).toEqual(
      [],
    );
  });

  test("every input has its label, what must be answered says so in the person's language", () => {
    const drawn = inputs(drawForm(form, { language: "en" }));
    expect(drawn).toMatchObject([
      {
        type: "Input.Text",
        label: "Miksi nyt",
        isMultiline: true,
        maxLength: 200,
        errorMessage: "An answer is needed here.",
      },
      { type: "Input.Text", label: "Hinta (€)", value: "12 500,50", isRequired: false },
      { type: "Input.Date", label: "Sulkeutuu", value: "2026-12-24" },
      { type: "Input.Time", label: "Kello", value: "14:00" },
      { type: "Input.ChoiceSet", label: "Vetäjä", style: "compact", value: "o3" },
      { type: "Input.ChoiceSet", label: "Kutsutut", style: "expanded", isMultiSelect: true, value: "o0,o2" },
    ]);
  });

  test("a mistake stands right under its field, and what was typed stays", () => {
    const drawn = drawForm(form, {
      language: "fi",
      mistakes: { price: "”12.500,50” on kahdella tavalla luettavissa." },
      values: { why: "", price: "12.500,50", who: "o1", invited: ["o1"] },
    });
    const at = drawn.body.findIndex((e) => e.type === "Input.Text" && e.label.startsWith("Hinta"));
    expect(drawn.body[at]).toMatchObject({ value: "12.500,50" });
    expect(drawn.body[at + 1]).toMatchObject({
      inlines: [{ text: "”12.500,50” on kahdella tavalla luettavissa.", color: "attention" }],
    });
    expect(inputs(drawn).map((e) => ("value" in e ? e.value : undefined))).toEqual([
      undefined,
      "12.500,50",
      "2026-12-24",
      "14:00",
      "o1",
      "o1",
    ]);
    expect(runsOf(drawn)).toContain("Yksi lause riittää");
  });

  test("its button brings back what opened it, so that mistakes can be drawn without remembering the form", () => {
    const drawn = drawForm(form, { language: "fi", opener: { action: "open", message: "m1" } });
    const set = drawn.body.find((e) => e.type === "ActionSet");
    expect(readTapped({ ...set?.actions[0]?.data, "text.why": "Siksi", "many.invited": "o0,o2" })).toEqual({
      action: "start:1",
      opensForm: false,
      opener: { action: "open", message: "m1" },
      values: { why: "Siksi", invited: ["o0", "o2"] },
    });
  });
});

describe("submitted values", () => {
  test("choices of many come back whole whatever their values hold", () => {
    const value = fc.string({ minLength: 1, unit: fc.constantFrom(",", "%", "2", "C", "5", "ä", "a", " ") });
    fc.assert(
      fc.property(fc.array(value), value, (many, one) => {
        const data = { "many.m": many.map(escapeChoice).join(","), "pick.p": escapeChoice(one), "text.t": one };
        expect(readSubmittedValues(data)).toEqual({ m: many, p: one, t: one });
      }),
    );
  });

  test("nothing throws, whatever a client sends, and only our inputs are read", () => {
    fc.assert(fc.property(fc.anything(), (data) => void readTapped(data)));
    expect(readTapped({ verb: "x" })).toBeUndefined();
    expect(readTapped({ action: "a", "text.": "x", "text.a": 4, other: "y" })?.values).toEqual({});
  });

  test("a field may be called anything, even like the action's own data or __proto__", () => {
    const tapped = readTapped(JSON.parse('{"action":"go","text.action":"x","text.__proto__":"y"}'));
    expect(tapped?.action).toBe("go");
    expect(Object.entries(tapped?.values ?? {})).toEqual([
      ["action", "x"],
      ["__proto__", "y"],
    ]);
  });
});
