import { describe, expect, test } from "vitest";
import { flowsOf, folderOf, problemsOf } from "../../support/flow-folder.ts";
import { fc } from "../../support/properties.ts";
import { BOOK, mistakes, SMALL, small } from "./small-flow.ts";

describe("a folder of flows", () => {
  test("the sample of every kind loads, with its workbook", () => {
    const flows = flowsOf("tests/support/flows");
    const every = flows.get("anyone", "every-kind");
    expect(new Set(every?.steps.map(({ kind }) => kind)).size).toBe(15);
    expect(every?.steps.length).toBeGreaterThan(15);
    expect(flows.workbooks("anyone").map(({ id, title }) => [id, title.en])).toEqual([
      ["samples", "Samples for tests"],
    ]);
    expect(flows.all("anyone").map(({ id }) => id)).toEqual(["every-kind", "follow-up"]);
    expect(flows.get("anyone", "every-sort")).toBeUndefined();
  });

  test("workbooks come in the order of their ids, flows in the order of the workbook's file", () => {
    const flow = (id: string, workbook: string) =>
      small({ "id: small": `id: ${id}`, "workbook: book": `workbook: ${workbook}` });
    const folder = folderOf({
      "b/workbook.yaml": BOOK.replace("[small]", "[two, one]"),
      "b/one.yaml": flow("one", "b"),
      "b/two.yaml": flow("two", "b"),
      "a/workbook.yaml": BOOK.replace("[small]", "[three]"),
      "a/three.yaml": flow("three", "a"),
      "README.md": "for authors",
    });
    expect(
      flowsOf(folder)
        .all("anyone")
        .map(({ id }) => id),
    ).toEqual(["three", "two", "one"]);
  });

  test("ten mistakes in one file are told at once, from the top down", () => {
    const found = mistakes({
      "id: small": "id: smal",
      "participation: each": "participation: eac",
      "en: Start from here.": "en: Start from here!",
      "en: Where do you sell?": "en: Missä myytte?",
      "id: far": "id: near",
      "scale: grade": "scale: grades",
      "min: 0": "min: 60",
      "step: market, is: far": "step: market, is: fat",
      "tip: { fi: Yksi riittää.": "tipp: { fi: Yksi riittää.",
    });
    expect(found).toEqual([
      "book/small.yaml:1 id: the file is called small.yaml, so the id must be small",
      'book/small.yaml:5 participation: must be each, together or own, did you mean "each"?',
      "book/small.yaml:14 steps.hello.text.en: has an exclamation mark; the coach speaks calmly",
      "book/small.yaml:18 steps.market.ask.en: is the same as fi",
      'book/small.yaml:24 steps.market.options.near.id: another option is called "near" already',
      'book/small.yaml:32 steps.service.scale: no scale "grades" in this flow, did you mean "grade"?',
      "book/small.yaml:43 steps.visits.min: 60 is more than max, which is 50",
      'book/small.yaml:45 steps.visits.when: "market" has no option "fat"',
      "book/small.yaml:46 steps.thought.tip: missing",
      'book/small.yaml:51 steps.thought.tipp: unknown key "tipp", did you mean "tip"?',
    ]);
  });

  test("mistakes of several files come file by file", () => {
    const folder = folderOf({
      "book/workbook.yaml": BOOK.replace("[small]", "[small, other, third]"),
      "book/small.yaml": small({ "minutes: 8": "minutes: 0" }),
      "book/other.yaml": "id: other: x",
      "more/small.yaml": small({ "workbook: book": "workbook: more" }),
    });
    expect(problemsOf(folder)).toEqual([
      'book/other.yaml:1: not readable as YAML: nested mappings are not allowed in compact mappings: a text with ": " in it must stand in quotes',
      "book/small.yaml:6 minutes: must be at least 1",
      'book/workbook.yaml:2 flows[3]: no flow "third" in this workbook',
      `more/small.yaml:1 id: another flow is called small already: ${folder}/book/small.yaml`.replace(`${folder}/`, ""),
      "more/workbook.yaml:1: missing: it gives the workbook's title and the order of its flows",
    ]);
  });

  test("a flow that points into a file that cannot be read is not blamed for it", () => {
    const folder = folderOf({
      "book/workbook.yaml": BOOK.replace("[small]", "[small, other]"),
      "book/small.yaml": small({ "step: market, is: far": "earlier: other/market, is: far" }),
      "book/other.yaml": "id: other: x",
    });
    expect(problemsOf(folder)).toHaveLength(1);
  });

  test("flows that need each other in a circle are told so, each", () => {
    const folder = folderOf({
      "book/workbook.yaml": BOOK.replace("[small]", "[small, other]"),
      "book/small.yaml": small({ "result: answers": "result: answers\nneeds: other" }),
      "book/other.yaml": small({ "id: small": "id: other", "result: answers": "result: answers\nneeds: small" }),
    });
    expect(problemsOf(folder)).toEqual([
      "book/other.yaml:54 needs: goes in a circle: other needs small needs other",
      "book/small.yaml:54 needs: goes in a circle: small needs other needs small",
    ]);
  });

  test.each([
    ["no folder", () => "/nowhere/at-all", "/nowhere/at-all:1: there is no such folder"],
    ["an empty folder", () => folderOf({}), ":1: holds no flows"],
    [
      "a workbook without its file",
      () => folderOf({ "book/small.yaml": SMALL }),
      "book/workbook.yaml:1: missing: it gives the workbook's title and the order of its flows",
    ],
    [
      "a workbook that leaves a flow out",
      () => folderOf({ "book/small.yaml": SMALL, "book/workbook.yaml": BOOK.replace("small", "x") }),
      "book/workbook.yaml:2 flows: does not list small",
    ],
    [
      "a workbook that lists a flow twice",
      () => folderOf({ "book/small.yaml": SMALL, "book/workbook.yaml": BOOK.replace("small", "small, small") }),
      'book/workbook.yaml:2 flows[2]: "small" is listed above already',
    ],
    [
      "a folder's name that is no id",
      () => folderOf({ "The Book/a.yml": "" }),
      "The Book:1: a workbook's folder is called by its id: use lower-case letters, digits and hyphens, like data-management",
    ],
    [
      "another ending",
      () => folderOf({ "book/small.yml": SMALL }),
      "book/small.yml:1: call it .yaml, other endings are not read",
    ],
    [
      "an empty file",
      () => folderOf({ "book/small.yaml": "", "book/workbook.yaml": BOOK }),
      "book/small.yaml:1: must be a set of keys, not empty",
    ],
  ])("%s", (_name, folder, expected) => {
    expect(problemsOf(folder()).map((line) => line.replace(/^\/tmp\/[^:/]+/, ""))).toContain(expected);
  });

  test("whatever is cut, doubled or swapped in a file, the answer is a library or problems with lines, never a crash", () => {
    const lines = SMALL.split("\n");
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.nat(lines.length - 1),
            fc.nat(lines.length - 1),
            fc.constantFrom("cut", "double", "swap", "stretch"),
          ),
          { minLength: 1, maxLength: 4 },
        ),
        (edits) => {
          const edited = [...lines];
          for (const [one, other, edit] of edits) {
            const line = edited[one] ?? "";
            if (edit === "cut") edited.splice(one, 1);
            else if (edit === "double") edited.splice(other, 0, line);
            else if (edit === "stretch") edited[one] = ` ${line}`;
            else [edited[one], edited[other]] = [edited[other] ?? "", line];
          }
          const folder = folderOf({ "book/small.yaml": edited.join("\n"), "book/workbook.yaml": BOOK });
          for (const problem of problemsOf(folder)) expect(problem).toMatch(/^[^:]+:\d+( \S.*)?: ./);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe("a company's own flows", () => {
  const builtIn = { "book/workbook.yaml": BOOK, "book/small.yaml": SMALL };
  const own = (files: { readonly [path: string]: string }) => ({ companies: folderOf(files) });
  const renamed = small({ "id: small": "id: ours" });

  test("serve that company only, after the built-in ones of the same workbook", () => {
    const flows = flowsOf(folderOf(builtIn), own({ "acme/book/ours.yaml": renamed }));
    expect(flows.all("acme").map(({ id }) => id)).toEqual(["small", "ours"]);
    expect(flows.all("other").map(({ id }) => id)).toEqual(["small"]);
    expect(flows.get("other", "ours")).toBeUndefined();
    expect(flows.get("acme", "small")).toBe(flows.get("other", "small"));
  });

  test("stand in the place of the built-in flow of the same id", () => {
    const flows = flowsOf(
      folderOf(builtIn),
      own({ "acme/book/small.yaml": small({ "en: Small flow": "en: Our flow" }) }),
    );
    expect(flows.get("acme", "small")?.title.en).toBe("Our flow");
    expect(flows.get("other", "small")?.title.en).toBe("Small flow");
    expect(flows.all("acme")).toHaveLength(1);
  });

  test("may make a workbook of their own, or give a built-in one another order", () => {
    const companies = own({
      "acme/book/workbook.yaml": BOOK.replace("en: Book", "en: Our book").replace("[small]", "[ours, small]"),
      "acme/book/ours.yaml": renamed,
      "acme/crafts/workbook.yaml": BOOK.replace("[small]", "[craft]"),
      "acme/crafts/craft.yaml": small({ "id: small": "id: craft", "workbook: book": "workbook: crafts" }),
    });
    const flows = flowsOf(folderOf(builtIn), companies);
    expect(flows.workbooks("acme").map(({ title, flows }) => [title.en, flows.map(({ id }) => id)])).toEqual([
      ["Our book", ["ours", "small"]],
      ["Book", ["craft"]],
    ]);
  });

  test("are checked like the others, among all that the company sees", () => {
    const later = small({ "id: small": "id: ours", "step: market, is: far": "earlier: small/market, is: far" });
    expect(problemsOf(folderOf(builtIn), own({ "acme/book/ours.yaml": later }))).toEqual([]);
    const { companies } = own({ "acme/book/ours.yaml": small({ "id: small": "id: our" }) });
    const found = problemsOf(folderOf(builtIn), { companies }).map((line) => line.replace(`${companies}/`, ""));
    expect(found).toEqual(["acme/book/ours.yaml:1 id: the file is called ours.yaml, so the id must be ours"]);
  });

  test("must not pull the ground from under a built-in flow that looks at the one they replace", () => {
    const looking = small({ "id: small": "id: looking", "step: market, is: far": "earlier: small/market, is: far" });
    const folder = folderOf({
      ...builtIn,
      "book/workbook.yaml": BOOK.replace("[small]", "[small, looking]"),
      "book/looking.yaml": looking,
    });
    const { companies } = own({ "acme/book/small.yaml": small({ "id: far": "id: abroad", "is: far": "is: abroad" }) });
    const found = problemsOf(folder, { companies }).map((line) => line.replace(`${companies}/`, ""));
    expect(found).toEqual([
      'acme/book/small.yaml:1 id: stands in the place of a built-in flow, but then book/looking.yaml:45 steps.visits.when: "market" has no option "far"',
    ]);
  });
});
