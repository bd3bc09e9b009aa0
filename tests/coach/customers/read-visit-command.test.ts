import { describe, expect, it } from "vitest";
import { readVisitCommand } from "../../../src/coach/customers/visits/read-visit-command.ts";

describe("a line that says where somebody is going", () => {
  it.each([
    ["menossa virtaselle", "virtaselle"],
    ["olen menossa virtasen konepajalle", "virtasen konepajalle"],
    ["oon nyt menossa virtaselle", "virtaselle"],
    ["matkalla virtaselle", "virtaselle"],
    ["lähdössä käymään virtasella", "virtasella"],
    ["menen käymään virtasella", "virtasella"],
    ["on my way to virtanen", "virtanen"],
    ["i'm on my way to see virtanen", "virtanen"],
    ["heading to lahden leipä", "lahden leipä"],
    ["about to visit virtanen", "virtanen"],
    ["menossa", ""],
    ["on my way", ""],
  ])("is known: %s", (said, to) => {
    expect(readVisitCommand(said)).toEqual({ to });
  });

  it.each(["soitin virtaselle", "menee hyvin", "going to be late", "matkat maksettu", "kävin virtasella"])(
    "is left to others: %s",
    (said) => {
      expect(readVisitCommand(said)).toBeUndefined();
    },
  );
});
