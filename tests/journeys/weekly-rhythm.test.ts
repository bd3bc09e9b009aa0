import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { deliveries } from "../../src/deliveries/due/delivery.ts";
import { companies, people, teams } from "../../src/people/records.ts";
import { Journey, privately } from "../support/journey.ts";
import { COMPANY } from "../support/sample-company.ts";

const DAY_MS = 24 * 3_600_000;

describe("how often the weekly message comes", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin({ startAt: "2026-11-26T12:00:00+02:00" });
    await journey.at(1_000);
    await journey.says("satu", "toimenpide: uusi esite, minä, Q2/2027");
  });
  afterEach(() => journey.end());

  /** Lets the clock tick every day at nine until that day, the last one included. */
  async function daysUntil(date: string): Promise<void> {
    const end = Date.parse(`${date}T09:00:30+02:00`);
    journey.now = Date.parse(`${new Date(journey.now + DAY_MS).toISOString().slice(0, 10)}T09:00:30+02:00`) - DAY_MS;
    while (journey.now < end) await journey.at(DAY_MS);
  }
  const texts = (person = "satu") =>
    journey
      .messages(privately(person))
      .map(({ message }) => message.text.split("\n")[0] ?? "")
      .filter((line) => /^(?:Viikko |Jatketaanko|Week |Shall)/u.test(line));
  const weeks = () => texts().map((line) => line.split(/[:,]/u)[0]);

  it("asks the third time, after two in a row that were left untouched, and then waits for an answer", async () => {
    await daysUntil("2026-12-22");
    expect(weeks()).toEqual(["Viikko 49", "Viikko 50", "Jatketaanko"]);
    expect(journey.sees("satu")).toMatch(
      /^Jatketaanko, harvennetaanko vai lopetetaanko\?\n.*\n.*\n\[Kuten ennen\] \[Joka toinen viikko\] \[Lopeta\]$/u,
    );
    await journey.taps("satu", "Kuten ennen");
    expect(weeks()).toEqual(["Viikko 49", "Viikko 50", "Viikko 52"]);
    await daysUntil("2026-12-29");
    expect(weeks().at(-1)).toBe("Viikko 53");
  });

  it("goes on as before when the person does anything at all in between", async () => {
    await daysUntil("2026-12-08");
    await journey.says("satu", "missä mennään");
    await daysUntil("2026-12-15");
    expect(weeks()).toEqual(["Viikko 49", "Viikko 50", "Viikko 51"]);
    await journey.taps("satu", "Ensi viikolla");
    await daysUntil("2026-12-22");
    expect(weeks().at(-1)).toBe("Viikko 52");
  });

  it("asks in English in the same way, and a word after the question brings the list back", async () => {
    await journey.says("priya", "action: new brochure, me, Q2/2027");
    await daysUntil("2026-12-22");
    expect(texts("priya").at(-1)).toBe("Shall we go on, thin out or stop?");
    await journey.says("priya", "my actions");
    await daysUntil("2026-12-29");
    expect(texts("priya").at(-1)).toMatch(/^Week 53/u);
  });

  it("thins out to every second week, and back", async () => {
    await daysUntil("2026-12-15");
    await journey.taps("satu", "Joka toinen viikko");
    expect(journey.sees("satu")).toContain("Tulee joka toinen viikko, maanantaisin klo 9");
    await daysUntil("2027-01-13");
    expect(weeks()).toEqual(["Viikko 49", "Viikko 50", "Viikko 51", "Viikko 53", "Viikko 2"]);
    await journey.taps("satu", "Joka viikko");
    expect(journey.sees("satu")).toContain("Tulee maanantaisin klo 9");
    await daysUntil("2027-01-19");
    expect(weeks().at(-1)).toBe("Viikko 3");
  });

  it("stays thinned out after quiet or a stop, and when the question is answered by going on", async () => {
    const thinned = "Viikkoviesti tulee joka toinen viikko, maanantaisin klo 9";
    await journey.says("satu", "muistuta joka toinen viikko");
    for (const words of ["hiljaa", "lopeta muistutukset", "lopeta viikkoviestit"]) {
      await journey.says("satu", words);
      await journey.says("satu", "jatka muistutuksia");
      expect(journey.sees("satu"), words).toContain(thinned);
    }
    await journey.says("satu", "lopeta muistutukset");
    await journey.says("satu", "muistuta maanantaisin");
    expect(journey.sees("satu")).toContain(thinned);
    await daysUntil("2026-12-29");
    expect(texts().at(-1)).toBe("Jatketaanko vai lopetetaanko?");
    expect(journey.sees("satu")).toMatch(/\[Kuten ennen\] \[Lopeta\]$/u);
    await journey.taps("satu", "Kuten ennen");
    expect(journey.sees("satu")).toContain("Tulee joka toinen viikko");
    await journey.taps("satu", "Lopeta");
    await journey.taps("satu", "Jatka muistutuksia");
    expect(journey.sees("satu")).toContain("Tulee joka toinen viikko");
    await journey.says("satu", "muistuta joka viikko");
    expect(journey.sees("satu")).toContain("Viikkoviesti tulee maanantaisin klo 9");
    await journey.says("satu", "lopeta muistutukset");
    await journey.says("satu", "jatka muistutuksia");
    expect(journey.sees("satu")).toContain("Viikkoviesti tulee maanantaisin klo 9");
  });

  it("tells in a week without a list what is due on that very day", async () => {
    await journey.says("satu", "muistuta joka toinen viikko");
    expect(journey.sees("satu")).toContain("Viikkoviesti tulee joka toinen viikko, maanantaisin klo 9");
    await journey.says("satu", "toimenpide: hinnasto verkkoon, minä, 7.12.");
    await daysUntil("2026-12-08");
    expect(weeks()).toEqual(["Viikko 49"]);
    expect(journey.sees("satu")).toMatch(/^Määräpäivä ma 7\.12\.: hinnasto verkkoon\n/u);
  });

  it("stops at one tap, says in one sentence how it comes back, and comes back by that word", async () => {
    await daysUntil("2026-12-01");
    const before = journey.messages(privately("satu")).length;
    await journey.taps("satu", "Lopeta");
    expect(journey.sees("satu")).toBe(
      "En lähetä enää viikkoviestiä. Saat sen takaisin, kun kirjoitat ”jatka muistutuksia”.\n[Jatka muistutuksia]\n[Jatka muistutuksia]",
    );
    await journey.says("satu", "toimenpide: hinnasto verkkoon, minä, 9.12.");
    await daysUntil("2026-12-16");
    expect(journey.messages(privately("satu"))).toHaveLength(before + 1);
    await journey.says("satu", "asetukset");
    expect(journey.sees("satu")).toContain("En lähetä enää viikkoviestiä.");
    await journey.taps("satu", "Jatka muistutuksia");
    expect(journey.sees("satu")).toMatch(/^Asetukset\n.*Viikkoviesti tulee maanantaisin klo 9/u);
    expect(journey.offers("satu", "Jatka muistutuksia")).toBe(false);
    await journey.says("satu", "lopeta muistutukset");
    await journey.says("satu", "jatka muistutuksia");
    expect(journey.sees("satu")).toContain("Viikkoviesti tulee maanantaisin klo 9");
    await journey.says("satu", "lopeta muistutukset");
    await journey.says("satu", "koti");
    await journey.taps("satu", "Jatka muistutuksia");
    expect(journey.sees("satu")).toMatch(/^Oma sivusi\n/u);
    expect((await journey.store.get(people, "satu"))?.weeklyPace).toBeUndefined();
    await daysUntil("2026-12-22");
    expect(weeks().at(-1)).toBe("Viikko 52");
  });

  it("is chosen in the settings too", async () => {
    await journey.says("satu", "asetukset");
    const form = await journey.opensForm("satu", "Muuta asetuksia");
    expect(await journey.submits("satu", form, { quiet: "stopped" })).toMatchObject({
      notice: expect.stringContaining("En lähetä enää viikkoviestiä."),
    });
    await daysUntil("2026-12-01");
    expect(texts()).toEqual([]);
    await journey.says("satu", "muistuta taas");
    await daysUntil("2026-12-08");
    expect(weeks()).toEqual(["Viikko 50"]);
  });

  it("is nothing in closed weeks; two weeks before, what comes due in them is told; the first week back begins with three things", async () => {
    const closedWeeks = { ranges: [{ from: "2026-12-21", to: "2027-01-06" }], through: 2027 };
    await journey.store.change(companies, COMPANY, { set: { closedWeeks } });
    for (const line of ["a, minä, 22.12.", "b, minä, 28.12.", "c, minä, 4.1.2027", "d, minä, 5.1.2027"])
      await journey.says("satu", `toimenpide: ${line}`);
    await daysUntil("2026-12-08");
    expect(journey.sees("satu")).toMatch(/\nLomaviikoilla ma 21\.12\.–ke 6\.1\.2027\na ti 22\.12\..*b ma 28\.12\./su);
    await journey.taps("satu", "Menossa");
    await daysUntil("2027-01-06");
    expect(weeks()).toEqual(["Viikko 49", "Viikko 50", "Viikko 51"]);
    await daysUntil("2027-01-08");
    const back = journey.sees("satu");
    expect(back).not.toContain("Myöhässä");
    expect(back).toMatch(
      /^Viikko 1: neljä toimenpidettä, myöhemmin yksi toimenpide\nAloita näistä\na .*\nb .*\nc .*Näytä kaikki/su,
    );
    expect(back).not.toMatch(/\nd /u);
  });

  it("is sent once after some hours of downtime, and folded into the next after a day", async () => {
    await journey.at("2026-11-30T20:00:00+02:00");
    expect(weeks()).toEqual(["Viikko 49"]);
    await journey.taps("satu", "Ensi viikolla");
    await journey.at("2026-12-09T12:00:00+02:00");
    expect(weeks()).toEqual(["Viikko 49"]);
    await journey.at("2026-12-14T09:00:00+02:00");
    expect(weeks()).toEqual(["Viikko 49", "Viikko 51"]);
    const all = await journey.store.find(deliveries, { name: "ofState", equals: { company: COMPANY, state: "sent" } });
    expect(new Set(all.map(({ _id }) => _id)).size).toBe(all.length);
  });

  it("leaves a team's own closed weeks to that team", async () => {
    await journey.says("jari", "toimenpide: messut, minä, 4.12.", {
      in: { kind: "channel", team: "myynti" },
      addressed: true,
    });
    await journey.store.change(teams, "koneet", {
      set: { closedWeeks: { ranges: [{ from: "2026-11-30", to: "2026-12-06" }], through: 2027 } },
    });
    await daysUntil("2026-12-01");
    expect(texts()).toEqual([]);
    expect(texts("jari")).toEqual(["Viikko 49: yksi toimenpide"]);
  });

  it("lets the actions of a closed team rest in the message of who has another one, and shows none of them as late after it", async () => {
    const add = (team: string, text: string) =>
      journey.says("jari", `toimenpide: ${text}`, { in: { kind: "channel", team }, addressed: true });
    await add("myynti", "messut, minä, 18.12.");
    await add("koneet", "hinnasto, minä, 9.12.");
    await journey.store.change(teams, "koneet", {
      set: { closedWeeks: { ranges: [{ from: "2026-12-07", to: "2026-12-13" }], through: 2026 } },
    });
    await daysUntil("2026-12-01");
    expect(journey.sees("jari")).toMatch(/\nLomaviikoilla ma 7\.12\.–su 13\.12\.\nhinnasto /u);
    await daysUntil("2026-12-08");
    expect(journey.sees("jari")).toMatch(/^Viikko 50/u);
    expect(journey.sees("jari")).not.toContain("hinnasto");
    await journey.taps("jari", "Ensi viikolla");
    await daysUntil("2026-12-15");
    expect(journey.sees("jari")).toMatch(/^Viikko 51: kaksi toimenpidettä\nTällä viikolla\nhinnasto .*\nmessut /su);
  });
});
