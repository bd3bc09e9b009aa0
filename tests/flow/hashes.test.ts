import { describe, expect, it } from "vitest";
import { contentHash, scaleHash } from "../../src/flow/hashes.ts";
import { aFlow, aLevel, anOption, aStep } from "./reading/reader.ts";

describe("hashes of content", () => {
  it("keep to what an answer means, whatever the words", () => {
    const level = aLevel();
    expect(scaleHash({ ...level, ask: { fi: "Toisin", en: "Otherwise" } })).toBe(scaleHash(level));
    expect(scaleHash({ ...level, levels: level.levels.slice(1) })).not.toBe(scaleHash(level));
    expect(scaleHash({ ...level, scale: "another" })).not.toBe(scaleHash(level));
    const choice = aStep("choice", { options: [anOption("a", "A"), anOption("b", "B")] });
    const reordered = aStep("choice", { options: [anOption("b", "Bee"), anOption("a", "Aa")] });
    expect(scaleHash(reordered)).toBe(scaleHash(choice));
    expect(scaleHash(aStep("choice", { options: [anOption("a", "A"), anOption("c", "B")] }))).not.toBe(
      scaleHash(choice),
    );
    expect(scaleHash(aStep("number", { unit: { fi: "h", en: "h" } }))).not.toBe(scaleHash(aStep("number")));
  });

  it("tell contents apart by any word, and not by the order of keys", () => {
    const one = aFlow([aStep("text")], { betterAfter: ["x"] });
    const { id, workbook, ...rest } = aFlow([aStep("text")], { betterAfter: ["x"] });
    expect(contentHash({ ...rest, workbook, id })).toBe(contentHash(one));
    expect(contentHash(aFlow([aStep("text", { maxLength: 5 })], { betterAfter: ["x"] }))).not.toBe(contentHash(one));
  });
});
