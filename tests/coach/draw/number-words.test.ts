import { expect, it } from "vitest";
import { listed } from "../../../src/coach/draw/number-words.ts";
import { words } from "../../../src/text/text.ts";

it("a list tells its own and from those that stand in its parts", () => {
  const parts = ["strategia", "mittaaminen", "rakenne ja resurssit"];
  expect(listed(words("fi"), parts)).toBe("strategia, mittaaminen sekä rakenne ja resurssit");
  expect(listed(words("fi"), parts.slice(0, 2))).toBe("strategia ja mittaaminen");
  expect(listed(words("en"), ["strategy", "people and structure"])).toBe("strategy as well as people and structure");
});
