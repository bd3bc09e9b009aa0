import { expect, test } from "vitest";
import { textWidth } from "../../src/charts/font.ts";
import { shorten, wrapLabel } from "../../src/charts/wrap.ts";
import { fc } from "../support/properties.ts";

test("words are kept whole where a line has room for them", () => {
  expect(wrapLabel("Integroitu asiakaskokemus", { width: 260, size: 32, lines: 3 })).toEqual([
    "Integroitu",
    "asiakaskokemus",
  ]);
});

test("a word longer than a line is hyphenated between syllables", () => {
  expect(wrapLabel("markkinointiviestintä", { width: 250, size: 32, lines: 3 })).toEqual([
    "markkinointi-",
    "viestintä",
  ]);
  expect(wrapLabel("asiakaskokemus", { width: 200, size: 32, lines: 3 })).toEqual(["asiakasko-", "kemus"]);
});

test("soft hyphens say where a long word breaks and are never drawn", () => {
  expect(wrapLabel("asiakas\u00adkokemus", { width: 200, size: 32, lines: 3 })).toEqual(["asiakas-", "kokemus"]);
  expect(wrapLabel("asiakas\u00adkokemus", { width: 600, size: 32, lines: 3 })).toEqual(["asiakaskokemus"]);
});

test("what does not fit in the lines ends in an ellipsis, with no hyphen left inside it", () => {
  expect(wrapLabel("Integroitu markkinointiviestintä", { width: 250, size: 32, lines: 2 })).toEqual([
    "Integroitu",
    "markkinointivi…",
  ]);
});

test("no line is wider than its room, and no letter is lost while there are lines enough", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), fc.integer({ min: 120, max: 600 }), (label, width) => {
      const lines = wrapLabel(label, { width, size: 32, lines: 200 });
      for (const line of lines) expect(textWidth(line, 32)).toBeLessThanOrEqual(width);
      const letters = (text: string) => text.replace(/[\s\u00ad-]/g, "");
      expect(letters(lines.join(""))).toBe(letters(label));
    }),
  );
});

test("a shortened text fits its room", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 40, max: 400 }), (text, width) => {
      expect(textWidth(shorten(text, width, 30), 30)).toBeLessThanOrEqual(width);
    }),
  );
});

test("a room too narrow for any letter takes one letter a line", () => {
  expect(wrapLabel("abc d", { width: 1, size: 32, lines: 9 })).toEqual(["a", "b", "c", "d"]);
});
