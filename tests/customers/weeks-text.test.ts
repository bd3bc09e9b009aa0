import { expect, test } from "vitest";
import { readWeeks, weeksText } from "../../src/customers/clock/weeks-text.ts";

test.each([
  ["", []],
  ["28–31", [{ from: 28, to: 31 }]],
  [
    "28-31, 52",
    [
      { from: 28, to: 31 },
      { from: 52, to: 52 },
    ],
  ],
  [
    "51–2 ja 8",
    [
      { from: 51, to: 2 },
      { from: 8, to: 8 },
    ],
  ],
])("%s is read, and shown as it is read again", (text, weeks) => {
  expect(readWeeks(text)).toEqual(weeks);
  expect(readWeeks(weeksText(weeks))).toEqual(weeks);
});

test.each(["0", "54", "heinäkuu", "28–99", "1,2,3,4,5,6,7,8,9,10,11"])("%s is no weeks", (text) => {
  expect(readWeeks(text)).toBeUndefined();
});
