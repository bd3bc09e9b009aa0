import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Faults, failingStore, killedAfter } from "../support/failing-store.ts";
import { channel, Journey, optionsOf, privately } from "../support/journey.ts";
import { actionsNamed } from "../support/weekly.ts";

const TEAM = channel("koneet");

describe("what is done to an action, said in words", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin();
    await journey.says("satu", "toimenpide: hinnasto verkkoon, minä, 15.12.");
    await journey.says("satu", "toimenpide: varaston siivous, minä, 16.12.");
  });
  afterEach(() => journey.end());

  const hears = async (text: string) => {
    await journey.says("satu", text);
    return journey.sees("satu");
  };

  it("is the same as by its card's buttons and forms, and the card shows it", async () => {
    expect(await hears("Siirrä: hinnasto, 18.12.")).toContain("Valmis viimeistään: pe 18.12.");
    expect(await hears("siirrä: hinnasto verkkoon Q1/2027")).toContain("Q1/2027, viimeistään ke 31.3.2027");
    expect(await hears("ensimmäinen askel: hinnasto, pyydetään kuvat, 30.11.")).toContain(
      "Ensimmäinen askel: pyydetään kuvat, ma 30.11.",
    );
    expect(await hears("menossa: hinnaston")).toContain("Tilanne: menossa");
    expect(await hears("jumissa: hinnasto, kuvat, tekstit ja hinnat puuttuvat")).toContain(
      "Tilanne: jumissa ma 23.11. alkaen: kuvat, tekstit ja hinnat puuttuvat",
    );
    expect(await hears("jatkuu: hinnasto")).toContain("Tilanne: menossa");
    expect(await hears("odottaa: hinnasto")).toContain("Tilanne: odottaa vuoroaan");
    expect(await hears("luovuta: hinnasto, Jari")).toContain("Ehdotettu: Jari Lahtinen");
    expect(journey.sees("jari")).toContain("Satu Virtanen ehdottaa tätä sinulle.");
    await journey.says("jari", "otan: hinnasto");
    expect(journey.sees("jari")).toContain("Tekijä: Jari Lahtinen");
    expect(await hears("pudota: varaston siivous, tehtiin keväällä")).toContain(
      "pudotettu ma 23.11.: tehtiin keväällä",
    );
    await journey.says("jari", "valmis: hinnasto");
    expect(journey.sees("jari")).toContain("Tilanne: valmis ma 23.11.");
    expect((await actionsNamed(journey, "hinnasto", false))[0]?.standing.kind).toBe("done");
  });

  it("in English, and in the team's channel also without the coach's name, where an action is called so", async () => {
    await journey.says("priya", "move: hinnasto, 18 December");
    expect(journey.sees("priya")).toContain("Due: Fri 18 Dec");
    await journey.says("priya", "hand over: hinnasto, me", { in: TEAM, addressed: true });
    expect(journey.sees(TEAM)).toContain("Tekijä: Priya Shah");
    const before = journey.messages(TEAM).length;
    for (const talk of ["done: coffee is on the table", "siirrä: auto pois pihalta", "historia: lue se joskus"])
      await journey.says("priya", talk, { in: TEAM });
    expect(journey.messages(TEAM)).toHaveLength(before);
    await journey.says("satu", "historia: hinnasto", { in: TEAM });
    expect(journey.sees(TEAM)).toContain("Satu Virtanen · kirjasi");
    await journey.says("priya", "done: hinnasto", { in: TEAM });
    expect(journey.sees(TEAM)).toContain("Tilanne: valmis");
    await journey.says("satu", "avaa uudelleen: hinnasto", { in: TEAM });
    expect((await actionsNamed(journey, "hinnasto"))[0]?.open).toBe(true);
  });

  it("that cannot be taken is said kindly, and nothing changes", async () => {
    for (const [said, heard] of [
      ["siirrä: hinnasto, 31.2.", "Päivää ”31.2.” ei ole kalenterissa."],
      ["siirrä: hinnasto, 1.1.2020", "Aikaisin sopiva päivä on 23.11.2026."],
      ["siirrä: hinnasto, Q1/2020", "Aikaisin sopiva on Q4/2026."],
      ["siirrä: hinnasto", "En saanut tästä päivää."],
      ["luovuta: hinnasto, Matti", "Valitse joku, joka on tässä tiimissä: Jari Lahtinen, Marja Koski, "],
      ["jumissa: hinnasto", "Kerro lyhyesti syy, vaikka näin: "],
      ["pudota: hinnasto", "Kerro lyhyesti syy, vaikka näin: "],
      ["ensimmäinen teko: hinnasto", "Kirjoita myös, mikä ensimmäinen askel on."],
      ["jatkuu: hinnasto", "Tämä ei ole jumissa."],
      ["valmis: kirjanpito", "En löydä avointa toimenpidettä ”kirjanpito”."],
    ] as const)
      expect(await hears(said), said).toContain(heard);
    expect(await actionsNamed(journey, "hinnasto")).toMatchObject([{ dueOn: "2026-12-15", revision: 1 }]);
    await hears("valmis: hinnasto");
    expect(await hears("valmis: hinnasto")).toContain("Näin se jo on.");
  });

  it("of what is done already says so, opens it again by its button's words, and tells its history", async () => {
    await hears("toimenpide: hinnasta sopiminen, minä");
    await hears("valmis: hinnasto verkkoon");
    expect(await hears("luovuta: hinnasto, Matti")).toContain(
      "Tämä toimenpide on jo päätetty. Sen voi avata uudelleen.",
    );
    expect(await hears("historia: hinnasto")).toContain("merkitsi valmiiksi");
    expect(await hears("avaa uudelleen: hinnasto verkkoon")).toContain("Tilanne: sovittu");
    await hears("luovuta: varsaton siivous, Matti");
    expect(journey.count("satu", "En löydä tiimistä nimeä Matti.")).toBe(1);
    expect(journey.sees("satu")).toContain("Mitä näistä tarkoitit?");
  });

  it("and what is missing may come in the next line, also when the platform tells of it twice", async () => {
    expect(await hears("jumissa: hinnasto")).toContain("”jumissa: hinnasto verkkoon, odotan kuvia”");
    const told = { ...journey.base("satu", privately("satu")), kind: "said", addressed: false, message: "m1" } as const;
    for (let times = 0; times < 2; times++) await journey.receive({ ...told, text: "ei ole kuvia" });
    expect(journey.sees("satu")).toContain("Tilanne: jumissa ma 23.11. alkaen: ei ole kuvia");
    expect(await hears("ei ole kuvia")).toContain("En saanut tästä selvää.");
    expect(await hears("luovuta: hinnasto, Jaanalle")).toContain(
      "Valitse joku, joka on tässä tiimissä: Jari Lahtinen, Marja Koski, Pekka Salo, Priya Shah, Satu Virtanen.",
    );
    expect(await hears("Jarille")).toContain("Ehdotettu: Jari Lahtinen");
    await hears("siirrä: varaston siivous");
    expect(await hears("18.12.")).toContain("Valmis viimeistään: pe 18.12.");
    await hears("pudota: varaston siivous");
    expect(await hears("ok, kiitos")).toContain("Ole hyvä.");
    expect(await hears("tehtiin keväällä")).toContain("En saanut tästä selvää.");
    await hears("pudota: varaston siivous");
    await journey.at(2 * 60 * 60 * 1000);
    expect(await hears("tehtiin keväällä")).toContain("En saanut tästä selvää.");
    expect(await actionsNamed(journey, "varaston siivous")).toMatchObject([{ open: true }]);
  });

  it("and what is missing is awaited as soon as it is asked for, wherever the coach was cut short then", async () => {
    const faults: Faults = { away: false, loseAnswers: 0 };
    const cut = await Journey.begin({ wrap: (store) => failingStore(store, faults) });
    await cut.says("satu", "toimenpide: hinnasto verkkoon, minä, 15.12.");
    faults.beforeWrite = killedAfter(1);
    const asks = { ...cut.base("satu", privately("satu")), kind: "said", addressed: false, message: "m1" } as const;
    await cut.receive({ ...asks, text: "jumissa: hinnasto" }).catch(() => "killed");
    faults.beforeWrite = undefined;
    await cut.receive({ ...asks, text: "jumissa: hinnasto" });
    await cut.says("satu", "ei ole kuvia");
    expect(cut.sees("satu")).toContain("Tilanne: jumissa ma 23.11. alkaen: ei ole kuvia");
    await cut.end();
  });

  it("hands over what is only proposed, in the place of whom it was proposed to", async () => {
    await journey.says("satu", "toimenpide: esite, Jari");
    expect(await hears("luovuta: esite, Marja")).toMatch(/Ehdotettu: Marja Koski\n/u);
    expect(journey.sees("jari")).not.toContain("[Ei minun]");
  });

  it("can say that something is stuck before anybody takes it, and that it moves again", async () => {
    await journey.says("satu", "toimenpide: esite, Jari");
    expect(await hears("jumissa: esite, odotan kuvia")).toContain("[Jatkuu taas]");
    await journey.taps("satu", "Jatkuu taas");
    expect(journey.sees("satu")).toContain("Tilanne: ehdotettu");
    await hears("Jarin toimenpiteet");
    expect(journey.sees("satu")).toContain("Jari Lahtinen · ehdotettu · ei päivää");
  });

  it("of several of like names is asked, unless one of them is one's own; told twice by the platform it is done once", async () => {
    await journey.says("jari", "toimenpide: hinnasto paperille, minä", { in: TEAM, addressed: true });
    expect(await hears("menossa: hinnasto")).toMatch(/^hinnasto verkkoon\n/u);
    await journey.says("marja", "menossa: hinnasto");
    expect(journey.sees("marja")).toContain("Mitä näistä tarkoitit?");
    const rows = optionsOf(journey.last(privately("marja")).message).map(
      (row) => "description" in row && row.description,
    );
    expect(rows).toEqual(["hinnasto verkkoon", "hinnasto paperille"]);
    expect(await hears("valmis: varsaton siivous")).toContain("Mitä näistä tarkoitit?");
    const before = journey.messages(privately("satu")).length;
    const told = { ...journey.base("satu", privately("satu")), kind: "said", addressed: false, message: "m1" } as const;
    for (let times = 0; times < 2; times++) await journey.receive({ ...told, text: "valmis: varaston siivous" });
    expect(journey.sees("satu")).toContain("Tilanne: valmis");
    expect(journey.messages(privately("satu"))).toHaveLength(before + 1);
  });
});
