import { expect, test } from "vitest";
import { shorten } from "../../src/message/shorten.ts";
import { fc } from "../support/properties.ts";

test("a text that fits stays as it is, a longer one ends after a whole word", () => {
  expect(shorten("Kolme vastausta", 15)).toBe("Kolme vastausta");
  expect(shorten("Kolme vastausta", 14)).toBe("Kolme…");
  expect(shorten("Kolme vastausta", 6)).toBe("Kolme…");
});

test("nothing is longer than told, and no character is halved", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 40 }), (text, most) => {
      const short = shorten(text, most);
      expect(short.length).toBeLessThanOrEqual(most);
      expect(/\p{Cs}/u.test(short)).toBe(false);
    }),
  );
});
