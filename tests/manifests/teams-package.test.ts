import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { examplesIn, makePackage, readPackageEnvironment } from "../../scripts/teams/make-package.ts";
import { readCommand } from "../../src/coach/commands/read-command.ts";
import { loadFlows } from "../../src/flow/load-flows.ts";

const FOLDER = "manifests/teams";
const BOT = "11111111-2222-4333-8444-555555555555";

function settingsOf(environment: { readonly [name: string]: string }) {
  const read = readPackageEnvironment(environment);
  if (!read.ok) throw new Error(read.problems.join("\n"));
  return { ...read.value, version: "1.2.3" };
}

async function packed(folder = FOLDER) {
  const made = await makePackage(folder, settingsOf({ TEAMS_CLIENT_ID: BOT }));
  if (!made.ok) throw new Error(made.problems.join("\n"));
  return unzipSync(made.value);
}

/** A copy of the manifest's folder with one change in its manifest. */
function seeded(change: (manifest: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), "luotsi-manifest-"));
  cpSync(FOLDER, folder, { recursive: true });
  const file = join(folder, "manifest.json");
  writeFileSync(file, change(readFileSync(file, "utf8")));
  return folder;
}

test("the package holds the manifest with its ids filled in, the translations and the icons", async () => {
  const files = await packed();
  expect(Object.keys(files).sort()).toEqual(["color.png", "en.json", "fi.json", "manifest.json", "outline.png"]);
  const text = strFromU8(files["manifest.json"] ?? new Uint8Array());
  expect(text).not.toContain("${{");
  expect(JSON.parse(text)).toMatchObject({ id: BOT, version: "1.2.3", bots: [{ botId: BOT }] });
});

test("the same files make the same package", async () => {
  const settings = settingsOf({ TEAMS_CLIENT_ID: BOT });
  expect(await makePackage(FOLDER, settings)).toEqual(await makePackage(FOLDER, settings));
});

test("what Teams would refuse is told before it is uploaded", async () => {
  const folder = seeded((manifest) => manifest.replace('"accentColor": "#0B6B7A"', '"accentColor": "teal"'));
  const made = await makePackage(folder, settingsOf({ TEAMS_CLIENT_ID: BOT }));
  rmSync(folder, { recursive: true });
  expect(made).toMatchObject({ ok: false, problems: [expect.stringContaining("accentColor")] });
});

test("an icon of another size is told too", async () => {
  const folder = seeded((manifest) => manifest);
  cpSync(join(folder, "outline.png"), join(folder, "color.png"));
  const made = await makePackage(folder, settingsOf({ TEAMS_CLIENT_ID: BOT }));
  rmSync(folder, { recursive: true });
  expect(made).toEqual({ ok: false, problems: ["color.png: is 32 × 32, Teams wants 192 × 192"] });
});

test("a missing or wrong setting is named with its mend, all at once", () => {
  const read = readPackageEnvironment({ TEAMS_CLIENT_ID: "luotsi", TEAMS_DEVELOPER_URL: "http://example.com" });
  expect(read.ok ? [] : read.problems.map((problem) => problem.split(":")[0])).toEqual([
    "TEAMS_CLIENT_ID",
    "TEAMS_DEVELOPER_URL",
  ]);
});

test("what stands as in the example is told, and nothing once it is somebody's own", () => {
  expect(examplesIn(settingsOf({ TEAMS_CLIENT_ID: BOT }))).toContain(
    "(TEAMS_DEVELOPER_NAME=Luotsi, TEAMS_DEVELOPER_URL=https://example.com)",
  );
  const own = { TEAMS_DEVELOPER_NAME: "Lahden Koneosa Oy", TEAMS_DEVELOPER_URL: "https://koneosa.fi/" };
  expect(examplesIn(settingsOf({ TEAMS_CLIENT_ID: BOT, ...own }))).toBeUndefined();
});

test("where the schemas are not installed, it is said how they come", async () => {
  const missing = Object.assign(new Error("Cannot find package"), { code: "ERR_MODULE_NOT_FOUND" });
  const made = await makePackage(FOLDER, settingsOf({ TEAMS_CLIENT_ID: BOT }), () => Promise.reject(missing));
  expect(made).toEqual({ ok: false, problems: [expect.stringContaining("npm ci without --omit=dev")] });
});

test("a translation translates only what the manifest has", () => {
  const manifest: unknown = JSON.parse(readFileSync(join(FOLDER, "manifest.json"), "utf8"));
  for (const file of ["fi.json", "en.json"]) {
    const { $schema, ...texts }: { [path: string]: string } = JSON.parse(readFileSync(join(FOLDER, file), "utf8"));
    expect($schema).toContain("Localization.schema.json");
    for (const [path, text] of Object.entries(texts)) {
      expect([path, typeof at(manifest, path)]).toEqual([path, "string"]);
      expect(text.length).toBeLessThanOrEqual(path.endsWith("short") ? (path.startsWith("name") ? 30 : 80) : 4000);
    }
  }
});

test("the coach understands every command that Teams offers", () => {
  const flows = loadFlows("flows");
  if (!flows.ok) throw new Error("the flows have mistakes");
  const texts = ["manifest.json", "en.json"].flatMap((file) =>
    [...readFileSync(join(FOLDER, file), "utf8").matchAll(/title": "([^"]+)"/gu)].map(([, title = ""]) => title),
  );
  expect(texts.length).toBe(22);
  expect(texts.filter((title) => readCommand(title, flows.value.all("x")) === undefined)).toEqual([]);
});

/** What stands at a path such as "bots[0].commandLists[1]". */
function at(value: unknown, path: string): unknown {
  return path
    .split(/[.[\]]+/u)
    .filter((part) => part !== "")
    .reduce(
      (inner, part) => (typeof inner === "object" && inner !== null ? Reflect.get(inner, part) : undefined),
      value,
    );
}
