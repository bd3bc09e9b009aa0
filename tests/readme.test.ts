import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { PACKAGE_VARIABLES } from "../scripts/teams/make-package.ts";
import { readConfig, VARIABLES } from "../src/config.ts";
import { LIMITS } from "../src/message/limits.ts";

const PICTURES = "docs/pictures";
const readme = readFileSync("README.md", "utf8");
const guides = ["README.md", "CONTRIBUTING.md", "flows/README.md"];

/** The rows of a section's tables, cell by cell. */
function rowsUnder(heading: string): readonly (readonly string[])[] {
  const [, after = ""] = readme.split(`\n## ${heading}\n`);
  const [section = ""] = after.split("\n## ");
  return section
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => line.split("|").map((cell) => cell.trim().replaceAll("`", "")));
}

/** Where a text leads within the project, from the file in which it stands; a place on a page stays behind its "#". */
function linksIn(file: string, text: string): readonly string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = ""]) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => (target.startsWith("#") ? `${file}${target}` : join(dirname(file), target)));
}

/** Headings as GitHub makes anchors of them. */
function anchorsIn(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, "")
      .replaceAll(" ", "-"),
  );
}

test("the settings are those that are read, with their defaults", () => {
  const rows = rowsUnder("Settings");
  expect(rows.map(([, name]) => name).sort()).toEqual([...new Set([...VARIABLES, ...PACKAGE_VARIABLES])].sort());
  const written = Object.fromEntries(rows.map(([, name = "", standing = ""]) => [name, standing]));
  const { WEB_CHAT: _chosenByItself, ...defaults } = written;
  expect(readConfig(defaults)).toEqual(readConfig({}));
});

test("the limits are those that are applied", () => {
  const written = rowsUnder("Limits").map(([, name, limit = ""]) => [name, Number(limit.replaceAll(",", ""))]);
  expect(Object.fromEntries(written)).toEqual(LIMITS);
});

test("the rooms are there, and every room of src is told of", () => {
  const told = rowsUnder("Where things are").map(([, room = ""]) => room);
  expect(told.filter((room) => !existsSync(room))).toEqual([]);
  const rooms = readdirSync("src").filter((name) => statSync(join("src", name)).isDirectory());
  expect(told.filter((room) => /^src\/[a-z-]+\/$/.test(room)).sort()).toEqual(
    rooms.map((name) => `src/${name}/`).sort(),
  );
});

test("the commands are scripts of the project", () => {
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync("package.json", "utf8")));
  const named = guides.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/\bnpm (?:run (?:-s )?([a-z:]+)|(start|test)\b)/g)].map(
      ([, run, short]) => run ?? short ?? "",
    ),
  );
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
});

test("the files that are run or named are there", () => {
  const named = [...readme.matchAll(/\b((?:scripts|src|tests|flows)\/[\w./-]+\.(?:ts|mjs|md|yaml|json))\b/g)].map(
    ([, path = ""]) => path,
  );
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});

test.each(guides)("the links of %s lead somewhere", (file) => {
  const lost = linksIn(file, readFileSync(file, "utf8")).filter((target) => {
    const [path = "", anchor] = target.split("#");
    if (!existsSync(path)) return true;
    return anchor !== undefined && !anchorsIn(readFileSync(path, "utf8")).includes(anchor);
  });
  expect(lost).toEqual([]);
});

test("every picture is shown, and none is heavier than 200 kB", () => {
  const pictures = readdirSync(PICTURES);
  expect(pictures.filter((name) => !readme.includes(`(${PICTURES}/${name})`))).toEqual([]);
  expect(pictures.filter((name) => statSync(join(PICTURES, name)).size > 200 * 1024)).toEqual([]);
});

test("a broken link and a lost heading would be seen", () => {
  expect(linksIn("flows/README.md", "[a](../no/such.md) [b](#lost)")).toEqual(["no/such.md", "flows/README.md#lost"]);
  expect(anchorsIn("## When something is wrong\n# What's new?")).toEqual(["when-something-is-wrong", "whats-new"]);
});
