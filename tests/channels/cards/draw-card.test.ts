import { describe, expect, test } from "vitest";
import { drawCard } from "../../../src/channels/cards/draw-card.ts";
import type { Block, Message } from "../../../src/message/message.ts";
import { fc } from "../../support/properties.ts";
import { elementsOf, runsOf, unknownToMicrosoft } from "./microsoft.ts";

const chart = { kind: "radar", title: "Tasot", axes: ["a", "b", "c"], max: 5, series: [] } as const;
const drawing = { pictureUrl: () => "/pictures/abc.png" };

function messageOf(...blocks: readonly Block[]): Message {
  return { text: "Kysymys 4/6. Missä tietonne on?", blocks, language: "fi" };
}
const phone = (text: string) => ({ kind: "phone", text }) as const;
const card = (...blocks: readonly Block[]) => drawCard(messageOf(...blocks), drawing);
const options = (count: number) => Array.from({ length: count }, (_, at) => ({ label: `${at}`, action: `a:${at}` }));

const everyBlock: readonly Block[] = [
  { kind: "heading", text: "Asiakastieto · 4/6" },
  { kind: "heading", text: "Digikypsyys, 1. kierros" },
  { kind: "paragraph", words: ["Vastaa ", { kind: "strong", text: "yksin" }, { kind: "emphasis", text: " nyt" }] },
  { kind: "paragraph", words: [{ kind: "mention", person: "p1", text: "Satu" }, ", sinun vuorosi."], tone: "quiet" },
  { kind: "facts", facts: [{ label: "Avoinna", value: "ke 2.12. klo 14" }] },
  { kind: "choices", options: [{ label: "Vastaa", action: "answer", primary: true }], more: options(2) },
  {
    kind: "levels",
    options: [
      {
        label: "1 Alkava",
        mark: "1",
        action: "l:1",
        description: "Muistissa ja paperilla.",
        sign: "Numerot ovat Jarilla.",
      },
      { label: "2", mark: "2", action: "l:2", description: "Monessa paikassa.", chosen: true },
    ],
  },
  {
    kind: "form",
    form: {
      title: "Kädet",
      submit: "Tallenna",
      action: "hands",
      fields: [{ kind: "number", id: "hands", label: "Montako kättä", optional: true }],
    },
  },
  { kind: "progress", done: 2, total: 7, label: "2/7 vastannut" },
  { kind: "picture", chart, alt: "Kuuden kohdan tasot" },
  {
    kind: "table",
    caption: "Tasot",
    columns: ["Kohta", "Nyt"],
    rows: [
      ["Asiakastieto", "2"],
      ["Myynti", ""],
    ],
  },
  { kind: "paragraph", words: ["Mika, ", { kind: "phone", text: "040 555 0123" }] },
];

