import { describe, expect, it } from "vitest";
import type { AnswerValue, CellValue } from "../../../src/flow/answer-value.ts";
import type { Answers } from "../../../src/flow/answers.ts";
import { questionOf } from "../../../src/flow/compile-flow.ts";
import { readReply } from "../../../src/flow/reading/read-reply.ts";
import { showAnswer, showRow } from "../../../src/flow/wording/show-answer.ts";
import { fc } from "../../support/properties.ts";
import { sampleFlow } from "../../support/sample-flow.ts";
import { readerOf } from "./reader.ts";

const flow = sampleFlow("every-kind");
const answers: Answers = { channels: { kind: "choices", options: ["phone", "email"] } };
const day = fc
  .date({ min: new Date("2026-12-02"), max: new Date("2190-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const customer = fc.constantFrom({ id: "c-konepaja", name: "Virtasen Konepaja" }, { id: null, name: "Zyx Oy" });

const byStep: { readonly [step: string]: fc.Arbitrary<AnswerValue> } = {
  "service-name": fc
    .string({ minLength: 1, maxLength: 60 })
    .map((text) => text.trim())
    .filter((text) => /[a-z]/i.test(text))
    .map((text) => ({ kind: "text", text })),
  "customer-count": fc.integer({ min: 0, max: 10_000 }).map((number) => ({ kind: "number", number })),
  "yearly-sales": fc.integer({ min: 0, max: 1e12 }).map((cents) => ({ kind: "money", cents })),
  "contract-share": fc.integer({ min: 0, max: 10_000 }).map((points) => ({ kind: "percent", percent: points / 100 })),
  market: fc.constantFrom("finland", "nordics", "world").map((option) => ({ kind: "choice", option })),
  channels: fc
    .subarray(["phone", "email", "web-form", "visit"], { minLength: 1, maxLength: 3 })
    .map((options) => ({ kind: "choices", options })),
  "best-channel": fc.constantFrom("phone", "email").map((option) => ({ kind: "choice", option })),
  "service-level": fc.oneof(
    fc.integer({ min: 1, max: 5 }).map((level): AnswerValue => ({ kind: "level", level })),
    fc.constant<AnswerValue>({ kind: "cannot-say" }),
  ),
  stance: fc.integer({ min: 1, max: 7 }).map((position) => ({ kind: "spectrum", position })),
  "launch-date": day.map((date) => ({ kind: "date", date })),
  "review-quarter": fc
    .tuple(fc.integer({ min: 1900, max: 2199 }), fc.integer({ min: 1, max: 4 }))
    .map(([year, quarter]) => ({ kind: "quarter", year, quarter })),
  owner: fc.constantFrom("p-satu", "p-jari", "p-pekka", "p-satu2").map((id) => ({ kind: "person", people: [id] })),
  helpers: fc.subarray(["p-satu", "p-jari", "p-pekka"], { minLength: 1 }).map((people) => ({ kind: "person", people })),
  "first-customers": fc
    .uniqueArray(customer, { minLength: 1, selector: ({ name }) => name })
    .map((customers) => ({ kind: "customer", customers })),
  priorities: fc
    .shuffledSubarray(["price", "speed", "quality", "same-person"], { minLength: 3, maxLength: 3 })
    .map((options) => ({ kind: "rank", options })),
};

describe("what is shown can be typed", () => {
  it.each(Object.keys(byStep))("reads back every answer to %s, in both languages", (id) => {
    const step = questionOf(flow, id);
    const values = byStep[id];
    if (!step || !values) throw new Error(id);
    fc.assert(
      fc.property(values, fc.constantFrom("fi", "en"), (value, language) => {
        const reader = readerOf(flow, language, answers);
        const shown = showAnswer(step, value, language, reader);
        expect([shown, readReply(step, shown, reader)]).toEqual([shown, { kind: "value", value }]);
      }),
    );
  });

  it("reads back a row of a table", () => {
    const step = questionOf(flow, "services");
    if (step?.kind !== "table") throw new Error("services");
    const cells = fc.record({
      name: fc.constantFrom("Vuosihuolto", "Pikahuolto", "<b>x</b>").map((text): CellValue => ({ kind: "text", text })),
      price: fc.integer({ min: 0, max: 1e9 }).map((cents): CellValue => ({ kind: "money", cents })),
      hours: fc.integer({ min: 0, max: 2000 }).map((tenths): CellValue => ({ kind: "number", number: tenths / 10 })),
      from: day.map((date): CellValue => ({ kind: "date", date })),
      place: fc.constantFrom("on-site", "workshop").map((option): CellValue => ({ kind: "choice", option })),
      owner: fc.constant<CellValue>({ kind: "person", people: ["p-jari"] }),
      first: customer.map((one): CellValue => ({ kind: "customer", customers: [one] })),
    });
    fc.assert(
      fc.property(cells, fc.constantFrom("fi", "en"), (row, language) => {
        const reader = readerOf(flow, language, answers);
        const typed = showRow(step, { id: "r1", cells: row }, language, reader).join(" | ");
        const reading = readReply(step, typed, reader);
        expect(reading).toMatchObject({ kind: "value", value: { kind: "table", rows: [{ cells: row }] } });
      }),
    );
  });

  it("tells of what is gone and what was left out", () => {
    const step = questionOf(flow, "market");
    if (!step) throw new Error("market");
    expect(showAnswer(step, { kind: "choice", option: "mars" }, "fi", readerOf(flow))).toBe("mars");
    expect(showAnswer(step, { kind: "skipped" }, "fi", readerOf(flow))).toBe("Ohitettu");
    expect(showAnswer(step, { kind: "cannot-say" }, "en", readerOf(flow))).toBe("I can't say");
  });

  it("gives every sample's own example answer a reading", () => {
    // Two people are called Satu.
    const two = new Set(["owner", "services"]);
    for (const step of flow.steps) {
      if (step.kind === "say" || step.example.answer === undefined) continue;
      // Draws its options from a table that nobody has filled here.
      if (step.id === "main-service") continue;
      const reading = readReply(step, step.example.answer, readerOf(flow, "fi", answers));
      expect([step.id, reading.kind]).toEqual([step.id, two.has(step.id) ? "unclear" : "value"]);
    }
  });
});
