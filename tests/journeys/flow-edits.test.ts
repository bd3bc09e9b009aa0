import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { Journey, privately } from "../support/journey.ts";
import { answers, levelsOf, responseOf, starts, TEAM } from "../support/maturity-round.ts";

interface Content {
  steps: { id: string; kind: string; [key: string]: unknown }[];
}

describe("a flow that is edited while people are in the middle of it", () => {
  let journey: Journey;
  const folders: string[] = [];
  beforeEach(async () => {
    journey = await Journey.begin();
    await starts(journey);
    await answers(journey, "jari", "2 3 4");
  });
  afterEach(async () => {
    await journey.end();
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  /** Luotsi is restarted with an edited copy of its flows; the flows that build on this one are left out. */
  async function edited(edit: (content: Content) => void): Promise<void> {
    const folder = mkdtempSync(join(tmpdir(), "luotsi-edited-"));
    folders.push(folder);
    cpSync("flows/digital-capability/workbook.yaml", join(folder, "digital-capability", "workbook.yaml"));
    const content: Content = parse(readFileSync("flows/digital-capability/digital-maturity.yaml", "utf8"));
    edit(content);
    writeFileSync(join(folder, "digital-capability", "digital-maturity.yaml"), stringify(content));
    const workbook = join(folder, "digital-capability", "workbook.yaml");
    writeFileSync(workbook, readFileSync(workbook, "utf8").replace(/flows:.*/u, "flows: [digital-maturity]"));
    journey = await journey.restart({ flows: folder });
  }

  it("goes on where they were when an answered step is gone", async () => {
    await edited(({ steps }) => steps.splice(1, 1));
    await journey.says("jari", "5");
    expect(journey.sees("jari")).toContain("Markkinointiviestintä · 4/5");
    expect(Object.keys((await responseOf(journey, "jari")).answers)).toHaveLength(4);
    await journey.says("jari", "vastaukseni");
    expect(journey.sees("jari")).not.toContain("Mittaaminen");
  });

  it("asks the next one when the step that was being asked is gone, and takes nothing for it", async () => {
    await edited(({ steps }) => steps.splice(3, 1));
    await journey.says("jari", "5");
    expect(journey.sees("jari")).toMatch(/muuttunut.*\n.*Markkinointiviestintä · 4\/5/u);
    expect(await levelsOf(journey, "jari")).toBe("2 3 4");
    await journey.taps("jari", "1");
    expect(await levelsOf(journey, "jari")).toBe("2 3 4 1");
  });

  it("asks a step that was added before them, after the question that stands", async () => {
    await edited(({ steps }) => {
      const { scale, levels, ...words } = steps[0] ?? { id: "", kind: "" };
      steps.splice(1, 0, {
        ...words,
        id: "new-step",
        title: { fi: "Uusi kohta", en: "New step" },
        kind: "level",
        scale,
        levels,
      });
    });
    await journey.says("jari", "5");
    expect(journey.sees("jari")).toContain("Uusi kohta · 2/7");
    await journey.says("jari", "1");
    expect(journey.sees("jari")).toContain("Markkinointiviestintä · 6/7");
    expect((await responseOf(journey, "jari")).answers["new-step"]).toMatchObject({ value: { level: 1 } });
  });

  it("keeps every answer when the steps stand in another order", async () => {
    await edited(({ steps }) => steps.reverse());
    await journey.says("jari", "5");
    const { answers: standing, asked } = await responseOf(journey, "jari");
    expect(standing["data-management"]).toMatchObject({ value: { level: 5 } });
    expect(asked?.step).toBe("customer-experience");
    expect(Object.keys(standing)).toHaveLength(4);
  });

  it("asks a step of another kind again, and takes no old button for it", async () => {
    const old = journey.find(privately("jari"), "4");
    await edited(({ steps }) => {
      steps[3] = {
        ...steps[3],
        id: "data-management",
        kind: "number",
        scale: undefined,
        levels: undefined,
        example: { fi: "Kolme", en: "Three", answer: "3" },
      };
    });
    await journey.receive({
      ...journey.base("jari", privately("jari")),
      kind: "tapped",
      action: old.option.action,
      message: old.seen.id,
    });
    expect((await responseOf(journey, "jari")).answers["data-management"]).toBeUndefined();
    expect(journey.sees("jari")).toContain("Kysymys on muuttunut sen jälkeen, kun näit sen.");
    await journey.says("jari", "12");
    expect((await responseOf(journey, "jari")).answers["data-management"]).toMatchObject({
      value: { kind: "number", number: 12 },
    });
  });

  it("draws a closed round as it was asked", async () => {
    for (const person of ["satu", "pekka", "marja"]) await answers(journey, person, "2 2 2 2 2 2");
    await journey.closes("satu");
    await edited(({ steps }) => steps.splice(0, 3));
    await journey.taps("satu", "Avaa vetäjän kortti", TEAM);
    expect(journey.sees("satu")).toContain("Strategia");
  });
});
