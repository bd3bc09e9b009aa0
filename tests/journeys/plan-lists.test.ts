import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { HOME } from "../../src/channels/channel.ts";
import { addAction, NO_CONTENT } from "../../src/plan/add-action.ts";
import { Homes } from "../support/home-channel.ts";
import { channel, Journey, optionsOf, privately } from "../support/journey.ts";
import { COMPANY } from "../support/sample-company.ts";

const TEAM = channel("koneet");

/** So many actions of a team, taken by Satu, each due a day after the one before. */
async function planned(journey: Journey, count: number): Promise<void> {
  for (let nth = 1; nth <= count; nth++) {
    const on = new Date(Date.parse("2026-12-01") + nth * 86_400_000).toISOString().slice(0, 10);
    await addAction(
      journey.store,
      {
        id: `a${nth}`,
        company: COMPANY,
        team: "koneet",
        origin: { kind: "form" },
        content: { ...NO_CONTENT, what: `Teko ${nth}`, due: { kind: "day", on } },
        owners: ["satu"],
        by: "satu",
      },
      { id: `plan${nth}`, now: journey.now },
    );
  }
}

describe("lists of actions", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin();
  });
  afterEach(() => journey.end());

  it("of a thousand are turned five at a time, in the message itself, what is due first before what is due later", async () => {
    await planned(journey, 1000);
    await journey.says("satu", "toimenpiteet");
    const rows = () =>
      optionsOf(journey.last(privately("satu")).message).flatMap((one) =>
        "description" in one ? [one.description] : [],
      );
    expect(rows()).toEqual(["Teko 1", "Teko 2", "Teko 3", "Teko 4", "Teko 5"]);
    expect(journey.sees("satu")).toContain("1–5/1000");
    await journey.taps("satu", "Näytä lisää");
    expect(rows()).toEqual(["Teko 6", "Teko 7", "Teko 8", "Teko 9", "Teko 10"]);
    await journey.taps("satu", "Edelliset");
    expect(rows()[0]).toBe("Teko 1");
    expect(journey.messages(privately("satu"))).toHaveLength(1);
    await journey.taps("satu", "2");
    expect(journey.sees("satu")).toMatch(/^Teko 2\n/u);
    await journey.taps("satu", "Valmis");
    expect(journey.sees("satu")).toContain("Tilanne: valmis");
    await journey.says("satu", "omat toimenpiteet");
    expect(journey.sees("satu")).toContain("1–5/999");
  });

  it("of a thousand fit the weekly message, one's own page and the picture of the year", async () => {
    await journey.at(1_000);
    await planned(journey, 1000);
    await journey.at("2026-11-30T09:00:00+02:00");
    expect(journey.sees("satu")).toContain("Viikko 49: viisi toimenpidettä");
    await journey.taps("satu", "Näytä kaikki (1000)");
    expect(journey.sees("satu")).toContain("6–10/1000");
    await journey.taps("satu", "Valmis");
    expect(journey.sees("satu")).toMatch(/Teko 6 valmis ma 30\.11\.[\s\S]*6–10\/1000/u);
    await journey.says("satu", "koti");
    expect(journey.sees("satu")).toContain("[Näytä kaikki (999)]");
    await journey.says("satu", "vuosisuunnitelma 2027");
    expect(journey.sees("satu")).toContain("Muut, Q1: 90 toimenpidettä");
    await journey.says("satu", "vuosisuunnitelma 2028");
    expect(journey.sees("satu")).toContain("+87");
  });

  it("are asked for by person, quarter, dimension and team, inflected or not, in both languages", async () => {
    await planned(journey, 1);
    await journey.says("satu", "toimenpide: hinnasto verkkoon, Q1/2027");
    for (const [asked, title] of [
      ["Sadun toimenpiteet", "Satu Virtanen · toimenpiteet"],
      ["toimenpiteet Q1", "Toimenpiteet · Q1/2027"],
      ["toimenpiteet asiakastieto", "Toimenpiteet · Asiakastieto"],
      ["toimenpiteet koneet", "Toimenpiteet · koneet"],
      ["vapaat toimenpiteet", "Kukaan ei ole ottanut · koneet"],
    ] as const) {
      await journey.says("satu", asked);
      expect(journey.sees("satu"), asked).toContain(title);
    }
    await journey.says("priya", "actions of Satu");
    expect(journey.sees("priya")).toContain("Satu Virtanen · actions");
    await journey.says("priya", "actions Q1");
    expect(journey.sees("priya")).toContain("Actions · Q1 2027");
    await journey.says("priya", "my actions");
    expect(journey.sees("priya")).toContain("You have no open actions now.");
    await journey.says("satu", "toimenpiteet Kyllikki");
    expect(journey.sees("satu")).toContain("En löydä tiimistä henkilöä, neljännestä tai osa-aluetta ”kyllikki”.");
  });

  it("of somebody of several teams, by person or quarter, hold all of these and name the team by each", async () => {
    await journey.says("jari", "toimenpide: hinnasto verkkoon, Pekka, Q1/2027", { in: TEAM, addressed: true });
    const myynti = { in: channel("myynti"), addressed: true };
    await journey.says("jari", "toimenpide: messujen jälkiviestit, Pekka, Q1/2027", myynti);
    for (const asked of ["toimenpiteet Q1/2027", "Pekan toimenpiteet"]) {
      await journey.says("jari", asked);
      expect(journey.sees("jari"), asked).toMatch(/hinnasto verkkoon[\s\S]*koneet · Pekka Salo/u);
      expect(journey.sees("jari"), asked).toMatch(/messujen jälkiviestit[\s\S]*myynti · Pekka Salo/u);
    }
    await journey.says("marja", "Pekan toimenpiteet");
    expect(journey.sees("marja")).not.toContain("messujen jälkiviestit");
    await journey.says("jari", "Pekan toimenpiteet", { in: TEAM, addressed: true });
    expect(journey.sees(TEAM)).not.toContain("messujen jälkiviestit");
  });

  it("in the channel are the team's, and one's own come in private", async () => {
    await planned(journey, 2);
    await journey.says("marja", "toimenpiteet", { in: TEAM, addressed: true });
    expect(journey.sees(TEAM)).toContain("Toimenpiteet · koneet");
    const told = await journey.says("satu", "omat toimenpiteet", { in: TEAM, addressed: true });
    expect(told).toMatchObject({ notice: "Omat toimenpiteesi ovat yksityisessä keskustelussamme." });
    expect(journey.sees("satu")).toContain("Omat toimenpiteet");
    await journey.says("jari", "toimenpiteet");
    expect(journey.sees("jari")).toMatch(/Minkä tiimin toimenpiteet\?[\s\S]*\[koneet\] \[myynti\]/u);
    await journey.taps("jari", "myynti");
    expect(journey.sees("jari")).toContain("Avoimia toimenpiteitä ei ole.");
    await journey.says("jari", "vuosisuunnitelma");
    expect(journey.sees("jari")).toMatch(/Minkä tiimin vuosisuunnitelma\?[\s\S]*\[koneet\] \[myynti\]/u);
    await journey.says("uusi", "toimenpiteet");
    expect(journey.sees("uusi")).toContain("Et ole vielä missään tiimissä.");
  });

  it("stand beside a question that waits, which stays the one that is asked", async () => {
    await planned(journey, 1);
    await journey.says("satu", "toimenpide");
    expect(journey.sees("satu")).toMatch(/toimenpide: hinnasto verkkoon[\s\S]*\[Uusi toimenpide\]/u);
    const form = await journey.opensForm("satu", "Uusi toimenpide");
    expect(await journey.submits("satu", form, { what: " " })).toMatchObject({
      mistakes: { what: "Kirjoita, mitä tehdään." },
    });
    await journey.submits("satu", form, {
      what: "Tarjouspohja uusiksi",
      owners: ["satu", "marja"],
      due: "Q1/2027",
      doneWhen: "Pohja on käytössä",
    });
    expect(await journey.submits("satu", form, { what: "Sama lomake uudelleen" })).toEqual({ kind: "repeated" });
    expect(journey.sees("satu")).toContain("Mistä näkee: Pohja on käytössä");
    expect(journey.sees("marja")).toContain("Satu Virtanen ehdottaa tätä sinulle.");
  });

  it("lie in the year by dimension and quarter, as a picture and a table that tells all, what has none named once", async () => {
    const what = "hinnasto verkkoon, tuoteryhmä kerrallaan ja kuvat jokaiseen tuotteeseen";
    await journey.says("satu", `toimenpide: ${what}, minä, Q1/2027`);
    const form = await journey.opensForm("satu", "Muokkaa");
    await journey.submits("satu", form, { dimension: "data-management", level: "3" });
    expect(journey.sees("satu")).toContain("Osa-alue: Asiakastieto, tasolle 3");
    await journey.says("satu", "vuosisuunnitelma");
    expect(journey.sees("satu")).toContain("Vuodelle 2026 ei ole vielä sijoitettu toimenpiteitä.");
    expect(journey.offers("satu", "Suunnitelkaa vuosi")).toBe(true);
    await journey.says("satu", "vuosisuunnitelma 2027");
    expect(journey.sees("satu")).toContain("Vuosisuunnitelma 2027");
    expect(journey.offers("satu", "Suunnitelkaa vuosi")).toBe(true);
    expect(journey.offers("satu", "Aloita vuosisuunnitelma uudelleen")).toBe(false);
    await journey.taps("satu", "Vuosi 2026");
    await journey.taps("satu", "Vuosi 2027");
    const { blocks } = journey.last(privately("satu")).message;
    const picture = blocks.find(({ kind }) => kind === "picture");
    expect(picture).toMatchObject({
      chart: { kind: "grid", rows: [{ label: "Asiakastieto" }] },
      alt: expect.stringContaining("Vuosisuunnitelma 2027. Asiakastieto, Q1: hinnasto verkkoon, tuoteryhmä kerrallaan"),
    });
    expect(blocks.find(({ kind }) => kind === "table")).toMatchObject({ rows: [["Asiakastieto", what, "", "", ""]] });
    expect(journey.sees("satu")).toMatch(/Ei vielä toimenpiteitä: strategia, .+\./u);
  });
});