describe("a message drawn as a card", () => {
  test("holds nothing that Microsoft's parser of Adaptive Cards 1.5 does not know", () => {
    for (const block of everyBlock) expect(unknownToMicrosoft(card(block))).toEqual([]);
    expect(unknownToMicrosoft(card(...everyBlock))).toEqual([]);
  });

  test("the check itself finds what is unknown", () => {
    const broken = {
      ...card(),
      body: [{ type: "Image", url: "/x.png", altText: "x", size: "stretch", shape: "round" }],
    };
    expect(unknownToMicrosoft(JSON.parse(JSON.stringify(broken)))).toEqual(["$.body.0.shape round"]);
  });

  test("says the whole message to clients that cannot draw it", () => {
    expect(card()).toMatchObject({ fallbackText: "Kysymys 4/6. Missä tietonne on?", lang: "fi" });
  });

  test("a heading of everyday text is a heading to screen readers, any other is literal text", () => {
    const [plain] = card({ kind: "heading", text: "Digikypsyys, 1. kierros" }).body;
    expect(plain).toMatchObject({ type: "TextBlock", style: "heading" });
    for (const text of ["**bold**", "1. kierros", "[x](javascript:alert(1))", "- viiva", "a_b_", "<b>", "`x`", "# x"]) {
      const drawn = card({ kind: "heading", text });
      expect(drawn.body[0]?.type).toBe("RichTextBlock");
      expect(runsOf(drawn)).toEqual([text]);
    }
  });

  test("buttons over six, and those needed seldom, stand behind the overflow menu; none falls away", () => {
    const [set] = card({ kind: "choices", options: options(8), more: options(1) }).body;
    if (set?.type !== "ActionSet") throw new Error("no buttons");
    expect(set.actions.filter((action) => action.mode !== "secondary")).toHaveLength(6);
    expect(set.actions).toHaveLength(9);
  });

  test("what is needed seldom stands in the row where nothing else does", () => {
    const [set] = card({ kind: "choices", options: [], more: options(8) }).body;
    if (set?.type !== "ActionSet") throw new Error("no buttons");
    expect(set.actions.map((action) => action.mode ?? "primary")).toEqual([
      ...Array.from({ length: 6 }, () => "primary"),
      ...Array.from({ length: 2 }, () => "secondary"),
    ]);
  });

  test("a button hands its action back as it was and says when it opens a form", () => {
    const option = { label: "Korjaa", action: 'fix:{"row":14}', opensForm: true, primary: true };
    expect(card({ kind: "choices", options: [option] }).body[0]).toMatchObject({
      actions: [{ title: "Korjaa", style: "positive", data: { action: 'fix:{"row":14}', opens: "form" } }],
    });
  });

  test("a button beside an empty required input can be tapped, the form's own button minds the inputs", () => {
    const form = {
      title: "t",
      submit: "Tallenna",
      action: "f",
      fields: [{ kind: "text", id: "x", label: "X", maxLength: 9 }],
    } as const;
    const sets = card({ kind: "form", form }, { kind: "choices", options: options(1) }).body.filter(
      (e) => e.type === "ActionSet",
    );
    expect(sets.flatMap((set) => set.actions.map((action) => action.associatedInputs))).toEqual(["auto", "none"]);
  });

  test("a level is one row to tap, at least 44 px high, that tells itself to a screen reader", () => {
    const rows = card(everyBlock[6] ?? { kind: "levels", options: [] }).body.filter((e) => e.type === "Container");
    expect(rows.map((row) => row.minHeight)).toEqual(["44px", "44px"]);
    expect(rows.map((row) => row.selectAction?.title)).toEqual([
      "1 Alkava. Muistissa ja paperilla. Numerot ovat Jarilla.",
      "Valittu. 2. Monessa paikassa.",
    ]);
    expect(rows.map((row) => row.style)).toEqual(["emphasis", "accent"]);
  });

  test("a row whose label is all that it says is told once", () => {
    const topic = {
      mark: "1",
      label: "Digikypsyys",
      description: "Digikypsyys",
      sign: "Noin 10 minuuttia.",
      action: "a",
    };
    const [row] = card({ kind: "levels", options: [topic] }).body.filter((e) => e.type === "Container");
    expect(row?.selectAction?.title).toBe("1 Digikypsyys. Noin 10 minuuttia.");
  });

  test("a picture stretches and has its text", () => {
    expect(card({ kind: "picture", chart, alt: "Tasot" }).body).toEqual([
      { type: "Image", url: "/pictures/abc.png", altText: "Tasot", size: "stretch" },
    ]);
  });
});

