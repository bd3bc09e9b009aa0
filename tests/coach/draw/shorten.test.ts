import { expect, test } from "vitest";
import { shorten } from "../../../src/coach/draw/shorten.ts";

test.each([
  ["tarjous 5 000 € ja\nhuolto", "tarjous 5\u00a0000\u00a0€ ja huolto"],
  ["Nykyinen arvo 12\u00a0500,50\u00a0€", "Nykyinen arvo 12\u00a0500,50\u00a0€"],
  ["soita 040 555 0123", "soita 040 555 0123"],
])("a sum stays on one line: %j", (text, short) => expect(shorten(text, 80)).toBe(short));

test("a text is not cut inside a sum", () => {
  expect(shorten("Kone maksaa nyt 5 000 €", 20)).toBe("Kone maksaa nyt…");
});
