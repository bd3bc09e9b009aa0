import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Journey, privately } from "../support/journey.ts";
import { answers, levelsOf, ROUND, responseOf, roundOf, starts, TEAM } from "../support/maturity-round.ts";

describe("an own answer", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin();
    await starts(journey);
  });
  afterEach(() => journey.end());

  const edits = (text: string, message: string) =>
    journey.receive({ ...journey.base("jari", privately("jari")), kind: "edited", text, message });

  it("follows when its message is edited, and the question that waits is not asked again", async () => {
    await answers(journey, "jari", "2 3");
    const first = (await responseOf(journey, "jari")).answers["strategic-approach"]?.message ?? "";
    const before = journey.messages(privately("jari")).length;
    await edits("neljä", first);
    expect(await levelsOf(journey, "jari")).toBe("4 3");
    expect(journey.messages(privately("jari")).length).toBe(before);
    expect(journey.transcript(privately("jari"))).toContain("Kirjattu: 4, Tarkennettu.");
    await edits("neljä", first);
    expect((await responseOf(journey, "jari")).answers["strategic-approach"]).toMatchObject({ revision: 2 });
    await edits("aika hyvin", first);
    expect(journey.sees("jari")).toContain(
      "Muutit viestiä, jossa oli vastauksesi kohtaan Strategia. Vastaus jäi ennalleen.",
    );
    await journey.says("jari", "1");
    expect(await levelsOf(journey, "jari")).toBe("4 3 1");
  });

  it("follows in the receipt above the question that waits, by an edit or a tap", async () => {
    await answers(journey, "jari", "2");
    const message = (await responseOf(journey, "jari")).answers["strategic-approach"]?.message ?? "";
    expect(journey.sees("jari")).toMatch(/^Kirjattu: 2, Suunnattu\.\n.*2\/6/u);
    await edits("neljä", message);
    expect(journey.sees("jari")).toMatch(/^Kirjattu: 4, Tarkennettu\.\n.*2\/6/u);
    await journey.taps("jari", "Muuta");
    await journey.taps("jari", "5");
    expect(journey.transcript(privately("jari"))).not.toContain("Kirjattu: 4");
    await journey.says("jari", "3");
    expect(await levelsOf(journey, "jari")).toBe("5 3");
  });

  it("is given by the edit of a message that was no answer or an unsure one, while its question waits", async () => {
    const writes = (text: string, message: string) =>
      journey.receive({ ...journey.base("jari", privately("jari")), kind: "said", text, message, addressed: true });
    await answers(journey, "jari", "2");
    await writes("aika hyvin", "m-1");
    await edits("ihan hyvin", "m-1");
    expect(journey.sees("jari")).toMatch(/^En saanut tästä tasoa/u);
    await edits("3", "m-1");
    expect(await levelsOf(journey, "jari")).toBe("2 3");
    await writes("kolme puoli", "m-2");
    expect(journey.sees("jari")).toContain("Tarkoititko");
    await edits("4", "m-2");
    expect(await levelsOf(journey, "jari")).toBe("2 3 4");
    await writes("aika hyvin", "m-3");
    await journey.taps("jari", "5");
    await edits("1", "m-3");
    expect(await levelsOf(journey, "jari")).toBe("2 3 4 5");
  });

  it("stays when its message is deleted, and its giver hears how to change it", async () => {
    await answers(journey, "jari", "2 3");
    const message = (await responseOf(journey, "jari")).answers["strategic-approach"]?.message ?? "";
    await journey.receive({ ...journey.base("jari", privately("jari")), kind: "deleted", message });
    expect(journey.sees("jari")).toContain(
      "Poistit viestin, jossa oli vastauksesi kohtaan Strategia. Vastaus on yhä tallessa.",
    );
    expect(await levelsOf(journey, "jari")).toBe("2 3");
  });

  it("stands in one message alone, however often its question is asked again", async () => {
    const place = privately("jari");
    const standing = () =>
      journey
        .messages(place)
        .filter(({ message }) => message.text.includes("Asiakastieto · 4/6"))
        .map(({ message }) => /Kirjattu: [^.]*/u.exec(message.text)?.[0] ?? "asked");
    await answers(journey, "jari", "2 3 2 4");
    await journey.says("jari", "tauko");
    await journey.says("jari", "edellinen");
    expect(standing()).toEqual(["asked"]);
    expect(journey.transcript(place)).toContain("Asiakastieto: kysymys on alempana tässä keskustelussa.  []");
    await journey.says("jari", "tauko");
    await journey.says("jari", "jatka");
    expect(standing()).toEqual(["asked"]);
    await journey.taps("jari", "1");
    expect(standing()).toEqual(["Kirjattu: 1, Lähtötaso"]);
    expect(journey.count("jari", "Markkinointiviestintä · 5/6")).toBe(1);
    await journey.taps("jari", "Muuta");
    await journey.taps("jari", "Pidetään ennallaan");
    expect(standing()).toEqual(["Kirjattu: 1, Lähtötaso"]);
  });

  it("may be changed until the round closes, and the history is kept", async () => {
    await answers(journey, "jari", "2 3 2 4 2 2");
    await journey.taps("jari", "Muuta: Asiakastieto");
    await journey.says("jari", "1");
    expect(await levelsOf(journey, "jari")).toBe("2 3 2 1 2 2");
    expect(journey.transcript(privately("jari"))).toContain("Asiakastieto: 1, Lähtötaso");
    await journey.closes("satu");
    expect((await roundOf(journey)).counted[`${ROUND}/jari`]).toMatchObject({ "data-management": 2 });
  });

  it("may be changed after closing, by tap and by typing; nothing else is asked and the published spread stands", async () => {
    for (const person of ["satu", "pekka", "marja", "priya"]) await answers(journey, person, "2 3 2 4 2 2");
    await answers(journey, "jari", "2 3 2 4");
    await journey.closes("satu");
    const { snapshot } = await roundOf(journey);
    const again = JSON.stringify({ kind: "change", round: ROUND, step: "data-management" });
    const change = () =>
      journey.receive({ ...journey.base("jari", privately("jari")), kind: "tapped", action: again, message: "old" });
    await change();
    expect(journey.sees("jari")).toContain("Asiakastieto · 4/6");
    await journey.says("jari", "1");
    expect(journey.sees("jari")).toContain("suljetun kierroksen jakauma ei muutu");
    expect(await levelsOf(journey, "jari")).toBe("2 3 2 1");
    await change();
    await journey.taps("jari", "2");
    expect(await levelsOf(journey, "jari")).toBe("2 3 2 2");
    expect((await responseOf(journey, "jari")).answers["data-management"]?.history).toHaveLength(2);
    expect((await roundOf(journey)).snapshot).toEqual(snapshot);
    expect((await responseOf(journey, "jari")).open).toBe(false);
    await journey.says("jari", "5");
    expect(await levelsOf(journey, "jari")).toBe("2 3 2 2");
  });

  it("comes too late when the round has closed: who was in the middle is told so, once", async () => {
    await answers(journey, "jari", "2 3");
    await journey.closes("satu");
    await journey.says("jari", "4");
    expect(journey.sees("jari")).toContain("irjaamasi on tallessa");
    await journey.says("jari", "4");
    expect(journey.sees("jari")).toContain("En saanut tästä selvää.");
    await journey.taps("jari", "Katso vastaukset");
    expect(journey.sees("jari")).toContain("Mittaaminen: 3, Määritetty");
    expect(await levelsOf(journey, "jari")).toBe("2 3");
  });

  it("is given once by a double tap, and old buttons of a closed round do no harm", async () => {
    await journey.taps("jari", "Vastaa", TEAM);
    const { seen, option } = journey.find(privately("jari"), "4");
    const tap = () =>
      journey.receive({
        ...journey.base("jari", privately("jari")),
        kind: "tapped",
        action: option.action,
        message: seen.id,
      });
    expect(await Promise.all([tap(), tap()])).toEqual([{ kind: "taken" }, { kind: "taken" }]);
    expect((await responseOf(journey, "jari")).answers["strategic-approach"]).toMatchObject({ revision: 1 });
    expect(journey.count("jari", "Mittaaminen · 2/6")).toBe(1);
    await journey.closes("satu");
    await tap();
    expect(journey.sees("jari")).toContain("irjaamasi on tallessa");
    await journey.taps("satu", "Peru kierros");
    await journey.taps("satu", "Peru kierros");
    await starts(journey);
    await journey.taps("jari", "Vastaa", TEAM);
    await tap();
    expect(await levelsOf(journey, "jari", "koneet:digital-maturity:2")).toBe("");
    expect(await levelsOf(journey, "jari")).toBe("4");
  });
});
