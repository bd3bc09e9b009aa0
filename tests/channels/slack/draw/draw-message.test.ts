import type { KnownBlock } from "@slack/types";
import { describe, expect, test } from "vitest";
import { drawHome } from "../../../../src/channels/slack/draw/draw-home.ts";
import { drawMessage } from "../../../../src/channels/slack/draw/draw-message.ts";
import { drawTell } from "../../../../src/coach/draw/draw-tell.ts";
import type { Block, Message } from "../../../../src/message/message.ts";
import { words } from "../../../../src/text/text.ts";
import { everyCase } from "../../../coach/draw/every-tell.ts";
import { listener } from "../../../coach/draw/people.ts";
import { fc } from "../../../support/properties.ts";
import { anyMessage } from "./any-message.ts";
import { blockProblems, viewProblems } from "./check-blocks.ts";

const drawing = {
  mention: (person: string) => (person === "p1" ? "U024BE7LH" : undefined),
  picture: () => ({ kind: "file" as const, id: "F024BE91L" }),
};
const withoutPicture = { ...drawing, picture: () => undefined };

function messageOf(...blocks: readonly Block[]): Message {
  return { text: "Kysymys 4/6. Missä tietonne on?", blocks, language: "fi" };
}
const drawn = (...blocks: readonly Block[]) => drawMessage(messageOf(...blocks), drawing).blocks;

/** Every text of the blocks that is shown, a line a block. */
function shown(blocks: readonly KnownBlock[]): string {
  const texts = (part: object): readonly string[] =>
    Object.entries(part).flatMap(([key, value]): readonly string[] => {
      if (typeof value === "string") return key === "text" || key === "alt_text" ? [value] : [];
      return typeof value === "object" && value !== null ? texts(value) : [];
    });
  return blocks.map((block) => texts(block).join("")).join("\n");
}

