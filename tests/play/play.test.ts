import { describe, expect, test } from "vitest";
import type { Flow } from "../../src/flow/flow.ts";
import { exampleAnswers } from "../../src/flow/loading/example-answers.ts";
import { findFlow } from "../../src/play/find-flow.ts";
import { beginTalk, takeLine } from "../../src/play/talk.ts";
import { transcript } from "../../src/play/transcript.ts";
import type { Language } from "../../src/text/text.ts";
import { flowsOf } from "../support/flow-folder.ts";

const flows = flowsOf("tests/support/flows");
const flowOf = (id: string) => flows.get("anyone", id);
function sample(id: string): Flow {
  const flow = flowOf(id);
  if (flow === undefined) throw new Error(`no flow ${id}`);
  return flow;
}

/** What is said after each line typed; the last list is what was said last. */
function talkOf(id: string, lines: readonly string[], language: Language = "en") {
  const flow = sample(id);
  const subject = { flow, context: exampleAnswers(flow, flowOf, language).context, language };
  let turn = beginTalk(subject);
  const said = [turn.lines];
  for (const line of lines) {
    turn = takeLine(line, turn.standing, subject);
    said.push(turn.lines);
  }
  return { said, last: turn.lines, over: turn.over };
}

describe("a transcript", () => {
  test("has every step of the flow, its words, its example as the answer and what was read from it", () => {
    const flow = sample("every-kind");
    const lines = transcript(flow, flowOf, "en");
    for (const step of flow.steps) expect(lines.filter((line) => line.includes(`[${step.id}`))).toHaveLength(1);
    expect(lines[0]).toBe("Plan for a repair service (samples/every-kind, each, together, own)");
    expect(lines[2]).toBe("20 questions, about 27 minutes.");
    const market = lines.indexOf("5/20 Market [market, choice]");
    expect(lines.slice(market, market + 9)).toEqual([
      "5/20 Market [market, choice]",
      "Where are the customers of the service?",
      "  1 In Finland",
      "  2 Elsewhere in the Nordic countries",
      "  3 Further away. The trip takes a flight.",
      "Why: Travel costs money and a day.",
      "Tip: Look at the three biggest.",
      "Example: Bakery lines are repaired in Finland.",
      "> 1",
    ]);
    expect(lines[market + 9]).toBe("Recorded: In Finland");
    expect(lines.filter((line) => line.startsWith("=== "))).toEqual([
      "=== Sitting 1/3",
      "=== Sitting 2/3",
      "=== Sitting 3/3",
    ]);
  });

  test("has the questions that the examples do not lead to, and the words of every variant", () => {
    const lines = transcript(sample("every-kind"), flowOf, "en");
    expect(lines).toContain("Asked only when market is nordics or market is world");
    expect(lines).toContain("(With the example answers this is not asked.)");
    expect(lines).toContain("When service-level is 1: Whom would you call about repairs unasked?");
    expect(lines).toContain("  Tip: Start with the oldest machine.");
  });

  test("is all Finnish in Finnish, with euros and dates as Finns write them", () => {
    const lines = transcript(sample("every-kind"), flowOf, "fi");
    expect(lines).toContain("Kirjattu: 86\u00a0500\u00a0€");
    expect(lines).toContain("Kirjattu: 2.2.2032");
    expect(lines).toContain("Kirjattu: 3, Sovittu");
    expect(lines).toContain("Kysytään vain, kun market on nordics tai market on world");
    expect(lines.join("\n")).not.toMatch(/Recorded|Sitting|Asked| is /);
  });

  test("of a flow that needs another one draws on that one's examples", () => {
    const lines = transcript(sample("follow-up"), flowOf, "en");
    expect(lines).toContain("Earlier answers are from the examples of every-kind.");
    expect(lines).toContain("  1 Vuosihuolto");
    expect(lines).toContain("Asked only when every-kind/market is nordics");
  });
});

