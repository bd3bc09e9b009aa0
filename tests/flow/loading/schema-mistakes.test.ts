import { describe, expect, test } from "vitest";
import { mistakes } from "./small-flow.ts";

const at = "book/small.yaml";

describe("a file that departs from the language says where and how", () => {
  test.each([
    [
      "a misspelt key",
      { "ask: { fi: Montako": "aks: { fi: Montako" },
      [`${at}:36 steps.visits.ask: missing`, `${at}:39 steps.visits.aks: unknown key "aks", did you mean "ask"?`],
    ],
    [
      "a key that is like none",
      { "max: 50": "colour: red" },
      [
        `${at}:44 steps.visits.colour: unknown key "colour"; known here are kind, id, title, ask, why, tip, example, optional, when, variants, min, max, decimals, unit, below`,
      ],
    ],
    [
      "a text that a comma cut off",
      { "Montako käyntiä?": "Montako käyntiä, arviolta?" },
      [
        `${at}:39 steps.visits.ask.arviolta?: "arviolta?" is cut off from the text before it: a comma ends a text inside { }, so put the text in quotes`,
      ],
    ],
    [
      "a missing language",
      { "ask: { fi: Montako käyntiä?, en: How many visits? }": "ask: { fi: Montako käyntiä? }" },
      [`${at}:39 steps.visits.ask.en: missing`],
    ],
    ["a step without an id, by its number", { "    id: visits\n": "" }, [`${at}:36 steps[4].id: missing`]],
    [
      "a text that is too long",
      { "How many visits?": "x".repeat(301) },
      [`${at}:39 steps.visits.ask.en: has 301 characters, the limit is 300`],
    ],
    ["an empty text", { "How many visits?": '""' }, [`${at}:39 steps.visits.ask.en: must not be empty`]],
    [
      "a number where a text belongs",
      { 'answer: "4"': "answer: 4" },
      [`${at}:42 steps.visits.example.answer: must be text, not 4: write "4"`],
    ],
    [
      "a text where a number belongs",
      { "minutes: 8": "minutes: eight" },
      [`${at}:6 minutes: must be a number, not text`],
    ],
    ["a number that is too small", { "minutes: 8": "minutes: 0" }, [`${at}:6 minutes: must be at least 1`]],
    [
      "an unknown word out of a few",
      { "participation: each": "participation: ech" },
      [`${at}:5 participation: must be each, together or own, did you mean "each"?`],
    ],
    [
      "a misspelt kind",
      { "kind: number": "kind: nunber" },
      [`${at}:36 steps.visits.kind: unknown kind "nunber", did you mean "number"?`],
    ],
    [
      "an unknown kind",
      { "kind: number": "kind: thing" },
      [
        `${at}:36 steps.visits.kind: unknown kind "thing"; known are say, text, number, money, percent, date, quarter, choice, choices, level, spectrum, table, person, customer, rank`,
      ],
    ],
    [
      "an id that is no slug",
      { "id: visits": "id: Visits" },
      [`${at}:37 steps.Visits.id: use lower-case letters, digits and hyphens, like data-management`],
    ],
    [
      "too few options",
      { "      - { id: far, label: { fi: Kaukana, en: Far } }\n": "", "is: far": "is: near" },
      [`${at}:22 steps.market.options: needs at least 2 items`],
    ],
    [
      "steps that are no list",
      { "result: answers": "result: [answers]" },
      [`${at}:53 result: must be text, not a list`],
    ],
  ] as const)("%s", (_name, changes, expected) => {
    expect(mistakes(changes)).toEqual(expected);
  });
});

describe("a condition that is none says what it should be", () => {
  const when = (condition: string) => mistakes({ "{ step: market, is: far }": condition });
  test.each([
    ["a misspelt comparison", "{ step: market, iss: far }", `.iss: unknown key "iss", did you mean "is"?`],
    ["no comparison", "{ step: market }", ": needs one of is, includes, atLeast, atMost, answered"],
    [
      "two comparisons",
      "{ step: service, atLeast: 1, atMost: 2 }",
      `: has atLeast and atMost: one comparison each, joined by "all" or "any"`,
    ],
    ["no step", "{ is: far }", `: needs either "step" or "earlier", not neither`],
    [
      "a step and an earlier answer",
      "{ step: market, earlier: small/market, is: far }",
      `: needs either "step" or "earlier", not both`,
    ],
    [
      "an earlier answer without its flow",
      "{ earlier: market, is: far }",
      ".earlier: write it as flow/step, like digital-maturity/data-management",
    ],
    ["a comparison with the wrong thing", "{ step: service, atLeast: high }", ".atLeast: must be a number"],
    [
      "a group beside something else",
      "{ all: [{ step: market, is: far }], step: market }",
      `: "all" stands alone, move "step" into its list`,
    ],
    ["an empty group", "{ any: [] }", ".any: must list comparisons"],
    [
      "a mistake within a group, by its number",
      "{ any: [{ step: market, is: far }, { step: market, iz: far }] }",
      `.any[2].iz: unknown key "iz", did you mean "is"?`,
    ],
    [
      "a group within a group",
      "{ any: [{ all: [{ step: market, is: far }] }] }",
      ".any[1]: a list of conditions cannot stand inside another one",
    ],
    ["a bare word", "far", ": must be a comparison, like { step: market, is: finland }"],
  ])("%s", (_name, condition, problem) => {
    expect(when(condition)).toEqual([`${at}:45 steps.visits.when${problem}`]);
  });
});

describe("a file that is no YAML says so where it breaks", () => {
  test.each([
    [
      "a key that stands twice",
      { "minutes: 8": "minutes: 8\nminutes: 9" },
      `${at}:7: "minutes" stands twice in the same place, keep one`,
    ],
    [
      "a colon in a text",
      { "participation: each": "participation: each: all" },
      `${at}:5: not readable as YAML: nested mappings are not allowed in compact mappings: a text with ": " in it must stand in quotes`,
    ],
    [
      "a line without a colon",
      { "result: answers": "result: answers\neffects" },
      `${at}:54: not readable as YAML: implicit map keys need to be followed by map values: a key is missing its colon`,
    ],
    [
      "a tab for an indent, and nothing of what follows from it",
      { "    id: market": "\tid: market" },
      `${at}:16: not readable as YAML: tabs are not allowed as indentation: use spaces`,
    ],
    [
      "a line that stands too far in, and nothing of a colon",
      { "    title: { fi: Markkina": "     title: { fi: Markkina" },
      `${at}:16: not readable as YAML: nested mappings are not allowed in compact mappings: this line or the next begins at a wrong column`,
    ],
    [
      "a line that stands too far out",
      { "    title: { fi: Markkina": "  title: { fi: Markkina" },
      `${at}:17: not readable as YAML: all mapping items must start at the same column`,
    ],
    [
      "an alias of nothing",
      { "result: answers": "result: *answers" },
      `${at}:53: not readable as YAML: *answers stands for nothing, no &answers comes before it`,
    ],
  ] as const)("%s", (_name, changes, expected) => {
    expect(mistakes(changes)).toEqual([expected]);
  });
});
