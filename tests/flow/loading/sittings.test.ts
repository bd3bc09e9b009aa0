import { describe, expect, test } from "vitest";
import { mistakes } from "./small-flow.ts";

const at = "book/small.yaml";

/** A question that is asked on a condition, or always. */
function question(id: string, when?: string): string {
  return `  - kind: text
    id: ${id}
    title: { fi: Kysymys, en: Question }
    ask: { fi: Mitä muuta?, en: What else? }
    why: { fi: Jotain voi unohtua., en: Something may be forgotten. }
    tip: { fi: Yksi riittää., en: One will do. }
    example: { fi: Avaimet puuttuvat., en: Keys are missing. }
${when === undefined ? "" : `    when: ${when}\n`}`;
}
const questions = (count: number, id: string, when?: string) =>
  Array.from({ length: count }, (_, number) => question(`${id}-${number + 1}`, when)).join("");
const adding = (steps: string, tail = "") => mistakes({ "result: answers": `${steps}result: answers${tail}` });

describe("how long a sitting is", () => {
  test("a flow without sittings is one, of at most seven questions and ten minutes", () => {
    expect(adding(questions(3, "more"))).toEqual([]);
    expect(adding(questions(4, "more"))).toEqual([
      `${at}:11 steps: asks up to 8 questions in one sitting, the limit is 7: give the flow sittings`,
    ]);
    expect(mistakes({ "minutes: 8": "minutes: 11" })).toEqual([
      `${at}:6 minutes: a sitting lasts at most 10 minutes: give the flow sittings`,
    ]);
  });

  test("each of several sittings is counted by itself", () => {
    const sittings = (from: string) =>
      `\nsittings:\n  - { from: hello, minutes: 4 }\n  - { from: ${from}, minutes: 4 }`;
    expect(adding(questions(7, "more"), sittings("more-1"))).toEqual([]);
    expect(adding(questions(8, "more"), sittings("more-1"))).toEqual([
      `${at}:112 sittings[2]: asks up to 8 questions in one sitting, the limit is 7: let another one follow`,
    ]);
    expect(adding(questions(8, "more"), sittings("more-8"))).toEqual([
      `${at}:111 sittings[1]: asks up to 11 questions in one sitting, the limit is 7: let the next one begin earlier`,
    ]);
  });
});

describe("questions that shut each other out are not counted together", () => {
  test("by the option that was chosen", () => {
    // market, service, visits (far), thought: 4 with far, 3 with near.
    const far = questions(3, "far-away", "{ step: market, is: far }");
    expect(adding(far + questions(4, "close-by", "{ step: market, is: near }"))).toEqual([]);
    expect(adding(far + questions(5, "close-by", "{ step: market, is: near }"))).toEqual([
      `${at}:11 steps: asks up to 8 questions in one sitting, the limit is 7: give the flow sittings`,
    ]);
  });

  test("by a level", () => {
    const low = questions(3, "low", "{ step: service, atMost: 1 }");
    expect(adding(low + questions(3, "high", "{ step: service, atLeast: 2 }"))).toEqual([]);
    expect(adding(low + questions(3, "high", "{ step: service, atLeast: 1 }"))).toHaveLength(1);
  });

  test("by how many may be chosen", () => {
    const pick = (max: number) => `  - kind: choices
    id: pick
    title: { fi: Valinta, en: Pick }
    ask: { fi: Mitkä näistä?, en: Which of these? }
    why: { fi: Aika riittää osaan., en: There is time for some. }
    tip: { fi: Kysy toiselta., en: Ask another. }
    example: { fi: Ensimmäinen., en: The first., answer: "1" }
    max: ${max}
    options:
      - { id: red, label: { fi: Punainen, en: Red } }
      - { id: blue, label: { fi: Sininen, en: Blue } }
      - { id: green, label: { fi: Vihreä, en: Green } }
`;
    const each = ["red", "blue", "green"]
      .map((id) => question(`about-${id}`, `{ step: pick, includes: ${id} }`))
      .join("");
    expect(adding(pick(2) + each)).toEqual([]);
    expect(adding(pick(3) + each)).toEqual([
      `${at}:11 steps: asks up to 8 questions in one sitting, the limit is 7: give the flow sittings`,
    ]);
  });

  test("by a number, and by an answer that an unasked question cannot have", () => {
    const few = questions(3, "few", "{ step: visits, atMost: 10 }");
    expect(adding(few + questions(3, "many", "{ step: visits, atLeast: 10.5 }"))).toEqual([]);
    expect(adding(few + questions(4, "near", "{ step: market, is: near }"))).toEqual([]);
  });

  test("by an agreed answer of another flow, which may be missing", () => {
    const low = questions(3, "low", "{ earlier: small/service, is: 1 }");
    expect(adding(low + questions(3, "high", "{ earlier: small/service, is: 2 }"))).toEqual([]);
    expect(adding(low + questions(3, "none", "{ earlier: small/service, answered: false }"))).toEqual([]);
    expect(adding(low + questions(1, "some", "{ earlier: small/service, answered: true }"))).toHaveLength(1);
  });

  test("too many combinations to try: every question counts", () => {
    const conditions = (when: (number: number) => string) =>
      Array.from({ length: 16 }, (_, number) => question(`when-${number}`, when(number))).join("");
    const answered = (number: number) => `{ step: when-${number - 1}, answered: true }`;
    expect(adding(conditions((number) => (number === 0 ? "{ step: market, is: near }" : answered(number))))).toEqual([
      `${at}:11 steps: asks up to 20 questions in one sitting, the limit is 7: give the flow sittings`,
    ]);
  });
});

describe("where sittings begin", () => {
  const sittings = (list: string) => mistakes({ "result: answers": `result: answers\nsittings: [${list}]` });
  test.each([
    [
      "at a step that is not there",
      "{ from: hello, minutes: 4 }, { from: visit, minutes: 4 }",
      `[2].from: no step "visit" in this flow, did you mean "visits"?`,
    ],
    [
      "after the first step",
      "{ from: market, minutes: 8 }",
      `[1].from: the first sitting begins at the first step, "hello"`,
    ],
    [
      "out of order",
      "{ from: hello, minutes: 3 }, { from: visits, minutes: 3 }, { from: service, minutes: 2 }",
      `[3].from: "service" comes before the sitting above begins`,
    ],
  ])("%s", (_name, list, problem) => {
    expect(sittings(list)).toEqual([`${at}:54 sittings${problem}`]);
  });

  test("a sitting of more than ten minutes, and minutes that do not add up", () => {
    expect(sittings("{ from: hello, minutes: 11 }")).toEqual([
      `${at}:6 minutes: says 8, but the sittings last 11 minutes together`,
      `${at}:54 sittings[1].minutes: must be at most 10`,
    ]);
  });
});