describe("a talk", () => {
  test("asks, records what it read, and goes on", () => {
    const { said } = talkOf("every-kind", ["Yearly check", "about 40"]);
    expect(said[0]).toContain("We start with the repairs that you sell now.");
    expect(said[0]?.slice(-2)).toEqual(["Name of the service · 1/17", "By what name do customers know the service?"]);
    expect(said[1]).toEqual([
      "Recorded: Yearly check",
      "",
      "Customers now · 2/17",
      "How many customers buy repairs from you this year?",
    ]);
    expect(said[2]?.[0]).toBe("Recorded: 40 customers");
  });

  test("knows why, tip, example, back, skip and quit in both languages, and stays at the question", () => {
    const { said, over } = talkOf("every-kind", [
      "miksi",
      "tip",
      "Esimerkki",
      "back",
      "skip",
      "Check",
      "edellinen",
      "quit",
    ]);
    expect(said[1]).toEqual(["Why: The name is remembered from the offer to the invoice."]);
    expect(said[2]).toEqual(["Tip: Use the word that the customer says."]);
    expect(said[3]).toEqual(["Example: Yearly machine check"]);
    expect(said[4]).toEqual(["This is the first question."]);
    expect(said[5]).toEqual(["This one cannot be skipped. If you don't know, an estimate will do."]);
    expect(said[7]?.[1]).toBe("Name of the service · 1/17");
    expect(said[8]?.slice(0, 3)).toEqual(["", "The answers:", "  Name of the service: Check"]);
    expect(over).toBe(true);
  });

  test("an answer that is changed after going back opens the questions that hang on it", () => {
    const { last } = talkOf("every-kind", ["Check", "42", "86 500 €", "33 %", "1", "back", "2"]);
    expect(last).toEqual([
      "Recorded: Elsewhere in the Nordic countries",
      "",
      "Obstacle to exports · 6/18",
      "What makes repairs abroad hard?",
    ]);
  });

  test("a refusal says why, and what can be read in two ways is asked", () => {
    const { said } = talkOf("every-kind", ["Check", "many", "42", "12.500,50", "1"]);
    expect(said[2]).toEqual([expect.stringContaining("I could not get a number from that.")]);
    expect(said[4]).toEqual(["“12.500,50” can be read in two ways. Did you mean €12,500.50?", "  1 €12,500.50"]);
    expect(said[5]?.[0]).toBe("Recorded: €12,500.50");
  });

  test("a table is typed row by row, an empty line ends it", () => {
    const before = ["Check", "42", "86 500", "33 %", "1", "1, 2", "1", "3", "Satu calls", "3", "2.2.2032", "Q3/2032"];
    const { said } = talkOf("every-kind", [...before, "Check; 1200; 8", "Repair; 90; 1", "", "2"]);
    expect(said[5]).toContain("Here the sitting would end, and a time for the next one would be agreed.");
    expect(said[13]).toEqual([]);
    expect(said[15]?.[0]).toBe("Recorded: Check, Repair");
    expect(said[16]?.[0]).toBe("Recorded: Repair");
  });

  test("ends with all answers when the last question is answered", () => {
    const { last, over } = talkOf("follow-up", ["More calls come", "1"]);
    expect(over).toBe(true);
    expect(last).toEqual([
      "Recorded: Vuosihuolto",
      "",
      "The answers:",
      "  Person in charge: Satu",
      "  What changed: More calls come",
      "  Service that goes on: Vuosihuolto",
    ]);
  });

  test("begins with the earlier answers that the flow begins with", () => {
    const { said } = talkOf("follow-up", []);
    expect(said[0]).toContain("Person in charge: Satu (from earlier, change it with back)");
    expect(said[0]).toContain("What changed · 2/3");
  });
});

describe("finding a flow", () => {
  const all = flows.all("anyone");
  test("goes by id, title or another name, in either language", () => {
    for (const name of ["every-kind", "Huoltopalvelun suunnitelma", "repair plan"])
      expect(findFlow(name, all)).toMatchObject({ ok: true, value: { id: "every-kind" } });
  });

  test("no name is asked for one", () => {
    expect(findFlow("", all)).toEqual({ ok: false, reason: "Which flow? Flows: every-kind, follow-up" });
  });

  test("an unknown name is told the nearest one and what there is", () => {
    expect(findFlow("evry-kind", all)).toEqual({
      ok: false,
      reason: 'There is no flow "evry-kind". Did you mean every-kind? Flows: every-kind, follow-up',
    });
    expect(findFlow("weather", all)).toEqual({
      ok: false,
      reason: 'There is no flow "weather". Flows: every-kind, follow-up',
    });
  });
});
