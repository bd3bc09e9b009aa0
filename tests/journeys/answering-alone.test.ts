import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Journey, privately } from "../support/journey.ts";
import { answers, levelsOf, ROUND, responseOf, starts, TEAM } from "../support/maturity-round.ts";

describe("someone who answers alone", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin();
    await starts(journey);
  });
  afterEach(() => journey.end());

  it("hears who sees what before the first question, and is asked in private", async () => {
    await journey.taps("jari", "Kuka näkee mitä?", TEAM);
    expect(journey.sees("jari")).toContain("Vastauksesi näet vain sinä");
    const outcome = await journey.taps("jari", "Vastaa", TEAM);
    expect(outcome).toEqual({
      kind: "taken",
      notice: "Kysymys odottaa yksityisessä keskustelussamme.",
      inPrivate: true,
    });
    expect(journey.sees("jari")).toContain("Strategia · 1/6");
    expect(journey.sees("jari")).toContain("Ilmoitus tehdään, kun lehdestä soitetaan ja myydään tilaa.");
  });

  it("reads above the first question who will see it, and above the next one what a typed answer was taken for", async () => {
    await journey.taps("jari", "Vastaa", TEAM);
    expect(journey.sees("jari")).toContain("Vastauksesi näet vain sinä.");
    await journey.says("jari", "kolmonen kai");
    expect(journey.sees("jari")).toMatch(/^Kirjattu: 3, Määritetty\.\nMittaaminen · 2\/6/u);
    await journey.taps("jari", "2");
    expect(journey.sees("jari")).not.toContain("Kirjattu");
  });

  it("may ask why, for a tip and for an example, by typing and by tap, and is not asked twice", async () => {
    await journey.taps("jari", "Vastaa", TEAM);
    await journey.says("jari", "miksi?");
    expect(journey.sees("jari")).toContain("Miksi kysytään · Strategia");
    await journey.says("jari", "vinkki");
    expect(journey.sees("jari")).toContain("Vinkki · Strategia");
    await journey.taps("jari", "Esimerkki");
    expect(journey.sees("jari")).toContain("Konepaja, 12 henkeä");
    expect(journey.count("jari", "Strategia · 1/6")).toBe(1);
    await journey.says("jari", "2");
    expect(journey.sees("jari")).toContain("Mittaaminen · 2/6");
    expect(await levelsOf(journey, "jari")).toBe("2");
  });

  it("goes back, changes the answer, and comes forward to where they were", async () => {
    await journey.taps("jari", "Vastaa", TEAM);
    await journey.says("jari", "edellinen");
    expect(journey.sees("jari")).toContain("Tämä on ensimmäinen kysymys.");
    for (const level of ["2", "3"]) await journey.says("jari", level);
    await journey.taps("jari", "Edellinen");
    expect(journey.sees("jari")).toContain("Mittaaminen · 2/6");
    await journey.says("jari", "4");
    expect(journey.sees("jari")).toContain("3/6");
    const { answers: standing } = await responseOf(journey, "jari");
    expect(standing["performance-measurement"]).toMatchObject({ value: { level: 4 }, revision: 2 });
    expect(standing["performance-measurement"]?.history).toMatchObject([{ value: { level: 3 }, by: "jari" }]);
  });

  it("cannot skip a level, but not knowing is an answer, typed or tapped", async () => {
    await journey.taps("jari", "Vastaa", TEAM);
    await journey.says("jari", "ohita");
    expect(journey.sees("jari")).toContain("”En osaa sanoa” on vastaus");
    await journey.says("jari", "en osaa sanoa");
    await journey.taps("jari", "En osaa sanoa");
    expect(await levelsOf(journey, "jari")).toBe("- -");
    expect(journey.transcript(privately("jari"))).toContain("Kirjattu: en osaa sanoa.");
  });

  it("pauses and goes on from the same question, also after the process died", async () => {
    await journey.taps("jari", "Vastaa", TEAM);
    await journey.says("jari", "2");
    await journey.taps("jari", "Tauko");
    expect(journey.sees("jari")).toMatch(/Tauko\. .*Kierros sulkeutuu .*\[Jatka\]/su);
    journey = await journey.restart();
    await journey.taps("jari", "Jatka");
    expect(journey.sees("jari")).toContain("Jäit kohtaan 2/6, Mittaaminen. Yksi vastauksesi on tallessa.");
    await journey.says("jari", "tauko");
    await journey.says("jari", "jatka");
    await journey.says("jari", "taso 3");
    expect(await levelsOf(journey, "jari")).toBe("2 3");
  });

  it("may answer each question as they like: by number, word, name, in speech, by tap", async () => {
    await journey.taps("jari", "Vastaa", TEAM);
    for (const said of ["3", "taso 3", "määritetty", "kolmonen kai"]) await journey.says("jari", said);
    await journey.taps("jari", "3");
    await journey.taps("jari", "Määritetty");
    expect(await levelsOf(journey, "jari")).toBe("3 3 3 3 3 3");
    expect(journey.transcript(privately("jari"))).toContain("Kirjattu: 3, Määritetty.");
    expect(journey.sees("jari")).toContain("Kaikkiin kohtiin on vastattu.");
  });

  it("is answered kindly when the reply cannot be read, and the question stays", async () => {
    await journey.taps("jari", "Vastaa", TEAM);
    await journey.says("jari", "aika hyvin");
    expect(journey.sees("jari")).toContain("En saanut tästä tasoa. Vastaa numerolla 1–5 tai napauta.");
    await journey.says("jari", "7");
    expect(journey.sees("jari")).toContain("Numeroa 7 ei ole.");
    await journey.says("jari", "1");
    expect(await levelsOf(journey, "jari")).toBe("1");
  });

  it("is asked in English when that is their language, beside a team that speaks Finnish", async () => {
    await journey.taps("priya", "Vastaa", TEAM);
    expect(journey.sees("priya")).toContain("Strategy · 1/6");
    for (const said of ["two", "level 3", "defined", "I can't say", "2", "3"]) await journey.says("priya", said);
    expect(journey.sees("priya")).toContain("Every question is answered.");
    expect(journey.sees("priya")).toContain("Thu 26 Nov at 12:00");
    expect(await levelsOf(journey, "priya")).toBe("2 3 3 - 2 3");
    await answers(journey, "jari", "2 3 3 - 2 3");
    expect(journey.sees("jari")).toContain("to 26.11. klo 14");
    expect(journey.messages(TEAM).at(-1)?.message.text).toContain("2/5 vastannut");
  });

  it("gets a glossary word explained in mid-question and returns without being asked twice", async () => {
    await journey.taps("jari", "Vastaa", TEAM);
    await journey.says("jari", "mikä on clv?");
    expect(journey.sees("jari")).toContain("Asiakkaan elinkaariarvo");
    expect(journey.sees("jari")).toMatch(/\[Takaisin kysymykseen/u);
    await journey.says("jari", "2");
    expect(await levelsOf(journey, "jari")).toBe("2");
    expect(journey.count("jari", "Strategia · 1/6")).toBe(1);
  });

  it("gets the nearest guess for a command that nobody knows, in their own language", async () => {
    await journey.says("uusi", "hinnat");
    expect(journey.sees("uusi")).toContain("En saanut tästä selvää. Napista näet, mitä osaan.");
    await journey.says("priya", "hinr");
    expect(journey.sees("priya")).toContain("“hint”");
    await journey.says("uusi", "esimerki");
    expect(journey.sees("uusi")).toContain("Jos tarkoitit ”esimerkki”");
    await journey.says("uusi", "xyzzy plugh");
    expect(journey.sees("uusi")).toContain("En saanut tästä selvää. Napista näet, mitä osaan.");
    await journey.says("satu", "aloita digikypsys");
    expect(journey.transcript(privately("satu"))).toContain("Digikypsyys");
  });

  it("hears that a command found nothing, where the question could not have been answered so", async () => {
    await answers(journey, "jari", "2");
    await journey.says("jari", "siirrä: hinnasto, 18.12.");
    expect(journey.sees("jari")).toContain("En löydä avointa toimenpidettä ”hinnasto");
    await journey.says("jari", "3");
    expect(journey.sees("jari")).toContain("Kirjattu: 3");
  });

  it("and leads the round keeps it open by a word that may mean one's own answering alone", async () => {
    await answers(journey, "satu", "2");
    await journey.says("satu", "lopeta");
    expect(journey.sees("satu")).toContain("Kirjoita ”tauko”");
    await journey.says("satu", "peru kierros");
    expect(journey.offers("satu", "Peru kierros")).toBe(true);
  });

  it("may ask what this is in the middle of it, and the question stays", async () => {
    await answers(journey, "jari", "2");
    await journey.says("jari", "mikä tämä on?");
    expect(journey.sees("jari")).toContain("Vien tiimin työkirjan läpi");
    await journey.says("jari", "3");
    expect(await levelsOf(journey, "jari")).toBe("2 3");
  });

  it("may ask for what only shows something, but bids nothing by a question mark", async () => {
    await answers(journey, "jari", "2");
    await journey.says("jari", "vastaukseni ?");
    expect(journey.sees("jari")).toContain("Strategia: 2, Suunnattu");
    await journey.says("jari", "ohita?");
    expect(journey.sees("jari")).not.toContain("Ohitettu");
    await journey.says("jari", "3");
    expect(await levelsOf(journey, "jari")).toBe("2 3");
  });

  it("may say thanks in the middle of it, and the question stays", async () => {
    await answers(journey, "jari", "2");
    await journey.says("jari", "ok, kiitos!");
    expect(journey.sees("jari")).toContain("Ole hyvä.");
    await journey.says("jari", "3");
    expect(journey.sees("jari")).toContain("Kirjattu: 3");
  });

  it("is asked to confirm what they typed before the question stood there", async () => {
    await journey.taps("jari", "Vastaa", TEAM);
    const asked = await responseOf(journey, "jari");
    const before = (asked.messages["asked:strategic-approach"]?.at ?? 0) - 500;
    await journey.receive({
      ...journey.base("jari", privately("jari")),
      at: before,
      kind: "said",
      text: "4",
      message: "m-early",
      addressed: false,
    });
    expect(journey.sees("jari")).toContain("Kirjoitit ”4, Tarkennettu” ennen kuin kysymys Strategia ehti näkyä.");
    expect((await responseOf(journey, "jari")).answers).toEqual({});
    await journey.taps("jari", "Kyllä, kirjaa");
    expect(await levelsOf(journey, "jari")).toBe("4");
    expect(journey.sees("jari")).toContain("Mittaaminen · 2/6");
  });

  it("may leave unread what they typed too early", async () => {
    await journey.taps("jari", "Vastaa", TEAM);
    await journey.receive({
      ...journey.base("jari", privately("jari")),
      at: 1,
      kind: "said",
      text: "4",
      message: "m-early",
      addressed: false,
    });
    await journey.taps("jari", "En tarkoittanut tätä");
    expect(journey.sees("jari")).toContain("en kirjannut sitä");
    await journey.says("jari", "1");
    expect(await levelsOf(journey, "jari")).toBe("1");
  });

  it("finds all answers under ”vastaukseni” and names nobody in the channel", async () => {
    await answers(journey, "jari", "2 3");
    await journey.says("jari", "vastaukseni");
    expect(journey.sees("jari")).toMatch(
      /Vastauksesi · Digikypsyys, 1\. kierros\nStrategia: 2, Suunnattu\nMittaaminen: 3, Määritetty/u,
    );
    expect(journey.transcript(TEAM)).not.toContain("Jari");
    expect((await responseOf(journey, "jari")).round).toBe(ROUND);
  });
});
