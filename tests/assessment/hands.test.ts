import { describe, expect, it } from "vitest";
import { readHands, showHands } from "../../src/assessment/hands.ts";
import { fc } from "../support/properties.ts";

describe("hands as the facilitator types them", () => {
  it("are one number a level, the lowest first, and one more for those who can't say", () => {
    const read = { ok: true, value: { levels: { 1: 0, 2: 2, 3: 3, 4: 1, 5: 0 }, cannotSay: 0 } };
    for (const typed of ["0 2 3 1 0", "0,2,3,1,0", "0; 2; 3; 1; 0", " 0/2/3/1/0. ", "0\n2\n3\n1\n0"]) {
      expect(readHands(typed, 5, "fi")).toEqual(read);
    }
    expect(readHands("0 2 3 1 0 4", 5, "fi")).toMatchObject({ value: { cannotSay: 4 } });
  });

  it("may name only the levels that got some", () => {
    expect(readHands("2: 3, 4:1", 5, "fi")).toEqual({ ok: true, value: { levels: { 2: 3, 4: 1 }, cannotSay: 0 } });
    expect(readHands("6: 3", 5, "fi")).toEqual({ ok: false, reason: "Tasoa 6 ei ole. Tasot ovat 1–5." });
  });

  it("are refused with what was understood and what is expected", () => {
    expect(readHands("0 2 3", 5, "fi")).toMatchObject({ ok: false, reason: expect.stringContaining("Lukuja tuli 3") });
    expect(readHands("viisi", 5, "en")).toMatchObject({ ok: false, reason: expect.stringContaining("0 2 3 1 0") });
    expect(readHands("0 2 3 1 9999", 5, "fi")).toMatchObject({ ok: false, reason: expect.stringContaining("9999") });
    expect(readHands("  ", 5, "fi").ok).toBe(false);
    expect(readHands("2: 3, 4", 5, "fi").ok).toBe(false);
  });

  it("read back as they are shown", () => {
    const tallies = fc.tuple(
      fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 5, maxLength: 5 }),
      fc.integer({ min: 0, max: 500 }),
    );
    fc.assert(
      fc.property(tallies, ([counts, cannotSay]) => {
        const tally = { levels: Object.fromEntries(counts.map((count, index) => [index + 1, count])), cannotSay };
        expect(readHands(showHands(tally, 5), 5, "fi")).toEqual({ ok: true, value: tally });
      }),
    );
  });

  it("never throw, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        expect(typeof readHands(typed, 5, "fi").ok).toBe("boolean");
      }),
    );
  });
});
