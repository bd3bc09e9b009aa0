import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { channel, Journey, privately } from "../support/journey.ts";
import { onlyAction } from "../support/only-action.ts";

const TEAM = channel("koneet");

describe("an action that somebody writes", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin();
  });
  afterEach(() => journey.end());

  it("in private, with a name and a date: it is noted, and proposed to whom it names, who takes it", async () => {
    await journey.says("satu", "toimenpide: tehdään hinnasto verkkoon, Marja, 15.12.");
    expect(journey.sees("satu")).toMatch(/Kirjattu toimenpiteeksi\.\ntehdään hinnasto verkkoon/u);
    expect(journey.sees("satu")).toContain("Ehdotettu: Marja Koski");
    expect(journey.sees("satu")).toContain("Valmis viimeistään: ti 15.12.");
    expect(journey.sees("satu")).toContain("[Korjaa]");
    expect(journey.messages(TEAM)).toEqual([]);
    expect(journey.sees("marja")).toContain("Satu Virtanen ehdottaa tätä sinulle.");
    await journey.taps("marja", "Otan tämän");
    expect(journey.sees("marja")).toMatch(/Tekijä: Marja Koski[\s\S]*\[Valmis\] \[Menossa\] \[Jumissa\] \[Siirrä\]/u);
    expect(journey.sees("satu")).toContain("Tekijä: Marja Koski");
    expect(journey.messages(privately("marja"))).toHaveLength(1);
  });

  it("without a name it is the team's: anyone takes it from the channel's card, which then names them", async () => {
    await journey.says("satu", "toimenpide: siivotaan varasto");
    expect(journey.sees(TEAM)).toMatch(/siivotaan varasto\nKukaan ei ole vielä ottanut tätä\.[\s\S]*\[Otan tämän\]/u);
    await journey.taps("jari", "Otan tämän", TEAM);
    expect(journey.sees(TEAM)).toContain("Tekijä: Jari Lahtinen");
    expect(journey.sees(TEAM)).toContain("Ensimmäinen askel on vielä nimeämättä.");
    expect(journey.sees("satu")).toContain("Tekijä: Jari Lahtinen");
    expect(await journey.taps("jari", "Valmis", TEAM)).toEqual({ kind: "taken" });
    expect(journey.sees(TEAM)).toMatch(/Tilanne: valmis ma 23\.11\.[\s\S]*\[Avaa uudelleen\]/u);
  });

  it("in English, by someone who speaks it", async () => {
    await journey.says("priya", "action: price list online, me, 15 December");
    expect(journey.sees("priya")).toMatch(/Noted as an action\.\nprice list online/u);
    expect(journey.sees("priya")).toContain("Owner: Priya Shah");
    expect(journey.sees("priya")).toContain("Due: Tue 15 Dec");
    expect(journey.sees("priya")).toMatch(/\[Done\] \[Under way\] \[Stuck\] \[Move\]/u);
  });

  it("in the channel as well, whether the coach is called or not", async () => {
    for (const talk of ["Toimenpide - mitä se tarkoittaa?", "todo: kahvia", "toimenpiteet ovat", "Luotsi on hyvä nimi"])
      await journey.says("satu", talk, { in: TEAM });
    expect(journey.messages(TEAM)).toEqual([]);
    await journey.says("satu", "Toimenpide: soitetaan Korhoselle, minä", { in: TEAM });
    expect(journey.sees(TEAM)).toMatch(/Kirjattu toimenpiteeksi\.\nsoitetaan Korhoselle/u);
    await journey.says("satu", "Luotsi, toimenpiteet", { in: TEAM });
    expect(journey.sees(TEAM)).toContain("Toimenpiteet · koneet");
    await journey.says("satu", "toimenpide: siivotaan varasto, Sadulle ja Jarille", { in: TEAM, addressed: true });
    expect(journey.sees(TEAM)).toContain("Tekijä: Satu Virtanen");
    expect(journey.sees(TEAM)).toContain("Ehdotettu: Jari Lahtinen");
    expect(journey.sees("jari")).toContain("Satu Virtanen ehdottaa tätä sinulle.");
  });

  it("with a date that can be read in two ways: whoever takes it first is asked as well, until someone says which", async () => {
    await journey.says("satu", "toimenpide: siivotaan varasto, ensi viikolla");
    expect((await onlyAction(journey)).mayBeDue?.length).toBeGreaterThan(1);
    await journey.taps("jari", "Otan tämän", TEAM);
    expect(journey.sees(TEAM)).toContain("Milloin tämän on määrä olla valmis? Päivä jäi auki.");
    const [monday = ""] = (await onlyAction(journey)).mayBeDue ?? [];
    expect(monday).toBe("2026-11-30");
    await journey.taps("jari", "ma 30.11.", TEAM);
    expect(await onlyAction(journey)).toMatchObject({ dueOn: monday, mayBeDue: null });
    expect(journey.sees(TEAM)).not.toContain("Päivä jäi auki.");
    expect(journey.sees("satu")).not.toContain("Päivä jäi auki.");
  });

  it("with a date that is over or a name that nobody has: what is sure is kept, the rest is asked", async () => {
    await journey.says("satu", "toimenpide: soitetaan kaikille, Satu, 15.12.2020");
    expect(journey.sees("satu")).toContain("Sain päivän 15.12.2020. Aikaisin sopiva päivä on 23.11.2026.");
    expect(await onlyAction(journey)).toMatchObject({ what: "soitetaan kaikille", due: null });
    const form = await journey.opensForm("satu", "Korjaa");
    expect(await journey.submits("satu", form, { due: "31.2." })).toMatchObject({
      kind: "mistakes",
      mistakes: { due: expect.stringContaining("31.2.") },
    });
    for (const due of ["eilen", "Q1/2020"])
      expect((await journey.submits("satu", form, { due })).kind, due).toBe("mistakes");
    await journey.submits("satu", form, { due: "Q1/2027" });
    expect(journey.sees("satu")).toContain("Valmis viimeistään: Q1/2027, viimeistään ke 31.3.2027");
    await journey.says("satu", "toimenpide: kysytään tarjous, Pirkko");
    expect(journey.sees("satu")).toContain("En löydä tiimistä nimeä Pirkko. Valitse tekijä tiimistä tai jätä auki.");
    expect(journey.sees(TEAM)).toContain("kysytään tarjous, Pirkko");
    await journey.taps("satu", "Marja Koski");
    expect(journey.sees("marja")).toMatch(/kysytään tarjous, Pirkko\nSatu Virtanen ehdottaa tätä sinulle\./u);
  });

  it("with a name that was mistyped: one tap says who was meant", async () => {
    await journey.says("satu", "toimenpide: siivotaan varasto, Marka, 15.12.");
    expect(journey.sees("satu")).toContain("Ketä tarkoitit: ”Marka”?");
    await journey.taps("satu", "Marja Koski");
    expect(journey.sees("satu")).toContain("Ehdotettu: Marja Koski");
    expect(journey.sees("marja")).toContain("Satu Virtanen ehdottaa tätä sinulle.");
  });

  it("by someone of several teams: it is asked whose, and by someone of none nothing is made", async () => {
    await journey.says("jari", "toimenpide: siivotaan varasto, minä");
    expect(journey.sees("jari")).toMatch(
      /Minkä tiimin toimenpide on ”siivotaan varasto”\?[\s\S]*\[koneet\] \[myynti\]/u,
    );
    const { option, seen } = journey.find(privately("jari"), "myynti");
    const tap = () =>
      ({
        ...journey.base("jari", privately("jari")),
        kind: "tapped",
        action: option.action,
        message: seen.id,
      }) as const;
    await Promise.all([journey.receive(tap()), journey.receive(tap())]);
    await onlyAction(journey, "myynti");
    expect(journey.sees("jari")).toContain("Tiimi: myynti");
    expect(journey.transcript(privately("jari"))).toContain("Tämä on tiimin myynti toimenpide.");
    await journey.says("uusi", "toimenpide: siivotaan varasto");
    expect(journey.sees("uusi")).toContain("Et ole vielä missään tiimissä.");
  });

  it("by someone of several teams who names theirs at the end: it is that team's, also after an edit", async () => {
    const place = privately("jari");
    const writes = (kind: "said" | "edited", text: string) =>
      journey.receive({ ...journey.base("jari", place), kind, text, message: "m-team", addressed: true });
    await writes("said", "toimenpide: siivotaan varasto, minä, 15.12., Myynti");
    expect(await onlyAction(journey, "myynti")).toMatchObject({ what: "siivotaan varasto" });
    expect(journey.sees("jari")).toMatch(/ti 15\.12\./u);
    await writes("edited", "toimenpide: siivotaan toimisto, minä, 15.12., Myynti");
    expect(await onlyAction(journey, "myynti")).toMatchObject({ what: "siivotaan toimisto" });
  });

  it("by form, by someone of several teams: anybody of them can be named, who is in the team that is chosen", async () => {
    await journey.says("jari", "toimenpide");
    const form = await journey.opensForm("jari", "Uusi toimenpide");
    const who = form.fields.find(({ id }) => id === "owners");
    const names = who?.kind === "pick-many" ? who.options.map(({ label }) => label) : [];
    expect(names[0]).toBe("Jari Lahtinen");
    expect(names.toSorted()).toEqual(["Jari Lahtinen", "Marja Koski", "Pekka Salo", "Priya Shah", "Satu Virtanen"]);
    expect(await journey.submits("jari", form, { what: "Hinnasto", team: "myynti", owners: ["satu"] })).toMatchObject({
      mistakes: { owners: "Valitse joku, joka on tässä tiimissä." },
    });
    await journey.submits("jari", form, { what: "Hinnasto", team: "myynti", owners: ["pekka"] });
    expect(Object.keys((await onlyAction(journey, "myynti")).owners)).toEqual(["pekka"]);
  });

  it("a message's shortcut opens the form with its text", async () => {
    const noted = {
      ...journey.base("satu", TEAM),
      kind: "noted",
      text: "Hinnasto pitäisi saada verkkoon",
      message: "m1",
    } as const;
    const outcome = await journey.receive(noted);
    if (outcome.kind !== "form") throw new Error("no form");
    expect(outcome.form.fields).toContainEqual(
      expect.objectContaining({ id: "what", value: "Hinnasto pitäisi saada verkkoon" }),
    );
    await journey.submits(
      "satu",
      outcome.form,
      { owners: ["satu"], due: "15.12.", deed: "Kuvat", deedOn: "2026-12-01" },
      TEAM,
    );
    expect(journey.sees(TEAM)).toContain("Ensimmäinen askel: Kuvat, ti 1.12.");
    expect(await onlyAction(journey)).toMatchObject({ origin: { kind: "message", message: "m1" } });
  });

  it("told twice by the platform it is there once, and a kill in between loses nothing", async () => {
    const said = {
      ...journey.base("satu", privately("satu")),
      kind: "said",
      text: "toimenpide: siivotaan",
      message: "m1",
      addressed: false,
    } as const;
    await Promise.all([journey.receive(said), journey.receive(said)]);
    await journey.receive(said);
    await onlyAction(journey);
    expect(journey.count("satu", "Kirjattu toimenpiteeksi")).toBe(1);
    journey = await journey.restart();
    expect(journey.count(TEAM, "siivotaan")).toBe(1);
  });
});
