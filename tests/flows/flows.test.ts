import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { exampleAnswers } from "../../src/flow/loading/example-answers.ts";
import { flowJsonSchema } from "../../src/flow/loading/flow-json-schema.ts";
import { flowsReport } from "../../src/flow/loading/flows-report.ts";
import { progress } from "../../src/flow/progress.ts";
import { stepSchema } from "../../src/flow/step.ts";
import { registered } from "../../src/registered.ts";
import { BOOK, SMALL, small } from "../flow/loading/small-flow.ts";
import { flowsOf, folderOf } from "../support/flow-folder.ts";

describe("the built-in flows", () => {
  test("are in order", () => {
    const { ok, lines } = flowsReport("flows", {});
    expect(lines).toEqual([expect.stringMatching(/^\d+ flows, \d+ steps, \d+ glossary terms, fi and en: in order$/)]);
    expect(ok).toBe(true);
  });

  test("name only results, effects and saves that the coach has", () => {
    expect(flowsReport("flows", registered).lines).toEqual([expect.stringContaining("in order")]);
  });

  test("can each be gone through from beginning to end with their examples, in either language", () => {
    const flows = flowsOf("flows");
    for (const flow of flows.all("anyone")) {
      for (const language of ["fi", "en"] as const) {
        const { answers, context } = exampleAnswers(flow, (id) => flows.get("anyone", id), language);
        expect(progress(flow, answers, context), flow.id).toMatchObject({ kind: "done" });
      }
    }
  });

  test("have a schema for editors that is up to date (npm run flows:schema writes it)", () => {
    expect(readFileSync("flows/flow.schema.json", "utf8")).toBe(flowJsonSchema());
  });
});

describe("the authors' guide", () => {
  const guide = readFileSync("flows/README.md", "utf8");

  test("shows a whole flow and its workbook that load as they stand", () => {
    const shown = [...guide.matchAll(/`flows\/([\w/-]+\.yaml)`:\n\n```yaml\n([\s\S]*?)```/g)];
    const files = Object.fromEntries(shown.map(([, path = "", text = ""]) => [path, text]));
    expect(Object.keys(files)).toEqual(["customer-work/workbook.yaml", "customer-work/first-contact.yaml"]);
    const report = { ok: true, lines: ["1 flow, 1 step, fi and en: in order"] };
    expect(flowsReport(folderOf(files), registered)).toEqual(report);
  });

  test("shows every kind of step and names every key of a flow", () => {
    const language = z.object({ properties: z.record(z.string(), z.unknown()) }).parse(JSON.parse(flowJsonSchema()));
    for (const key of Object.keys(language.properties)) if (key !== "$schema") expect(guide).toContain(key);
    for (const { shape } of stepSchema.options) expect(guide).toContain(`kind: ${shape.kind.value}`);
  });
});

describe("the report of flows:check", () => {
  const glossary =
    "terms:\n  - { id: one, fi: { term: Yksi, explanation: luku. }, en: { term: One, explanation: a number. } }\n";
  const files = { "book/workbook.yaml": BOOK, "book/small.yaml": SMALL, "glossary.yaml": glossary };

  test("counts what is in order", () => {
    expect(flowsReport(folderOf(files), {})).toEqual({
      ok: true,
      lines: ["1 flow, 5 steps, 1 glossary term, fi and en: in order"],
    });
  });

  test("counts what a company has of its own, and says so", () => {
    const companies = folderOf({ "acme/book/ours.yaml": small({ "id: small": "id: ours" }) });
    expect(flowsReport(folderOf(files), { companies })).toEqual({
      ok: true,
      lines: ["2 flows, 10 steps, 1 glossary term, fi and en: in order", "of these only for acme: 1 flow, 5 steps"],
    });
  });

  test("refuses functions that the start would refuse", () => {
    const nonsense = "result: nonsense\neffects: [nonsense]\nsaves: [nonsense]";
    const flow = small({ "participation: each": "participation: together", "result: answers": nonsense });
    const folder = folderOf({ ...files, "book/small.yaml": flow });
    expect(flowsReport(folder, registered).lines.map((line) => line.replace(`${folder}/`, ""))).toEqual([
      expect.stringContaining(':53 result: no result "nonsense" is registered'),
      expect.stringContaining(':54 effects[1]: no effect "nonsense" is registered'),
      expect.stringContaining(':55 saves[1]: no save "nonsense" is registered'),
      "3 mistakes",
    ]);
  });

  test("says in one line that the folder of companies' own flows is none", () => {
    const builtIn = folderOf(files);
    const missing = (name: string) => flowsReport(builtIn, { companies: join(builtIn, name) }).lines;
    expect(missing("nowhere")[0]).toBe(`${builtIn}/nowhere:1: FLOWS_DIR names this, but there is no such folder`);
    expect(missing("glossary.yaml")).toEqual([
      `${builtIn}/glossary.yaml:1: FLOWS_DIR names this, but it is no folder`,
      "1 mistake",
    ]);
  });

  test("lists the mistakes of flows and glossary", () => {
    const folder = folderOf({
      ...files,
      "book/small.yaml": small({ "minutes: 8": "minutes: 0" }),
      "glossary.yaml": "term: 1",
    });
    const { ok, lines } = flowsReport(folder, {});
    expect(ok).toBe(false);
    expect(lines.map((line) => line.replace(`${folder}/`, ""))).toEqual([
      "book/small.yaml:6 minutes: must be at least 1",
      "glossary.yaml:1 terms: missing",
      expect.stringContaining('glossary.yaml:1 term: unknown key "term", did you mean "terms"?'),
      "3 mistakes",
    ]);
  });
});
