import { describe, expect, test } from "vitest";
import { mistakes } from "./small-flow.ts";

const at = "book/small.yaml";

describe("names", () => {
  test.each([
    [
      "an id that differs from the file's name",
      { "id: small": "id: smal" },
      `${at}:1 id: the file is called small.yaml, so the id must be small`,
    ],
    [
      "a workbook that differs from the folder's name",
      { "workbook: book": "workbook: books" },
      `${at}:2 workbook: the file is in book/, so the workbook must be book`,
    ],
    [
      "two steps of one name",
      { "id: visits": "id: market" },
      `${at}:37 steps.market.id: another step is called "market" already`,
    ],
    [
      "two options of one name",
      { "id: far": "id: near", "is: far": "is: near" },
      `${at}:24 steps.market.options.near.id: another option is called "near" already`,
    ],
    [
      "a result that is not registered",
      { "result: answers": "result: answer" },
      `${at}:53 result: no result "answer" is registered, did you mean "answers"?`,
    ],
    [
      "an effect that is not registered",
      { "result: answers": "result: answers\neffects: [customer]" },
      `${at}:54 effects[1]: no effect "customer" is registered; there are actions`,
    ],
  ] as const)("%s", (_name, changes, expected) => {
    expect(mistakes(changes, { results: new Set(["answers"]), effects: new Set(["actions"]) })).toEqual([expected]);
  });
});

test("a flow that is better done before may be one that comes later, but no slip of the fingers", () => {
  expect(mistakes({ "result: answers": "result: answers\nbetterAfter: [competitors]" })).toEqual([]);
  expect(mistakes({ "result: answers": "result: answers\nbetterAfter: [smal]" })).toEqual([
    `${at}:54 betterAfter[1]: no flow "smal", did you mean "small"?`,
  ]);
});

describe("what is saved to the register", () => {
  test("is named by a registered function, in a flow that somebody can save", () => {
    const saves = new Set(["customer-worth"]);
    expect(mistakes({ "result: answers": "result: answers\nsaves: [customer-wort]" }, { saves })).toEqual([
      `${at}:54 saves: answers given alone are nobody's to save: such a flow is together or own`,
      `${at}:54 saves[1]: no save "customer-wort" is registered, did you mean "customer-worth"?`,
    ]);
    const together = { "participation: each": "participation: together" };
    expect(mistakes({ ...together, "result: answers": "result: answers\nsaves: [customer-worth]" }, { saves })).toEqual(
      [],
    );
  });
});

describe("columns that are not always there", () => {
  const TABLE = (first: string, second: string) => ({
    "result: answers": `  - kind: table
    id: rows
    title: { fi: Rivit, en: Rows }
    ask: { fi: Mitä rivejä?, en: Which rows? }
    why: { fi: Rivit kertovat., en: Rows tell. }
    tip: { fi: Yksi riittää., en: One will do. }
    example: { fi: Yksi rivi., en: One row., answer: "A" }
    columns:
      - { kind: text, id: name, label: { fi: Nimi, en: Name }${first} }
      - { kind: text, id: more, label: { fi: Lisää, en: More }, optional: true${second} }
result: answers`,
  });

  test("look back like steps do, and the first one is always there", () => {
    expect(mistakes(TABLE("", ", when: { step: market, is: far }"))).toEqual([]);
    expect(mistakes(TABLE("", ", when: { step: market, is: fat }"))).toEqual([
      expect.stringContaining(`steps.rows.columns.more.when: "market" has no option "fat", did you mean "far"?`),
    ]);
    expect(mistakes(TABLE("", ", when: { step: rows, answered: true }"))).toEqual([
      expect.stringContaining(`steps.rows.columns.more.when.step: "rows" is this step itself`),
    ]);
    expect(mistakes(TABLE(", when: { step: market, is: far }", ""))).toEqual([
      expect.stringContaining("steps.rows.columns.name.when: the first column is always there: rows go by it"),
    ]);
  });
});

