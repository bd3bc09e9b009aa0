import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { circles } from "./architecture/circles.ts";
import { badNames, environmentReaders, forbidden, tooFull, tooLong } from "./architecture/house-rules.ts";
import { foreignPackages, PACKAGES } from "./architecture/packages.ts";
import { circlesInTable, foreignImports, ROOMS } from "./architecture/rooms.ts";
import { importsOf, readSources, type SourceFile } from "./architecture/source-file.ts";

const CODE = [".ts", ".tsx", ".mjs", ".css"];
const src = readSources(["src"], [".ts", ".tsx"]);
const everything = readSources(["src", "tests", "bench", "scripts"], CODE);
// The guards' own files spell out what they forbid.
const guarded = everything.filter(({ path }) => !path.startsWith("tests/architecture"));

/** The programs that people start by package.json, and main.ts. */
const programs = [
  "src/main.ts",
  ...readFileSync("package.json", "utf8").matchAll(/node scripts\/run\.mjs (src\/[\w/.-]+)/gu),
].map((found) => (typeof found === "string" ? found : (found[1] ?? "")));

const file = (path: string, text = ""): SourceFile => ({ path, text });

describe("rooms know only whom they may know", () => {
  test("in the whole of src", () => {
    expect(src.length).toBeGreaterThan(100);
    expect(foreignImports(src)).toEqual([]);
  });
  test("and the table has no circle, nor a room that is not there", () => {
    expect(circlesInTable(ROOMS)).toEqual([]);
    const paths = src.map(({ path }) => path.replace("src/", ""));
    expect(
      Object.keys(ROOMS).filter((room) => !paths.some((path) => path === room || path.startsWith(`${room}/`))),
    ).toEqual([]);
  });
  test.each([
    ["src/message/message.ts", `import { words } from "../text/text.ts";`],
    ["src/coach/coach.ts", `import type { WebChat } from "../channels/web/web-chat.ts";`],
    ["src/coach/draw/draw.ts", `export { x } from "../../store/mongo/errors.ts";`],
    ["src/store/mongo/errors.ts", `import "../embedded/database-file.ts";`],
    ["src/people/directory.ts", `const store = await import("../store/open-store.ts");`],
    ["src/unknown/room.ts", ""],
  ])("a seeded stranger in %s is seen", (path, text) => {
    expect(foreignImports([file(path, text)])).toHaveLength(1);
  });
  test("a seeded circle in the table is seen", () => {
    expect(circlesInTable({ a: ["b"], b: ["c"], c: ["a"], d: ["a"] })).toEqual(["a", "b", "c"]);
  });
});

describe("packages stay in their rooms", () => {
  test("in the whole of src", () => {
    expect(foreignPackages(src)).toEqual([]);
  });
  test("and every dependency is in the table or is used by no import", () => {
    const used = new Set(src.flatMap(importsOf).map(({ name }) => name));
    const { dependencies }: { dependencies: { [name: string]: string } } = JSON.parse(
      readFileSync("package.json", "utf8"),
    );
    expect(Object.keys(dependencies).filter((name) => used.has(name) && !(name in PACKAGES))).toEqual([]);
  });
  test.each([
    ["src/coach/coach.ts", `import { MongoClient } from "mongodb";`],
    ["src/store/mongo/errors.ts", `const { default: Database } = await import("libsql");`],
    ["src/flow/flow.ts", `import { DateTime } from "luxon";`],
    ["src/coach/read.ts", `const Holidays = createRequire(import.meta.url)("date-holidays");`],
    ["src/coach/ask.ts", `import { bodyLimit } from "hono/body-limit";`],
    ["src/coach/ask.ts", `import express from "express";`],
    ["src/message/message.ts", `import { readFileSync } from "node:fs";`],
  ])("a seeded stranger in %s is seen: %s", (path, text) => {
    expect(foreignPackages([file(path, text)])).toHaveLength(1);
  });
});