describe("one's own page", () => {
  let journey: Journey;
  let homes: Homes;
  beforeEach(async () => {
    homes = new Homes();
    journey = await Journey.begin({ channel: homes.before });
    await planned(journey, 2);
  });
  afterEach(() => journey.end());

  it("has one's actions with their buttons, and the page stays the page when one is tapped", async () => {
    await journey.says("satu", "koti");
    expect(journey.sees("satu")).toMatch(/Omat toimenpiteet\nTeko 1 koneet · ke 2\.12\.[\s\S]*Teko 2/u);
    expect(await journey.taps("satu", "Valmis")).toEqual({ kind: "taken" });
    expect(journey.sees("satu")).toContain("Oma sivusi");
    expect(journey.sees("satu")).not.toContain("Teko 1");
    expect(journey.sees("satu")).toContain("Teko 2");
  });

  it("is drawn anew on the platform's Home when somebody else does something to one's action", async () => {
    await journey.receive({ ...journey.base("satu", privately("satu")), kind: "opened", home: true });
    expect(homes.of("satu").text).toContain("Teko 1");
    await journey.says("marja", "Sadun toimenpiteet");
    await journey.taps("marja", "1");
    const form = await journey.opensForm("marja", "Pudota");
    await journey.submits("marja", form, { why: "Tehtiin jo keväällä." });
    expect(homes.of("satu").text).not.toContain("Teko 1");
    const done = optionsOf(homes.of("satu")).find(({ label }) => label === "Valmis");
    const tapped = { ...journey.base("satu", privately("satu")), kind: "tapped", message: HOME } as const;
    expect(await journey.receive({ ...tapped, action: done?.action ?? "" })).toEqual({ kind: "taken" });
    expect(homes.of("satu").text).not.toContain("Teko 2");
  });
});