describe("looking back", () => {
  test.each([
    [
      "a step that is not there",
      "{ step: markt, is: far }",
      `.step: no step "markt" before this one, did you mean "market"?`,
    ],
    [
      "a later step",
      "{ step: thought, answered: true }",
      `.step: "thought" comes later, only earlier steps can be looked at`,
    ],
    ["the step itself", "{ step: visits, answered: true }", `.step: "visits" is this step itself`],
    [
      "a step that nobody answers",
      "{ step: hello, answered: true }",
      `.step: "hello" is a say step, nobody answers it`,
    ],
    ["an option that is not there", "{ step: market, is: fat }", `: "market" has no option "fat", did you mean "far"?`],
    [
      "a comparison that does not suit the kind",
      "{ step: market, atLeast: 2 }",
      `: "market" is a choice: compare it with is, answered`,
    ],
    ["a level beyond the scale", "{ step: service, atLeast: 3 }", `: "service" goes from 1 to 2`],
    ["a level that is no number", "{ step: service, is: high }", `: "service" is a level: compare it with a number`],
    ["a flow that is not there", "{ earlier: other/market, is: far }", `.earlier: no flow "other"`],
    [
      "a step that another flow does not have",
      "{ earlier: small/visit, answered: true }",
      `.earlier: no step "visit" in small, did you mean "visits"?`,
    ],
    [
      "a mistake in a group",
      "{ all: [{ step: market, is: far }, { step: market, is: fat }] }",
      `.all[2]: "market" has no option "fat", did you mean "far"?`,
    ],
  ])("%s", (_name, condition, problem) => {
    expect(mistakes({ "{ step: market, is: far }": condition })).toEqual([`${at}:45 steps.visits.when${problem}`]);
  });

  test("what the team lifts can be looked at in any flow with level questions, though no step asks it", () => {
    expect(mistakes({ "{ step: market, is: far }": "{ earlier: small/lift, includes: service }" })).toEqual([]);
    expect(mistakes({ "{ step: market, is: far }": "{ earlier: small/lift, includes: servise }" })).toEqual([
      `${at}:45 steps.visits.when: "lift" has no option "servise", did you mean "service"?`,
    ]);
  });

  test.each([
    [
      "words that hang on a later step",
      "variants: { of: thought, cases: {} }",
      `variants.of: "thought" comes later, only earlier steps can be looked at`,
    ],
    [
      "words that hang on a kind that cannot choose them",
      "variants: { of: visits, cases: {} }",
      `variants.of: "visits" is a number, it cannot choose the words; text, choice, level, spectrum can`,
    ],
    [
      "words for a level that is not there",
      `variants: { of: service, cases: { "3": { ask: { fi: Miksi?, en: Why? } } } }`,
      `variants.cases.3: "service" goes from 1 to 2`,
    ],
    [
      "words for an option that is not there",
      "variants: { of: market, cases: { fat: { ask: { fi: Miksi?, en: Why? } } } }",
      `variants.cases.fat: "market" has no option "fat", did you mean "far"?`,
    ],
  ])("%s", (_name, variants, problem) => {
    const [key] = problem.split(".");
    const line = key === "variants" ? 52 : 53;
    const id = problem.includes("comes later") ? "visits" : "thought";
    const place = id === "visits" ? "    min: 0\n" : "    example: { fi: Avaimet puuttuvat., en: Keys are missing. }\n";
    const found = mistakes({ [place]: `    ${variants}\n${place}` });
    expect(found).toEqual([`${at}:${id === "visits" ? line - 9 : line} steps.${id}.${problem}`]);
  });

  test.each([
    [
      "drawn from a step that is not there",
      "optionsFrom: markets",
      `optionsFrom: no step "markets" before this one, did you mean "market"?`,
    ],
    [
      "drawn from a kind that holds none",
      "optionsFrom: visits",
      `optionsFrom: "visits" is a number, it cannot give options; text, choices, table, person, customer, rank can`,
    ],
  ])("options that are %s", (_name, from, problem) => {
    const step = `  - kind: rank
    id: order
    title: { fi: Järjestys, en: Order }
    ask: { fi: Mikä ensin?, en: Which first? }
    why: { fi: Aika riittää yhteen., en: There is time for one. }
    tip: { fi: Kysy toiselta., en: Ask another. }
    example: { fi: Toinen ensin., en: The second first., answer: "2, 1" }
    ${from}
`;
    expect(mistakes({ "result: answers": `${step}result: answers` })).toEqual([`${at}:60 steps.order.${problem}`]);
  });

  test("a choice with nothing to choose from, or with two sources", () => {
    const options = `    options:
      - { id: near, label: { fi: Lähellä, en: Near } }
      - { id: far, label: { fi: Kaukana, en: Far } }
`;
    expect(mistakes({ [options]: "", "step: market, is: far": "step: market, answered: true" })).toEqual([
      `${at}:15 steps.market: has nothing to choose from: give options or optionsFrom`,
    ]);
    expect(mistakes({ [options]: `${options}    optionsFrom: digital-maturity/lift\n` })).toEqual([
      `${at}:25 steps.market.optionsFrom: has options of its own already: keep one of the two`,
      `${at}:25 steps.market.optionsFrom: no flow "digital-maturity"`,
    ]);
  });

  test.each([
    ["a flow that is not there", "needs: smal", `needs: no flow "smal", did you mean "small"?`],
    ["a flow that needs itself", "needs: small", "needs: goes in a circle: small needs small"],
    [
      "a beginning of a step that is not there",
      "beginsWith: { visit: small/visits }",
      `beginsWith.visit: no step "visit" in this flow, did you mean "visits"?`,
    ],
    [
      "a beginning with nothing",
      "beginsWith: { visits: small/visit }",
      `beginsWith.visits: no step "visit" in small, did you mean "visits"?`,
    ],
    [
      "a beginning with another kind",
      "beginsWith: { visits: small/thought }",
      "beginsWith.visits: begins a number with a text, they must be of one kind",
    ],
  ])("%s", (_name, line, problem) => {
    expect(mistakes({ "result: answers": `result: answers\n${line}` })).toEqual([`${at}:54 ${problem}`]);
  });
});

describe("what a person may make an action of", () => {
  test.each([
    ["a step that is not there", "{ what: thougt }", `.what: no step "thougt" in this flow, did you mean "thought"?`],
    ["a step that nobody answers", "{ what: hello }", `.what: "hello" is a say step, nobody answers it`],
    ["a step of another kind", "{ what: market }", `.what: "market" is a choice, it must be a text`],
    [
      "a day of another kind",
      "{ what: thought, by: visits }",
      `.by: "visits" is a number, it must be a date or quarter`,
    ],
  ])("%s", (_name, ownAction, problem) => {
    const changes = { "result: answers": `result: answers\nownAction: ${ownAction}` };
    expect(mistakes(changes)).toEqual([`${at}:54 ownAction${problem}`]);
  });
});