describe("files do not import each other in a circle", () => {
  test("in the whole of src", () => {
    expect(circles(src)).toEqual([]);
  });
  test("a seeded circle is seen, one of types is let be", () => {
    const seeded = [
      file("src/a/one.ts", `import { two } from "./two.ts";`),
      file("src/a/two.ts", `import { type Three, three } from "../b/three.ts";`),
      file("src/b/three.ts", `import {\n  one,\n} from "../a/one.ts";`),
    ];
    expect(circles(seeded)).toEqual(["src/a/one.ts → src/a/two.ts → src/b/three.ts → src/a/one.ts"]);
    const types = [
      file("src/a/one.ts", `import { two } from "./two.ts";`),
      file("src/a/two.ts", `import type { One } from "./one.ts";`),
    ];
    expect(circles(types)).toEqual([]);
  });
});

describe("files and folders keep to the house style", () => {
  test("no file is longer than 250 lines", () => {
    expect(tooLong(everything)).toEqual([]);
    expect(tooLong([file("src/a.ts", "x\n".repeat(251)), file("src/b.ts", "x\n".repeat(250))])).toHaveLength(1);
  });
  test("no folder of src holds more files than one can oversee", () => {
    expect(tooFull(src)).toEqual([]);
    expect(tooFull(Array.from({ length: 17 }, (_, at) => file(`src/a/f${at}.ts`)))).toEqual(["src/a holds 17 files"]);
    expect(
      tooFull(Array.from({ length: 20 }, (_, at) => file(`src/text/t${at >> 1}.${at % 2 ? "fi" : "en"}.ts`))),
    ).toEqual([]);
  });
  test("names are in kebab-case and say what is inside", () => {
    expect(badNames(everything)).toEqual([]);
    for (const seeded of [
      "src/coach/takeReply.ts",
      "src/Coach/take.ts",
      "src/coach/utils.ts",
      "src/helpers/x.ts",
      "src/coach/index.ts",
    ])
      expect(badNames([file(seeded)])).toHaveLength(1);
  });
  test("nothing is exported as default, skipped, silenced, swallowed or mocked", () => {
    const config = "vitest.config.ts";
    expect(forbidden(guarded.filter(({ path }) => path !== config))).toEqual([]);
    for (const seeded of [
      "export default function x() {}",
      "export { x as default };",
      `test.skip("x", () => {});`,
      `describe.only("x", () => {});`,
      "// biome-ignore lint: x",
      "// @ts-expect-error x",
      "const x = y as unknown as Z;",
      "try { x(); } catch (error) { }",
      `vi.mock("x");`,
    ])
      expect(forbidden([file("src/a.ts", seeded)])).toHaveLength(1);
  });
  test("the environment is read by programs only, and passed on", () => {
    expect(environmentReaders(src, programs)).toEqual([]);
    expect(environmentReaders([file("src/coach/a.ts", "process.env.PORT")], programs)).toHaveLength(1);
    expect(environmentReaders([file("src/coach/a.ts", `import { env } from "node:process";`)], programs)).toHaveLength(
      1,
    );
    expect(environmentReaders([file("src/main.ts", "process.env")], programs)).toEqual([]);
  });
});

test("imports are read from every way of writing them, and from nothing else", () => {
  const text = [
    `import { a } from "./a.ts";`,
    `import type { B } from './b.ts';`,
    "import {",
    "  c,",
    `} from "./c.ts";`,
    `export * from "./d.ts";`,
    `import "./e.ts";`,
    `const f = await import("./f.ts");`,
    `const g = createRequire(import.meta.url)("g");`,
    'const say = `Answers are from "h"`;',
    `const words = { built: "answers are from" };`,
  ].join("\n");
  expect(
    importsOf(file("src/x.ts", text))
      .map(({ name }) => name)
      .sort(),
  ).toEqual(["./a.ts", "./b.ts", "./c.ts", "./d.ts", "./e.ts", "./f.ts", "g"]);
});