describe("whatever a message holds", () => {
  test("Slack takes it, in a channel and in Home", () => {
    fc.assert(
      fc.property(anyMessage, fc.constantFrom(drawing, withoutPicture), (message, how) => {
        const { text, blocks } = drawMessage(message, how);
        expect(blockProblems(blocks, "message")).toEqual([]);
        expect(text.trim()).not.toBe("");
        expect(text.length).toBeLessThanOrEqual(4000);
        expect(viewProblems(drawHome(message, how))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test("the check itself finds what Slack refuses", () => {
    const plain = { type: "plain_text", text: "x", emoji: false } as const;
    const button = { type: "button", action_id: "a", text: plain, value: "v" } as const;
    const actions = { type: "actions", block_id: "b", elements: [button] } as const;
    const problems = [
      blockProblems([], "message"),
      blockProblems([{ type: "header", text: { ...plain, text: "x".repeat(151) } }], "message"),
      blockProblems([{ type: "header", text: { ...plain, emoji: true } }], "message"),
      blockProblems(
        [
          { ...actions, elements: [button] },
          { ...actions, elements: [button] },
        ],
        "message",
      ),
      blockProblems([{ ...actions, elements: [{ ...button, text: { ...plain, text: "x".repeat(76) } }] }], "message"),
      blockProblems([{ ...actions, elements: [{ ...button, ...{ colour: "red" } }] }], "message"),
      blockProblems(
        Array.from({ length: 51 }, () => ({ type: "header", text: plain })),
        "message",
      ),
      blockProblems([{ type: "section", text: { type: "mrkdwn", text: "*x*" } }], "message"),
      blockProblems(
        [
          {
            type: "rich_text",
            elements: [{ type: "rich_text_section", elements: [{ type: "text", text: "x".repeat(12_000) }] }],
          },
        ],
        "message",
      ),
      viewProblems({
        type: "modal",
        title: { ...plain, text: "x".repeat(25) },
        blocks: [{ type: "header", text: plain }],
      }),
    ];
    expect(problems.filter((found) => found.length === 0)).toEqual([]);
  });
});

describe("every message of the coach", () => {
  const cases = everyCase.flatMap((one) => (["fi", "en"] as const).map((language) => ({ ...one, language })));
  test.each(cases)("is drawn whole: $language $name", ({ tell, sources, language }) => {
    const message = drawTell(sources, tell, listener(language));
    expect(message).toBeDefined();
    if (!message) return;
    const { blocks } = drawMessage(message, drawing);
    expect(blockProblems(blocks, "message")).toEqual([]);
    expect(viewProblems(drawHome(message, drawing))).toEqual([]);
    expect(shown(blocks)).not.toContain(words(language)("slack.leftOut"));
    for (const block of message.blocks) if (block.kind === "heading") expect(shown(blocks)).toContain(block.text);
  });
});

const MARKUP = [
  "<!channel>",
  "<@U1|x>",
  "<https://x.fi|tässä>",
  "*b*",
  "_i_",
  "~s~",
  "`k`",
  "```x```",
  "&lt;",
  "@here",
  ":tada:",
  "> q",
];

describe("what people wrote", () => {
  test.each(MARKUP)("stays what it is wherever it stands: %s", (text) => {
    const blocks = drawn(
      { kind: "heading", text },
      { kind: "paragraph", words: text },
      {
        kind: "paragraph",
        words: [
          { kind: "strong", text },
          { kind: "mention", person: "p2", text },
        ],
        tone: "quiet",
      },
      { kind: "facts", facts: [{ label: text, value: text }] },
      { kind: "levels", options: [{ label: text, mark: "1", action: "a", description: text, sign: text }] },
      { kind: "table", caption: text, columns: [text, text, text], rows: [[text, text, text]] },
      {
        kind: "choices",
        options: [{ label: text, action: "a" }],
        more: [
          { label: text, action: "b" },
          { label: text, action: "c" },
        ],
      },
      { kind: "progress", done: 1, total: 2, label: text },
    );
    expect(JSON.stringify(blocks)).not.toMatch(/"(?:mrkdwn|markdown|link|broadcast|user|emoji":true)/);
    expect(shown(blocks).split(text).length - 1).toBeGreaterThanOrEqual(16);
  });

  test("calls nobody from the text that notifications show", () => {
    const text = "<!channel> & <@U1>";
    expect(drawMessage({ ...messageOf(), text }, drawing).text).toBe("&lt;!channel&gt; &amp; &lt;@U1&gt;");
  });

  test("is never cut within an entity", () => {
    const { text } = drawMessage({ ...messageOf(), text: "a & b < c ".repeat(1200) }, drawing);
    expect(text.length).toBeGreaterThan(3900);
    expect(text).toMatch(/(?: |;|[abc])…$/);
    expect(text.replace(/&(?:amp|lt|gt);/g, "")).not.toMatch(/[&<>]/);
  });
});

describe("mentions", () => {
  const words = [{ kind: "mention", person: "p1", text: "Satu" } as const, ", sinun vuorosi."];

  test("call the person who has an account here, also from a quiet line", () => {
    const user = { type: "user", user_id: "U024BE7LH" };
    for (const tone of [{}, { tone: "quiet" as const }])
      expect(drawn({ kind: "paragraph", words, ...tone })).toMatchObject([
        { type: "rich_text", elements: [{ elements: [user, { type: "text", text: ", sinun vuorosi." }] }] },
      ]);
  });

  test("name anyone else", () => {
    const { blocks } = drawMessage(messageOf({ kind: "paragraph", words }), { ...drawing, mention: () => undefined });
    expect(shown(blocks)).toBe("Satu, sinun vuorosi.");
  });
});

describe("blocks", () => {
  test("levels are a paragraph each and one row of buttons; the chosen one is ticked, screen readers hear what it means", () => {
    const blocks = drawn({
      kind: "levels",
      options: [
        { label: "1, Alkava", mark: "1", action: "l1", description: "Muistissa.", sign: "Numerot ovat Jarilla." },
        { label: "2, Kasvava", mark: "2", action: "l2", description: "Taulukossa.", chosen: true },
      ],
    });
    expect(blocks.map(({ type }) => type)).toEqual(["rich_text", "rich_text", "actions"]);
    expect(shown(blocks)).toBe("1 Muistissa.Numerot ovat Jarilla.\n✓ 2 Taulukossa.\n1✓ 2");
    expect(blocks[2]).toMatchObject({
      elements: [
        { accessibility_label: "1, Alkava. Muistissa." },
        { accessibility_label: "Valittu. 2, Kasvava. Taulukossa." },
      ],
    });
  });

  test("a picture that is not there is told in words", () => {
    const block: Block = {
      kind: "picture",
      chart: { kind: "levels", title: "t", max: 5, rows: [], legend: [] },
      alt: "Kuusi tasoa",
    };
    expect(drawn(block)).toEqual([{ type: "image", slack_file: { id: "F024BE91L" }, alt_text: "Kuusi tasoa" }]);
    expect(shown(drawMessage(messageOf(block), withoutPicture).blocks)).toBe("Kuusi tasoa");
  });

  test("progress is a bar with its words", () => {
    expect(shown(drawn({ kind: "progress", done: 2, total: 7, label: "2/7 vastannut" }))).toBe("▰▰▱▱▱▱▱ 2/7 vastannut");
    expect(shown(drawn({ kind: "progress", done: 30, total: 60, label: "30/60" }))).toBe("▰▰▰▰▰▱▱▱▱▱ 30/60");
  });

  test("a narrow table is a grid, a wide one is told row by row", () => {
    const columns = ["Kohta", "Nyt", "Ennen"];
    const narrow = drawn({ kind: "table", caption: "Tasot", columns, rows: [["Myynti", "2", "1"]] });
    expect(shown(narrow)).toBe("Tasot\nKohta   Nyt  Ennen\nMyynti  2    1");
    const wide = drawn({
      kind: "table",
      caption: "Tasot",
      columns,
      rows: [["Myynti", "", "Asiakkaiden numerot ovat Jarilla"]],
    });
    expect(shown(wide)).toBe("Tasot\nMyyntiEnnen: Asiakkaiden numerot ovat Jarilla");
  });

  test("rows that do not fit are counted", () => {
    const rows = Array.from({ length: 90 }, (_, at) => [`Asiakas ${at}`, "Hämeenlinna", "Tilaa syksyllä ".repeat(12)]);
    const blocks = drawn({ kind: "table", caption: "Asiakkaat", columns: ["Nimi", "Paikka", "Huomio"], rows });
    const all = shown(blocks);
    const left = Number(/… ja (\d+) riviä lisää/.exec(all)?.[1]);
    expect(left).toBeGreaterThan(40);
    expect(all).toContain(`Asiakas ${89 - left}`);
    expect(all).not.toContain(`Asiakas ${90 - left}`);
  });

  test("a message too long for Slack keeps its buttons and ends its paragraphs after whole words", () => {
    const words = "Asiakkaiden numerot ovat Jarin puhelimessa. ".repeat(250);
    const blocks = drawn(
      { kind: "paragraph", words },
      { kind: "paragraph", words },
      { kind: "choices", options: [{ label: "Jatka", action: "go" }] },
    );
    expect(blocks.map(({ type }) => type)).toEqual(["rich_text", "rich_text", "actions"]);
    expect(shown(blocks)).toMatch(/(?:Asiakkaiden|numerot|ovat|Jarin|puhelimessa\.)…\n/);
  });

  test("a message with nothing to see shows its text", () => {
    expect(shown(drawn())).toBe("Kysymys 4/6. Missä tietonne on?");
  });
});
