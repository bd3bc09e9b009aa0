import { describe, expect, test } from "vitest";
import { mistakes } from "./small-flow.ts";

const at = "book/small.yaml";

describe("each step by itself", () => {
  test.each([
    [
      "limits the wrong way round",
      { "min: 0": "min: 60" },
      `${at}:43 steps.visits.min: 60 is more than max, which is 50`,
    ],
    [
      "limits against a default",
      { "en: Keys are missing. }": "en: Keys are missing. }\n    minLength: 1001" },
      `${at}:53 steps.thought.minLength: 1001 is more than maxLength, which is 1000`,
    ],
    [
      "a limit that is no number",
      { "min: 0": "min: 0\n    below: market" },
      `${at}:44 steps.visits.below: "market" is a choice, only a number can be a limit`,
    ],
    [
      "a column that is held against none",
      {
        "kind: text": "kind: table\n    columns: [{ kind: number, id: a, label: { fi: Aa, en: Bee }, atLeast: b }]",
        "en: Keys are missing. }": 'en: Keys are missing., answer: "1" }',
      },
      `${at}:47 steps.thought.columns.a.atLeast: no other number column "b"`,
    ],
    [
      "a scale that is not there",
      { "scale: grade": "scale: grades" },
      `${at}:32 steps.service.scale: no scale "grades" in this flow, did you mean "grade"?`,
    ],
    [
      "levels without names",
      { "fi: Loppu, en: End }": "fi: Loppu, en: End }\n    - { fi: Yli, en: Over }" },
      `${at}:34 steps.service.levels: has 2 levels, but the scale "grade" names 3`,
    ],
    [
      "an example that nobody could type",
      { ', answer: "4"': "" },
      `${at}:42 steps.visits.example: needs "answer": what one would type to answer like the example`,
    ],
    [
      "an answer beside a text's example",
      { "en: Keys are missing.": "en: Keys are missing., answer: Keys" },
      `${at}:52 steps.thought.example.answer: the example of a text is itself the answer: leave this out`,
    ],
    [
      "an exclamation mark",
      { "Montako käyntiä?": "Montako käyntiä!" },
      `${at}:39 steps.visits.ask.fi: has an exclamation mark; the coach speaks calmly`,
    ],
    [
      "an emoji",
      { "How many visits?": "How many visits 🙂" },
      `${at}:39 steps.visits.ask.en: has an emoji; say it in words`,
    ],
    [
      "a text that was not translated",
      { "How many visits?": "Montako käyntiä?" },
      `${at}:39 steps.visits.ask.en: is the same as fi`,
    ],
    [
      "a text of spaces",
      { "How many visits?": '" "' },
      `${at}:39 steps.visits.ask.en: has spaces at an end, or nothing else`,
    ],
  ] as const)("%s", (_name, changes, expected) => {
    expect(mistakes(changes)).toEqual([expected]);
  });

  test("a name that is too long for the button that it becomes", () => {
    const long = "Käyntien määrä kuukaudessa keskimäärin";
    expect(mistakes({ "fi: Käynnit": `fi: ${long}` })).toEqual([
      `${at}:38 steps.visits.title.fi: becomes the button "Muuta: ${long}", which holds 40 characters: shorten it to 33`,
    ]);
    expect(mistakes({ "en: Small flow": "en: Small flow of several questions now" })).toEqual([
      `${at}:3 title.en: becomes the button "Start: Small flow of several questions now", which holds 40 characters: shorten it to 33`,
    ]);
  });

  test("what is told before a question must fit into one message with it", () => {
    const told = "x".repeat(282);
    expect(mistakes({ "Start from here.": told })).toEqual([]);
    expect(mistakes({ "Start from here.": `${told}x` })).toEqual([
      `${at}:14 steps.hello.text.en: is told in one message with "market", 301 characters in all, the limit is 300`,
    ]);
  });

  test("names and terms may be alike in both languages", () => {
    expect(
      mistakes({
        "fi: Lähellä, en: Near": "fi: CRM, en: CRM",
        "fi: Kaukana, en: Far": "fi: Virtasen Konepaja, en: Virtasen Konepaja",
      }),
    ).toEqual([]);
  });
});
