import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Form } from "../../src/message/form.ts";
import { Journey, privately } from "../support/journey.ts";
import { answers, ROUND, responseOf, roundOf, starts, TEAM } from "../support/maturity-round.ts";

const MINUTE = 60_000;

describe("a round that is answered alone", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin();
  });
  afterEach(() => journey.end());

  it("closes by the clock at the moment that the facilitator confirmed, not a minute before", async () => {
    await starts(journey);
    expect(journey.sees(TEAM)).toContain("Sulkeutuu to 26.11. klo 14");
    for (const person of ["satu", "jari", "pekka"]) await answers(journey, person, "2 2 3 4 2 2");
    await journey.at("2026-11-26T13:59:00+02:00");
    expect((await roundOf(journey)).state).toBe("open");
    await journey.at("2026-11-26T14:00:00+02:00");
    expect((await roundOf(journey)).state).toBe("talking");
    expect(journey.sees(TEAM)).toContain("Kolme vastasi.");
    expect(journey.sees("satu")).toContain("Vetäjän kortti");
    for (let minute = 0; minute < 5; minute++) await journey.at(MINUTE);
    expect(journey.count(TEAM, "Varatkaa 20 minuuttia")).toBe(1);
  });

  it("takes another day and hour from the form, and says what it cannot take", async () => {
    const refused = await starts(journey, "satu", { date: "2026-11-22", time: "25.00", invited: [] });
    expect(refused).toMatchObject({
      kind: "mistakes",
      mistakes: {
        invited: "Valitse ainakin yksi vastaaja.",
        time: "Kellonaikaa ”25.00” ei ole. Kirjoita kellonaika, esimerkiksi 14.30.",
      },
    });
    expect(await journey.taps("satu", "Aloita kierros", TEAM)).toMatchObject({ kind: "form" });
    await starts(journey, "satu", { date: "27.11.", time: "9.30", invited: ["satu", "jari"] });
    expect(journey.sees(TEAM)).toContain("Sulkeutuu pe 27.11. klo 9.30");
    expect(journey.sees(TEAM)).toContain("0/2 vastannut");
  });

  it("reminds once, in private, only those who have not answered everything, however often it restarts", async () => {
    await starts(journey);
    await answers(journey, "jari", "2 2 3 4 2 2");
    await answers(journey, "pekka", "2 2");
    const reminders = (person: string) =>
      journey.count(person, "Muistutan kerran") + journey.count(person, "I remind you once");
    for (let hour = 0; hour < 100; hour++) {
      await journey.at(60 * MINUTE);
      for (let minute = 0; minute < 3; minute++) await journey.at(MINUTE);
      if (hour % 20 === 7) journey = await journey.restart();
    }
    expect((await roundOf(journey)).state).toBe("talking");
    expect(reminders("jari")).toBe(0);
    expect(reminders("pekka")).toBe(1);
    expect(reminders("marja")).toBe(1);
    expect(journey.transcript(privately("pekka"))).toMatch(/neljä kohtaa odottaa vastaustasi/iu);
    expect(journey.messages(TEAM).filter(({ message }) => message.text.includes("Pekka"))).toEqual([]);
    expect((await responseOf(journey, "marja")).answers).toEqual({});
  });

  it("lets someone answer straight from the reminder, and then reminds of nothing more", async () => {
    await starts(journey);
    await journey.at("2026-11-25T09:00:00+02:00");
    expect(journey.sees("marja")).toMatch(/kuusi kohtaa odottaa vastaustasi.*to 26\.11\. klo 14/isu);
    await journey.taps("marja", "Vastaa");
    expect(journey.sees("marja")).toContain("Strategia · 1/6");
    expect(journey.sees("marja")).not.toContain("muuttunut");
    for (const level of ["2", "3"]) await journey.says("marja", level);
    expect(journey.sees("marja")).toContain("3/6");
  });

  it("says what is shown when one, three or five people answered", async () => {
    const people = ["satu", "jari", "pekka", "marja", "priya"];
    const shown: { [count: number]: string } = {};
    for (const [index, count] of [0, 1, 2, 3, 4, 5].entries()) {
      await starts(journey);
      for (const person of people.slice(0, count)) await answers(journey, person, "2 2 3 4 1 2");
      await journey.closes("satu");
      shown[count] =
        (await roundOf(journey, `koneet:digital-maturity:${index + 1}`)).snapshot?.steps["data-management"]?.kind ??
        "none";
      const told = journey.sees(TEAM);
      if (count === 0) expect(told).toContain("Vastauksia ei tullut. Vetäjä, Satu Virtanen");
      if (count === 1 || count === 2) expect(told).toContain("ettei jakaumaa näytetä");
      if (count >= 3) expect(told).toContain("Kuudesta kohdasta olette yhtä mieltä.");
      if (count === 3 || count === 4) expect(journey.sees("satu")).not.toMatch(/Vastaukset: tasot/u);
      await journey.taps("satu", "Peru kierros");
      await journey.taps("satu", "Peru kierros");
    }
    expect(shown).toEqual({ 0: "hidden", 1: "hidden", 2: "hidden", 3: "word", 4: "word", 5: "counts" });
  });

  it("counts the hands of those without chat beside the answers", async () => {
    await starts(journey);
    for (const person of ["satu", "jari", "pekka", "marja", "priya"]) await answers(journey, person, "2 2 3 4 1 2");
    const form: Form = await journey.opensForm("satu", "Kirjaa viittaukset");
    const mistakes = await journey.submits("satu", form, { "strategic-approach": "kaksi", "data-management": "1 2" });
    expect(mistakes).toMatchObject({
      kind: "mistakes",
      mistakes: { "strategic-approach": expect.stringContaining("0 2 3 1 0"), "data-management": expect.any(String) },
    });
    await journey.submits("satu", form, { "strategic-approach": "0 1 1 0 0", "data-management": "2: 2" });
    expect(journey.transcript(privately("satu"))).toContain("Viittaukset on kirjattu kahdesta kohdasta.");
    const again = await journey.opensForm("satu", "Kirjaa viittaukset");
    expect(again.fields.find(({ id }) => id === "strategic-approach")).toMatchObject({ value: "0 1 1 0 0" });
    await journey.closes("satu");
    expect(journey.sees(TEAM)).toContain("Viisi vastasi, kaksi viittasi paikan päällä.");
    const { snapshot } = await roundOf(journey);
    expect(snapshot?.steps["strategic-approach"]).toMatchObject({ counts: [0, 6, 1, 0, 0] });
    expect(snapshot?.steps["data-management"]).toMatchObject({ counts: [0, 2, 0, 5, 0] });
    expect(await journey.submits("satu", again, {})).toEqual({ kind: "taken", notice: "Kierros on jo suljettu." });
  });

  it("agrees on levels also when nobody answered: the facilitator records what the team says", async () => {
    await starts(journey);
    await journey.closes("satu");
    await journey.taps("satu", "Puhuttu");
    expect(journey.sees("satu")).toContain("Valitkaa yhdessä taso");
    await journey.taps("satu", "3");
    expect((await roundOf(journey)).agreed["strategic-approach"]).toMatchObject({ value: { level: 3 }, by: "satu" });
  });

  it("asks before it is closed too thin, and leaves no old card with buttons", async () => {
    await starts(journey);
    await answers(journey, "jari", "2 2 2 2 2 2");
    await journey.taps("satu", "Sulje nyt");
    expect(journey.sees("satu")).toContain("Vasta 1/5 on vastannut.");
    expect((await roundOf(journey)).state).toBe("open");
    await journey.taps("satu", "Jätetään auki");
    await journey.taps("satu", "Sulje nyt");
    await journey.taps("satu", "Suljetaan silti");
    expect((await roundOf(journey)).state).toBe("talking");
    expect(journey.offers("satu", "Sulje nyt")).toBe(false);
    expect(journey.transcript(privately("satu"))).toContain("Vetäjän kortti on alempana");
    await journey.at(60_000);
    expect(journey.transcript(privately("jari"))).toContain("ja kierros on suljettu");
  });

  it("is closed and cancelled only by its facilitator; others get a word about who does it", async () => {
    await starts(journey);
    const card = journey.find(privately("satu"), "Sulje nyt");
    const asJari = (action: string) =>
      journey.receive({ ...journey.base("jari", privately("jari")), kind: "tapped", action, message: card.seen.id });
    const others = { kind: "taken", notice: "Tämän tekee kierroksen vetäjä, Satu Virtanen." };
    expect(await asJari(card.option.action)).toEqual(others);
    for (const kind of ["cancel", "really-cancel", "tallies", "accept", "lift"])
      expect([kind, await asJari(JSON.stringify({ kind, round: ROUND }))]).toEqual([kind, others]);
    expect(await asJari(JSON.stringify({ kind: "fix", round: ROUND, step: "data-management", level: 2 }))).toEqual(
      others,
    );
    await journey.says("jari", "sulje kierros", { in: TEAM, addressed: true });
    expect(journey.sees(TEAM)).toContain("Et vedä nyt yhtään avointa kierrosta.");
    expect((await roundOf(journey)).state).toBe("open");
  });

  it("keeps every answer when it is cancelled, asks nobody any more, and can be started again", async () => {
    await starts(journey);
    await answers(journey, "jari", "2 3");
    await journey.taps("satu", "Peru kierros");
    expect(journey.sees("satu")).toMatch(/Perutaanko .*Digikypsyys, 1\. kierros/u);
    await journey.taps("satu", "Jätetään auki");
    expect((await roundOf(journey)).state).toBe("open");
    await journey.taps("satu", "Peru kierros");
    await journey.taps("satu", "Peru kierros");
    expect((await roundOf(journey)).state).toBe("cancelled");
    expect(journey.transcript(TEAM)).toContain("Kierros on peruttu. Annetut vastaukset jäivät talteen");
    await journey.taps("jari", "3");
    expect(journey.sees("jari")).toMatch(/peruttu/u);
    expect(Object.keys((await responseOf(journey, "jari")).answers)).toHaveLength(2);
    await starts(journey);
    expect((await roundOf(journey, "koneet:digital-maturity:2")).state).toBe("open");
    for (let day = 0; day < 3; day++) await journey.at(24 * 60 * MINUTE);
    expect(journey.transcript(privately("jari"))).not.toMatch(/1\. kierros[^—]*Muistutan kerran/u);
  });

  it("is handed over to a manager, whose card it is from then on", async () => {
    await starts(journey);
    const outcome = await journey.says("marja", "vetäjän kortti");
    expect(outcome).toMatchObject({ kind: "taken" });
    const { option, seen } = journey.find(TEAM, "Vastaa");
    expect(option.label).toBe("Vastaa");
    const tap = (person: string) =>
      journey.receive({
        ...journey.base(person, TEAM),
        kind: "tapped",
        action: JSON.stringify({ kind: "facilitate", round: ROUND }),
        message: seen.id,
      });
    expect(await tap("jari")).toEqual({ kind: "taken", notice: "Tämän tekee kierroksen vetäjä, Satu Virtanen." });
    const offered = await tap("marja");
    if (offered.kind !== "form") throw new Error("no form");
    await journey.submits("marja", offered.form, {}, TEAM);
    expect(journey.sees("marja")).toContain("Vetäjän kortti");
    await journey.closes("marja");
    expect((await roundOf(journey)).facilitator).toBe("marja");
    expect(journey.transcript(TEAM)).toContain("vetäjänä Marja Koski");
    expect(await journey.submits("jari", offered.form, {}, TEAM)).toMatchObject({
      notice: expect.stringContaining("Marja Koski"),
    });
  });

  it("opens once when two people start it at the same moment", async () => {
    await journey.says("satu", "Aloita digikypsyys", { in: TEAM });
    const [one, two] = [
      await journey.opensForm("satu", "Aloita kierros", TEAM),
      await journey.opensForm("jari", "Aloita kierros", TEAM),
    ];
    const outcomes = await Promise.all([
      journey.submits("satu", one, {}, TEAM),
      journey.submits("jari", two, {}, TEAM),
    ]);
    expect(outcomes).toContainEqual({ kind: "taken" });
    expect(outcomes).toContainEqual({ kind: "taken", notice: "Digikypsyys on jo käynnissä tässä tiimissä." });
    expect(journey.count(TEAM, "vastannut")).toBe(1);
  });
});
