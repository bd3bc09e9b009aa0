import { describe, expect, test } from "vitest";
import { takeReach } from "../../src/customers/exchange/take-reach.ts";

const NONE = { phone: "", email: "", faulty: "" };

describe("what stands at the end of a person's name", () => {
  test.each([
    ["Sari Virtanen 040 123 4567", { rest: "Sari Virtanen", phone: "040 123 4567" }],
    ["Sari Virtanen puh. +358 40 123 4567", { rest: "Sari Virtanen", phone: "+358 40 123 4567" }],
    ["Sari Virtanen (040-1234567)", { rest: "Sari Virtanen", phone: "040-1234567" }],
    ["Kaisa Mäkelä kaisa@sahakone.fi", { rest: "Kaisa Mäkelä", email: "kaisa@sahakone.fi" }],
    ["Kaisa <kaisa@sahakone.fi> 040 5550 123", { rest: "Kaisa", email: "kaisa@sahakone.fi", phone: "040 5550 123" }],
    ["toimitusjohtaja, kalle@rautanen", { rest: "toimitusjohtaja", faulty: "kalle@rautanen" }],
    ["040 555 0123", { rest: "", phone: "040 555 0123" }],
    ["Mika", { rest: "Mika" }],
    ["ostaja, linja 2", { rest: "ostaja, linja 2" }],
    ["Lahti 15100", { rest: "Lahti 15100" }],
  ])("%s", (text, read) => {
    expect(takeReach(text)).toEqual({ ...NONE, ...read });
  });
});
