import { describe, expect, it } from "vitest";
import { addDays } from "../../../src/flow/reading/plain/calendar.ts";
import { numberInWords } from "../../../src/flow/reading/plain/number-words.ts";
import { readDate, readTime } from "../../../src/flow/reading/read-plain.ts";
import { formatDate } from "../../../src/flow/wording/format.ts";
import { fc } from "../../support/properties.ts";
import { TODAY } from "./reader.ts";

describe("reading outside of flows", () => {
  it("reads a day and refuses one that is too early", () => {
    const asked = { today: TODAY, language: "fi", earliest: TODAY } as const;
    expect(readDate("ensi perjantaina", asked)).toEqual({ ok: true, value: "2026-12-04" });
    expect(readDate("1.12.2026", asked)).toEqual({
      ok: false,
      reason: "Sain päivän 1.12.2026. Aikaisin sopiva päivä on 2.12.2026.",
    });
    expect(readDate("viikolla 12", asked)).toMatchObject({ ok: false });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50_000 }), (days) => {
        const date = addDays(TODAY, days);
        expect(readDate(formatDate(date, "fi"), asked)).toEqual({ ok: true, value: date });
      }),
    );
  });

  it.each([
    ["14", "14:00"],
    ["14.30", "14:30"],
    ["9:05", "09:05"],
    ["klo 14", "14:00"],
    ["2.30 pm", "14:30"],
    ["12 am", "00:00"],
  ])("reads the time %s", (text, time) => {
    expect(readTime(text, { language: "fi" })).toEqual({ ok: true, value: time });
  });

  it("refuses times that no clock shows", () => {
    for (const text of ["25", "14.60", "13 pm", "illalla", ""])
      expect(readTime(text, { language: "en" }).ok).toBe(false);
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        readDate(text, { today: TODAY, language: "en" });
        readTime(text, { language: "fi" });
      }),
    );
  });

  it("knows numbers in words", () => {
    const known: readonly (readonly [string, number | undefined])[] = [
      ["kaksituhatta kolmesataaneljäkymmentäviisi", 2345],
      ["tuhat", 1000],
      ["viisitoista", 15],
      ["yhdeksänkymmentäyhdeksän", 99],
      ["one hundred and twenty three", 123],
      ["kaksi kolme", undefined],
      ["kissa", undefined],
    ];
    for (const [text, number] of known) expect([text, numberInWords(text.split(" "))]).toEqual([text, number]);
  });
});
