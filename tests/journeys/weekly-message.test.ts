import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LIMITS } from "../../src/message/limits.ts";
import { Journey, privately } from "../support/journey.ts";
import { actionsNamed } from "../support/weekly.ts";

/** Monday of week 49, the hour of the weekly message by default. */
const MONDAY = "2026-11-30T09:00:00+02:00";
const NEXT_MONDAY = "2026-12-07T09:00:00+02:00";

describe("the weekly message", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin({ startAt: "2026-11-26T12:00:00+02:00" });
    await journey.at(1_000);
  });
  afterEach(() => journey.end());

  async function notes(person: string, ...lines: readonly string[]): Promise<void> {
    for (const line of lines) await journey.says(person, `toimenpide: ${line}`);
  }
  const weekly = (person: string, words = "Viikko ") =>
    journey.messages(privately(person)).filter(({ message }) => message.text.startsWith(words));

  it("comes on Monday at nine with what is late, due this week and later; its first line says what it is about", async () => {
    await notes("satu", "hinnasto verkkoon, minä, 3.12.", "kuvat kuntoon, minä, 27.11.", "uusi esite, minä, Q1/2027");
    await journey.at("2026-11-30T08:59:00+02:00");
    expect(weekly("satu")).toEqual([]);
    await journey.at(MONDAY);
    await journey.at(60_000);
    expect(weekly("satu")).toHaveLength(1);
    const { message } = journey.last(privately("satu"));
    expect(message.text.split("\n").filter((line) => !line.startsWith("["))).toEqual([
      "Viikko 49: kaksi toimenpidettä, myöhemmin yksi toimenpide",
      "Myöhässä",
      "kuvat kuntoon pe 27.11.",
      "Tällä viikolla",
      "hinnasto verkkoon to 3.12.",
      "Myöhemmin",
      "uusi esite Q1/2027, viimeistään ke 31.3.2027",
      "Tulee maanantaisin klo 9, koska sinulla on avoimia toimenpiteitä.",
    ]);
    expect(journey.sees("satu")).toMatch(
      /\[Valmis\] \[Menossa\] \[Jumissa\] \[Ensi viikolla\].*\[Siirrä\] \[Luovuta\] \[Ei minun\]/u,
    );
    expect(journey.sees("satu")).toMatch(/\[Muuta aikaa\] \[Lopeta\]$/u);
  });

  it("is not sent to those who have nothing open", async () => {
    await notes("satu", "hinnasto verkkoon, minä, 3.12.");
    await journey.taps("satu", "Valmis");
    await journey.at(MONDAY);
    expect(weekly("satu")).toEqual([]);
    expect(weekly("marja")).toEqual([]);
  });

  it("speaks English to who speaks English, at nine by their own clock", async () => {
    await journey.says("priya", "action: price list online, me, 3 Dec");
    await journey.at(MONDAY);
    expect(weekly("priya", "Week ")).toEqual([]);
    await journey.at("2026-11-30T09:00:00+00:00");
    expect(journey.sees("priya")).toMatch(/^Week 49: one action\nThis week\nprice list online Thu 3 Dec\n/u);
    expect(journey.sees("priya")).toContain("Comes on Mondays at 9:00 because you have open actions.");
    await journey.taps("priya", "Done");
    expect(journey.sees("priya")).toMatch(/price list online done/u);
  });

  it("is answered in place, line by line, and what is done stays visible as done", async () => {
    await notes("satu", "hinnasto verkkoon, minä, 1.12.", "kuvat kuntoon, minä, 2.12.", "esite, minä, 3.12.");
    await journey.at(MONDAY);
    const before = journey.messages(privately("satu")).length;
    await journey.taps("satu", "Valmis");
    expect(journey.sees("satu")).toMatch(
      /Viikko 49: kaksi toimenpidettä\nTällä viikolla\nhinnasto verkkoon valmis ma 30\.11\.\n\[Avaa uudelleen\]/u,
    );
    await journey.taps("satu", "Menossa");
    expect(journey.sees("satu")).toContain("kuvat kuntoon ke 2.12. · menossa");
    const why = await journey.opensForm("satu", "Jumissa");
    await journey.submits("satu", why, { why: "Kuvaaja on sairas." });
    expect(journey.sees("satu")).toContain("kuvat kuntoon ke 2.12. · jumissa ma 30.11. alkaen: Kuvaaja on sairas");
    expect(journey.messages(privately("satu"))).toHaveLength(before);
  });

  it("puts a line off until next week without touching the plan", async () => {
    await notes("satu", "hinnasto verkkoon, minä, 3.12.");
    await journey.at(MONDAY);
    expect(await journey.taps("satu", "Ensi viikolla")).toEqual({ kind: "taken" });
    expect(journey.sees("satu")).toContain("hinnasto verkkoon palaan tähän ma 7.12.");
    expect(await actionsNamed(journey, "hinnasto verkkoon")).toMatchObject([{ dueOn: "2026-12-03" }]);
    await journey.at("2026-12-03T09:00:00+02:00");
    expect(journey.count("satu", "Määräpäivä")).toBe(0);
    await journey.at(NEXT_MONDAY);
    expect(journey.sees("satu")).toMatch(/Viikko 50: yksi toimenpide\nMyöhässä\nhinnasto verkkoon to 3\.12\./u);
  });

  it("says of what is stuck that it was put off, where it is put off", async () => {
    await notes("satu", "hinnasto verkkoon, minä, 3.12.");
    await journey.at(MONDAY);
    const why = await journey.opensForm("satu", "Jumissa");
    await journey.submits("satu", why, { why: "Kuvaaja on sairas." });
    await journey.taps("satu", "Ensi viikolla");
    expect(journey.sees("satu")).toContain("hinnasto verkkoon palaan tähän ma 7.12. · jumissa");
    await journey.taps("satu", "Muistuta taas");
    expect(journey.sees("satu")).toContain("hinnasto verkkoon to 3.12. · jumissa ma 30.11. alkaen: Kuvaaja on sairas");
  });

  it("moves a line to another day, and lets go of one that is not theirs", async () => {
    await notes("satu", "hinnasto verkkoon, minä, 3.12.");
    await journey.at(MONDAY);
    const form = await journey.opensForm("satu", "Siirrä");
    await journey.submits("satu", form, { due: "18.12." });
    expect(journey.sees("satu")).toContain("hinnasto verkkoon siirretty, pe 18.12.");
    await journey.taps("satu", "Ei minun");
    expect(journey.sees("satu")).toMatch(/hinnasto verkkoon ei enää sinulla\n\[Otan tämän\]/u);
    await journey.at(NEXT_MONDAY);
    expect(weekly("satu")).toHaveLength(1);
  });

  it("shows five lines and the rest page by page in the same message", async () => {
    await notes("satu", ...Array.from({ length: 12 }, (_, nth) => `asia ${nth + 1}, minä, ${nth + 1}.12.`));
    await journey.at(MONDAY);
    const before = journey.messages(privately("satu")).length;
    expect(journey.sees("satu")).toContain("asia 5 ");
    expect(journey.sees("satu")).not.toContain("asia 6 ");
    await journey.taps("satu", "Näytä kaikki (12)");
    expect(journey.sees("satu")).toMatch(/asia 6 .*asia 10 .*6–10\/12/su);
    await journey.taps("satu", "Valmis");
    expect(journey.sees("satu")).toMatch(/asia 6 valmis .*asia 10 .*6–10\/12/su);
    await journey.taps("satu", "Näytä lisää");
    expect(journey.sees("satu")).toMatch(/asia 11 .*asia 12 .*11–12\/12/su);
    await journey.taps("satu", "Edelliset");
    expect(journey.sees("satu")).toContain("asia 6 valmis");
    expect(journey.messages(privately("satu"))).toHaveLength(before);
    expect(journey.last(privately("satu")).message.text.length).toBeLessThan(LIMITS.wholeMessage);
  });

  it("of last week stays harmless: its buttons show how things stand", async () => {
    await notes("satu", "hinnasto verkkoon, minä, 15.12.");
    await journey.at(MONDAY);
    await journey.at(NEXT_MONDAY);
    expect(weekly("satu")).toHaveLength(2);
    const [old] = weekly("satu");
    await journey.taps("satu", "Valmis");
    if (!old) throw new Error("no message of last week");
    const { option } = journey.find(privately("satu"), "Muuta aikaa");
    expect(option).toBeDefined();
    await journey.receive({
      ...journey.base("satu", privately("satu")),
      kind: "tapped",
      action: JSON.stringify({
        kind: "plan-tap",
        deed: "going",
        action: (await actionsNamed(journey, "hinnasto", false))[0]?._id,
        in: "week",
      }),
      message: old.id,
    });
    await journey.receive({
      ...journey.base("satu", privately("satu")),
      kind: "tapped",
      action: JSON.stringify({ kind: "week-page", page: 0 }),
      message: old.id,
    });
    expect(old.message.text).toMatch(/^Viikko 49: .*\n.*\nhinnasto verkkoon valmis/u);
  });

  it("is shown before its time to whoever asks for it, and comes all the same", async () => {
    await notes("satu", "hinnasto verkkoon, minä, 27.11.", "uusi esite, minä, Q1/2027");
    await journey.says("satu", "viikkoviesti");
    const mark = "Esikatselu: tämän viikkoviestisi kertoisi nyt. Seuraava tulee ma 30.11. klo 9.\n";
    expect(journey.sees("satu")).toContain(
      `${mark}Viikko 48: yksi toimenpide, myöhemmin yksi toimenpide\nTällä viikolla\nhinnasto verkkoon pe 27.11.`,
    );
    expect(journey.sees("satu")).toMatch(/\[Muuta aikaa\] \[Lopeta\]$/u);
    await journey.taps("satu", "Valmis");
    expect(journey.sees("satu")).toMatch(/^Esikatselu: .*\nViikko 48.*\nTällä viikolla\nhinnasto verkkoon valmis/u);
    await journey.at(MONDAY);
    expect(weekly("satu")).toHaveLength(1);
    expect(journey.sees("satu")).toContain("Viikko 49: yksi toimenpide myöhemmin");
    await journey.says("satu", "viikkoviesti");
    expect(journey.sees("satu")).toContain("Seuraava tulee ma 7.12. klo 9.");
  });

  it("is shown also to who has stopped it, page by page, with the way to have it again", async () => {
    await notes("satu", ...Array.from({ length: 7 }, (_, nth) => `asia ${nth + 1}, minä, ${nth + 1}.12.`));
    await journey.says("satu", "lopeta viikkoviestit");
    await journey.says("satu", "viikkoviesti");
    expect(journey.sees("satu")).toMatch(
      /^Esikatselu: .* En lähetä enää viikkoviestiä\..*\[Muuta aikaa\] \[Jatka muistutuksia\]$/su,
    );
    await journey.taps("satu", "Näytä kaikki (7)");
    expect(journey.sees("satu")).toMatch(/^Esikatselu: .*asia 6 .*6–7\/7/su);
    await journey.taps("satu", "Jatka muistutuksia");
    expect(journey.sees("satu")).toMatch(/^Esikatselu: .* Seuraava tulee ma 30\.11\. klo 9\.\n.*\[Lopeta\]$/su);
  });

  it("says to whoever asks for it that nothing is open, when it may come, and how its time is changed", async () => {
    const asked = async (person: string, words = "viikkoviesti") => {
      await journey.says(person, words);
      return journey.sees(person);
    };
    expect(await asked("satu")).toMatch(
      /^Mitään ei ole nyt avoinna, .* Seuraava voi tulla ma 30\.11\. klo 9\.\nAika vaihtuu .*\[Muuta aikaa\] \[Lopeta\]$/su,
    );
    expect(await asked("priya", "Weekly message")).toContain("The next one may come on Mon 30 Nov at 9:00.");
    await journey.says("satu", "poissa 9.12. asti");
    expect(await asked("satu")).toContain("Seuraava voi tulla ma 14.12. klo 9.");
    await journey.says("satu", "hiljaa");
    expect(await asked("satu")).toMatch(/En lähetä viikkoviestiä enkä muistutuksia\..*\[Jatka muistutuksia\]$/su);
    await notes("jari", "messut, minä, 15.12.").then(() => journey.taps("jari", "koneet"));
    await journey.at(MONDAY);
    await journey.says("jari", "muistuta joka toinen viikko");
    expect(await asked("jari")).toContain("Seuraava tulee ma 14.12. klo 7.");
  });

  it("comes at the hour that was asked for, from the next unsent week on", async () => {
    await notes("satu", "hinnasto verkkoon, minä, 15.1.2027");
    await journey.says("satu", "muistuta keskiviikkoisin klo 14");
    await journey.at(MONDAY);
    expect(weekly("satu")).toEqual([]);
    await journey.at("2026-12-02T14:00:00+02:00");
    expect(weekly("satu")).toHaveLength(1);
    expect(journey.sees("satu")).toContain("Tulee keskiviikkoisin klo 14");
    const form = await journey.opensForm("satu", "Muuta aikaa");
    await journey.submits("satu", form, { weekday: "5", hour: "10" });
    await journey.at("2026-12-04T10:00:00+02:00");
    expect(weekly("satu")).toHaveLength(1);
    await journey.at("2026-12-11T10:00:00+02:00");
    expect(weekly("satu")).toHaveLength(2);
  });

  it("loses no week to a change of its time: this week's comes at the old one, and the answer says when the next does", async () => {
    await notes("satu", "hinnasto verkkoon, minä, 15.1.2027");
    await journey.says("satu", "muistuta tiistaisin klo 8");
    expect(journey.sees("satu")).toContain("Seuraavan vuoro on ti 1.12. klo 8.");
    await journey.at("2026-12-01T08:00:00+02:00");
    await journey.at("2026-12-07T09:26:00+02:00");
    await journey.says("satu", "muistuta maanantaisin klo 9");
    expect(journey.sees("satu")).toContain("maanantaisin klo 9");
    expect(journey.sees("satu")).toContain("Seuraavan vuoro on ti 8.12. klo 8.");
    await journey.at("2026-12-08T08:00:00+02:00");
    expect(weekly("satu", "Viikko 50")).toHaveLength(1);
    await journey.says("satu", "muistuta keskiviikkoisin klo 9");
    expect(journey.sees("satu")).toContain("Seuraavan vuoro on ke 16.12. klo 9.");
    await journey.at("2026-12-09T09:00:00+02:00");
    await journey.at("2026-12-16T09:00:00+02:00");
    expect(weekly("satu")).toHaveLength(3);
  });
});