describe("what people wrote", () => {
  const tricks = [
    "<script>alert(1)</script>",
    "**bold**",
    "[x](javascript:alert(1))",
    "@everyone",
    "<at>Kaikki</at>",
    "&amp;",
    "{{DATE(2026-12-24T00:00:00Z)}}",
  ];

  test.each(tricks)("%s stands literally in every block", (text) => {
    const drawn = card(
      { kind: "heading", text },
      { kind: "paragraph", words: text },
      {
        kind: "paragraph",
        words: [
          { kind: "strong", text },
          { kind: "emphasis", text },
        ],
      },
      { kind: "facts", facts: [{ label: text, value: text }] },
      { kind: "levels", options: [{ label: "1", mark: "1", action: "a", description: text, sign: text }] },
      { kind: "table", caption: text, columns: [text], rows: [[text]] },
      { kind: "progress", done: 1, total: 2, label: text },
    );
    const markdown = elementsOf(drawn.body).flatMap((e) => (e.type === "TextBlock" ? [e.text] : []));
    expect(markdown.filter((one) => one !== "@everyone")).toEqual([]);
    expect(runsOf(drawn).join("\n").split(text).length - 1).toBeGreaterThanOrEqual(9);
  });

  test("no run holds what the renderers format as a date, and the text is whole", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("{", "}", "D", "(", "ä", " ", "{{DATE(") }), (text) => {
        const drawn = card({ kind: "paragraph", words: text });
        const runs = elementsOf(drawn.body).flatMap((e) => (e.type === "RichTextBlock" ? e.inlines : []));
        expect(runs.map((run) => run.text).join("")).toBe(text);
        expect(runs.some((run) => run.text.includes("{{"))).toBe(false);
      }),
    );
  });

  test("where a channel writes mentions, what is strong is marked without the spaces at its ends", () => {
    const words = [
      { kind: "strong", text: "Teko: " } as const,
      "rekisterit, ",
      { kind: "mention", person: "p1", text: "Satu" } as const,
    ];
    const message = { language: "fi", text: "t", blocks: [{ kind: "paragraph", words }] } as const;
    const [drawn] = drawCard(message, { ...drawing, mentions: (_, name) => `<at>${name}</at>` }).body;
    expect(drawn).toMatchObject({ text: "**Teko\\:** rekisterit, <at>Satu</at>" });
  });

  test("a phone number is tapped to call it; what is none is only told", () => {
    const [drawn] = card({ kind: "paragraph", words: [phone("+358 (0)40 555 0123"), phone("vaihde")] }).body;
    expect(drawn?.type === "RichTextBlock" ? drawn.inlines : []).toEqual([
      {
        type: "TextRun",
        text: "+358 (0)40 555 0123",
        selectAction: { type: "Action.OpenUrl", url: "tel:+358405550123" },
      },
      { type: "TextRun", text: "vaihde" },
    ]);
  });

  test("where a channel writes mentions, the rest of that paragraph is escaped Markdown", () => {
    const words = [{ kind: "mention", person: "p1", text: "Satu" } as const, " **x** <b> [a](b)"];
    const message = messageOf({ kind: "paragraph", words });
    expect(drawCard(message, { ...drawing, mentions: (_, name) => `<at>${name}</at>` }).body).toEqual([
      { type: "TextBlock", wrap: true, text: "<at>Satu</at> \\*\\*x\\*\\* &lt;b&gt; \\[a\\]\\(b\\)" },
    ]);
  });
});

describe("size", () => {
  test("the largest message within the limits stays below Teams' 80 KB as UTF-16, its summary ends after a whole word", () => {
    const sentence = "Asiakkaiden numerot ovat Jarin puhelimessa ja osoitteet kolmessa taulukossa. ";
    const text = sentence.repeat(Math.floor(12_000 / sentence.length));
    const blocks: Block[] = Array.from({ length: 50 }, (_, at) => ({
      kind: "paragraph",
      words: text.slice(at * 240, at * 240 + 240),
    }));
    const drawn = drawCard({ text, blocks, language: "fi" }, drawing);
    expect(Buffer.byteLength(JSON.stringify(drawn), "utf16le")).toBeLessThan(80_000);
    expect(text.startsWith(drawn.speak.slice(0, -1))).toBe(true);
    expect(drawn.speak).toMatch(/\p{L}\.?…$/u);
    expect(text.charAt(drawn.speak.length - 1)).toMatch(/[\s.]/);
  });
});
