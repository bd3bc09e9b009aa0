import { describe, expect, it } from "vitest";
import { findTimeZone } from "../../src/calendar/find-time-zone.ts";

describe("a time zone in words", () => {
  it.each([
    ["europe/london", "Europe/London"],
    ["Europe/Helsinki", "Europe/Helsinki"],
    ["lontoo", "Europe/London"],
    ["new york", "America/New_York"],
    ["Suomi", "Europe/Helsinki"],
    [" tukholma ", "Europe/Stockholm"],
  ])("is found by its name or a city: %s", (said, zone) => {
    expect(findTimeZone(said)).toEqual({ kind: "zone", zone });
  });

  it("is guessed from a small slip, and never from a bare offset or anything else", () => {
    expect(findTimeZone("helsnki")).toEqual({ kind: "unknown", near: "helsinki" });
    expect(findTimeZone("Lahti")).toEqual({ kind: "unknown" });
    for (const said of ["+02:00", "kuu", "", "x".repeat(500), "Europe/Nowhere at all"])
      expect(findTimeZone(said)).toEqual({ kind: "unknown" });
  });
});
