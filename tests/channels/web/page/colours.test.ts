import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

type Colours = ReadonlyMap<string, string>;

const css = readFileSync("src/channels/web/page/style/base.css", "utf8");
const [lightCss = "", darkCss = ""] = css.split("@media (prefers-color-scheme: dark)");
const light = coloursIn(lightCss);
const dark: Colours = new Map([...light, ...coloursIn(darkCss)]);

/** What is written in which colour on which ground. */
const TEXTS = [
  ["text", "ground"],
  ["text", "card"],
  ["text", "card-row"],
  ["text", "card-chosen"],
  ["text", "hover"],
  ["text-quiet", "ground"],
  ["text-quiet", "card"],
  ["text-quiet", "card-row"],
  ["text-quiet", "card-chosen"],
  ["text-quiet", "hover"],
  ["accent-text", "ground"],
  ["accent-text", "accent-soft"],
  ["text", "accent-soft"],
  ["on-accent", "accent"],
  ["on-accent", "accent-strong"],
  ["attention", "card"],
  ["attention", "attention-soft"],
  ["good", "card"],
  ["warning", "card"],
  ["sea-text", "sea"],
  ["sea-quiet", "sea"],
  ["sea-quiet", "sea-deep"],
  ["ground", "text"],
] as const;
/** Edges of fields and buttons. */
const EDGES = [
  ["line-strong", "ground"],
  ["line-strong", "card"],
  ["focus", "ground"],
] as const;

describe.each([
  ["light", light],
  ["dark", dark],
] as const)("the page's colours, %s", (_name, colours) => {
  test.each(TEXTS)("%s is readable on %s (WCAG 1.4.3: 4.5)", (text, ground) => {
    expect(contrast(colours, text, ground)).toBeGreaterThanOrEqual(4.5);
  });
  test.each(EDGES)("%s shows on %s (WCAG 1.4.11: 3)", (edge, ground) => {
    expect(contrast(colours, edge, ground)).toBeGreaterThanOrEqual(3);
  });
});

test("initials are readable on every avatar, and numbers on a badge", () => {
  const bar = readFileSync("src/channels/web/page/style/bar.css", "utf8");
  const avatars = [...bar.matchAll(/\.avatar-\d \{\s*background: (#\w{6})/g)].map(([, colour]) => colour ?? "");
  expect(avatars).toHaveLength(8);
  for (const colour of [...avatars, light.get("badge") ?? "", dark.get("badge") ?? ""]) {
    expect(ratio("#ffffff", colour), colour).toBeGreaterThanOrEqual(4.5);
  }
});

function coloursIn(part: string): Colours {
  return new Map([...part.matchAll(/--([\w-]+): (#\w{6});/g)].map(([, name, colour]) => [name ?? "", colour ?? ""]));
}

function contrast(colours: Colours, one: string, other: string): number {
  const [first, second] = [colours.get(one), colours.get(other)];
  if (first === undefined || second === undefined) throw new Error(`No colour --${first ? other : one}`);
  return ratio(first, second);
}

/** WCAG 2.2, "contrast ratio". */
function ratio(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
