import { describe, expect, it } from "vitest";
import { drawTell } from "../../../src/coach/draw/draw-tell.ts";
import { tellSchema } from "../../../src/coach/tell.ts";
import { LIMITS } from "../../../src/message/limits.ts";
import { checkLimits, spokenLength } from "./check-message.ts";
import { everyCase } from "./every-tell.ts";
import { listener } from "./people.ts";

/** Results, cards that lead through a talk, and one's own answers may be longer than a message (DESIGN: "How it speaks"). */
const LONGER: readonly string[] = [
  "facilitator-card",
  "summary",
  "summary-levels",
  "summary-heatmap",
  "summary-change",
  "result",
  "step-card",
  "my-answers",
  "explain",
  "home",
  "week",
  "digest",
  "plan-proposed",
  "customer-card",
  "register-import",
  "register-exports",
  "saving-card",
  "saving-how",
  "saving-plans",
];
const cases = everyCase.flatMap((one) => (["fi", "en"] as const).map((language) => ({ ...one, language })));

describe("every tell, with the longest values, in both languages", () => {
  it.each(cases)("keeps to the limits of all channels: $language $name", ({ tell, sources, language }) => {
    const message = drawTell(sources, tell, listener(language));
    expect(message).toBeDefined();
    if (!message) return;
    checkLimits(message);
    expect(message.language).toBe(language);
    if (!LONGER.includes(tell.kind))
      expect(spokenLength(message), message.text).toBeLessThanOrEqual(LIMITS.messageText);
  });

  it.each(everyCase)("says the same in another language, not the same words: $name", ({ tell, sources }) => {
    const [fi, en] = (["fi", "en"] as const).map((language) => drawTell(sources, tell, listener(language)));
    expect(fi?.text).not.toBe(en?.text);
    expect(fi?.blocks.map(({ kind }) => kind)).toEqual(en?.blocks.map(({ kind }) => kind));
  });

  it("leaves none out", () => {
    const drawn = new Set<string>(everyCase.map(({ tell }) => tell.kind));
    const kinds = tellSchema.options.map((option) => option.shape.kind.value);
    expect(kinds.filter((kind) => !drawn.has(kind))).toEqual(["sentence"]);
  });
});
