import { describe, expect, it } from "vitest";
import { answerValueSchema } from "../../../src/flow/answer-value.ts";
import type { Answers } from "../../../src/flow/answers.ts";
import { fits } from "../../../src/flow/fits.ts";
import { readReply } from "../../../src/flow/reading/read-reply.ts";
import type { Question } from "../../../src/flow/step.ts";
import { fc } from "../../support/properties.ts";
import { sampleFlow } from "../../support/sample-flow.ts";
import { aLevel, anOption, answerTo, aStep, read, readerOf, reasonIn } from "./reader.ts";

const flow = sampleFlow("every-kind");
const questions = flow.steps.filter((step): step is Question => step.kind !== "say");
const channels: Answers = { channels: { kind: "choices", options: ["phone", "email"] } };

const likelyPieces = fc.constantFrom(
  ..."1 2 3 12.500,50 1,200 31.2. 24.12. Q3/2027 - – % € ; | \n \t , ja tai kolmonen taso sovittu puhelin Satu Virtanen en ei eos noin milj. tuhatta ensi perjantaina viikolla päästä 5/6/2026 (".split(
    " ",
  ),
);
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.array(likelyPieces, { maxLength: 12 }).map((pieces) => pieces.join(" ")),
  fc.array(likelyPieces, { maxLength: 12 }).map((pieces) => pieces.join("")),
);

describe("reading any text", () => {
  it("never throws, speaks in at most 300 characters, and gives only values that fit", () => {
    fc.assert(
      fc.property(fc.constantFrom(...questions), anyText, fc.constantFrom("fi", "en"), (step, text, language) => {
        const reader = readerOf(flow, language, channels);
        const reading = readReply(step, text, reader);
        const values =
          reading.kind === "value"
            ? [reading.value]
            : reading.kind === "unclear"
              ? reading.candidates.map(({ value }) => value)
              : [];
        for (const value of values) {
          expect(answerValueSchema.parse(JSON.parse(JSON.stringify(value)))).toEqual(value);
          expect(fits(step, value, reader)).toBe(true);
        }
        if (reading.kind === "refused") expect(reading.reason.length).toBeLessThanOrEqual(300);
        if (reading.kind === "unclear") {
          expect(reading.question.length).toBeLessThanOrEqual(300);
          expect(reading.candidates.length).toBeGreaterThan(0);
          expect(reading.candidates.length).toBeLessThanOrEqual(5);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it("refuses a megabyte of anything and names the limit", () => {
    for (const piece of ["a", "1", " ", "1,", "ja ", "en ", "💥", ";\n", "1.000", "-"]) {
      const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
      for (const step of questions) expect(readReply(step, text, readerOf(flow)).kind).toBe("refused");
    }
    expect(reasonIn(read(aLevel(), "a".repeat(1_000_000)))).toBe(
      "Vastauksessa on 1 000 000 merkkiä, ja tähän mahtuu 300. Kirjoita se lyhyemmin.",
    );
  });

  it("keeps text as it was written", () => {
    const step = aStep("text");
    for (const text of [
      "<script>alert(1)</script>",
      "*lihava* <!channel> @kaikki",
      "مرحبا بالعالم",
      "👍",
      "{{nimi}} $t(avain)",
      "rivi\n\ntoinen",
    ]) {
      expect(answerTo(step, `  ${text}\n`)).toEqual({ kind: "text", text });
    }
    for (const text of ["", "   ", "\u200b\u2060"]) expect(answerTo(step, text)).toBe("refused");
    expect(answerTo(step, "a\ud800")).toEqual({ kind: "text", text: "a\ufffd" });
    expect(reasonIn(read(aStep("text", { maxLength: 60 }), "x".repeat(61)))).toContain(
      "61 merkkiä, ja tähän mahtuu 60",
    );
  });

  it("shows a person's words literally in its sentences", () => {
    expect(reasonIn(read(aStep("person"), "{{names}} $t(reading.skipped)"))).toContain(
      "”{{names}} $t(reading.skipped)”",
    );
  });

  it("takes cannot-say everywhere where each answers alone, and for text elsewhere as text", () => {
    const text = aStep("text");
    expect(answerTo(text, "en tiedä", "fi", { participation: "each" })).toEqual({ kind: "cannot-say" });
    expect(answerTo(text, "en tiedä")).toEqual({ kind: "text", text: "en tiedä" });
    expect(reasonIn(read(aStep("money"), "en tiedä"))).toMatch(/^Tähän tarvitaan vastaus, ja arviokin kelpaa\./);
    expect(
      reasonIn(read(aStep("choice", { options: [anOption("a", "Kyllä"), anOption("b", "Ei")] }), "en tiedä")),
    ).toMatch(/^Tähän tarvitaan vastaus\./);
    expect(reasonIn(read(aStep("money", { optional: true }), "en tiedä"))).toMatch(/^Jos et tiedä, ohita kohta\./);
  });
});
