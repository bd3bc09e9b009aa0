import { describe, expect, it } from "vitest";
import type { Flow } from "../../src/flow/flow.ts";
import type { Column, Question, QuestionOf } from "../../src/flow/step.ts";
import { flowsOf } from "../support/flow-folder.ts";

const flows = flowsOf("flows");

function flow(id: string): Flow {
  return flows.get("anyone", id) ?? expect.fail(`no flow ${id}`);
}

function step<K extends Question["kind"]>(of: string, id: string, kind: K): QuestionOf<K> {
  const found = flow(of).steps.find((one): one is QuestionOf<K> => one.id === id && one.kind === kind);
  return found ?? expect.fail(`${of} has no ${kind} ${id}`);
}

function options({ columns }: QuestionOf<"table">, id: string): readonly string[] {
  const column = columns.find(
    (one): one is Extract<Column, { kind: "choice" }> => one.id === id && one.kind === "choice",
  );
  return column?.options?.map((option) => option.id) ?? [];
}

describe("the workbooks' tools for customers", () => {
  it.each([
    ["value-portfolio", "together", ["own"], ["customer-worth"], []],
    ["classification", "together", [], ["company-rules"], []],
    ["care-plan", "together", [], ["care-plans"], []],
    ["will-importance", "own", [], ["customer-will"], []],
    ["customer-listening", "together", [], ["customer-listening"], ["action-plan"]],
    ["lifecycle", "together", [], ["customer-phase"], ["action-plan"]],
    ["sales-plan", "own", ["together"], ["sales-plan"], []],
  ] as const)("%s is answered %s, or %j, and saves %j", (id, participation, also, saves, effects) => {
    expect(flow(id)).toMatchObject({ participation, saves, effects });
    expect(flow(id).alsoAs ?? []).toEqual(also);
  });

  it("place customers in five fields, judged in words or in euros", () => {
    expect(step("value-portfolio", "measure", "choice").options?.map(({ id }) => id)).toEqual(["levels", "euros"]);
    expect(options(step("value-portfolio", "fields", "table"), "field")).toEqual([
      "strategic",
      "growth",
      "acquisition",
      "retention",
      "efficiency",
    ]);
    for (const id of ["levels", "euros"]) {
      const columns = step("value-portfolio", id, "table").columns.map((column) => column.id);
      expect(columns).toEqual(["customer", "buys", "present", "potential", "target"]);
    }
  });

  it("propose six criteria and one's own, and ask a value for each that was chosen", () => {
    const criteria = step("classification", "criteria", "choices").options?.map(({ id }) => id) ?? [];
    expect(criteria).toEqual(["sales", "growth", "profitability", "payment", "fit", "recommendation", "own"]);
    const [first, ...values] = step("classification", "scores", "table").columns;
    expect(first?.kind).toBe("customer");
    expect(values.map(({ id, when }) => ({ id, when }))).toEqual(
      criteria.map((id) => ({ id, when: { step: "criteria", includes: id } })),
    );
  });

  it("care for every class and field, and for all others", () => {
    const groups = options(step("care-plan", "cadence", "table"), "group");
    expect(groups.filter((id) => id.startsWith("class-"))).toEqual(["class-a", "class-b", "class-c", "class-d"]);
    expect(groups).toHaveLength(10);
    expect(options(step("care-plan", "care", "table"), "group")).toEqual(groups);
  });

  it("see a customer by three kinds of importance and two of will", () => {
    expect(step("will-importance", "importance", "choice").options?.map(({ id }) => id)).toEqual([
      "opportunity",
      "necessary",
      "no-difference",
    ]);
    expect(step("will-importance", "will", "choice").options?.map(({ id }) => id)).toEqual(["wanted", "doubted"]);
  });

  it("hear a customer on eight points, from both sides, at several levels of its organisation", () => {
    const views = step("customer-listening", "views", "table");
    expect(options(views, "point")).toHaveLength(8);
    expect(views.columns.map(({ id }) => id)).toEqual(["point", "customer", "we", "who"]);
    expect(views.maxRows).toBeGreaterThan(8);
    expect(step("customer-listening", "reasons", "text").when).toEqual({
      any: [
        { step: "decision", is: "won" },
        { step: "decision", is: "lost" },
      ],
    });
  });

  it("ask the same four things of each phase of the lifecycle", () => {
    const phases = ["birth", "development", "upkeep", "letting-go"];
    for (const phase of phases)
      expect(step("lifecycle", phase, "table").columns.map(({ id }) => id)).toEqual([
        "owner",
        "does",
        "measure",
        "works",
      ]);
    expect(options(step("lifecycle", "customers", "table"), "phase")).toEqual(phases);
  });

  it("plan sales for at most five customers, each with a day", () => {
    const rows = step("sales-plan", "rows", "table");
    expect(rows.maxRows).toBe(5);
    expect(rows.columns.map(({ id }) => id)).toEqual([
      "customer",
      "contact",
      "need",
      "solution",
      "interest",
      "goal",
      "due",
      "background",
    ]);
    expect(flow("sales-plan").steps.map(({ id }) => id)).toEqual(["target", "product", "group", "rows"]);
  });
});
