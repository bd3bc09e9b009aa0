import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { people, teams } from "../../src/people/records.ts";
import { Journey, optionsOf, privately } from "../support/journey.ts";
import { responseOf, roundOf, starts, TEAM } from "../support/maturity-round.ts";
import { onlyAction } from "../support/only-action.ts";
import { DEFAULT_PEOPLE } from "../support/sample-company.ts";

const SATU_ADMIN = {
  ...DEFAULT_PEOPLE,
  satu: { name: "Satu Virtanen", roles: ["admin", "member"], teams: ["koneet"] },
} as const;

describe("closed weeks", () => {
  let journey: Journey;
  const begin = async (startAt: string) => {
    journey = await Journey.begin({ people: SATU_ADMIN, startAt });
  };
  beforeEach(() => begin("2027-04-26T09:00:00+03:00"));
  afterEach(() => journey.end());

  async function heard(person: string, said: string): Promise<string> {
    await journey.says(person, said);
    return journey.last(privately(person)).message.text;
  }

  it("are asked of the admin in May, by day, once a year; a tap answers, and Christmas can be added", async () => {
    await journey.at("2027-05-03T07:00:00+03:00");
    expect(journey.count("satu", "Milloin teillä lomaillaan")).toBe(0);
    for (const when of ["2027-05-03T09:30:00+03:00", "2027-05-04T10:00:00+03:00", "2027-05-28T10:00:00+03:00"])
      await journey.at(when);
    expect(journey.count("satu", "Milloin teillä lomaillaan kesällä 2027?")).toBe(1);
    expect(journey.count("satu", "viikot 28–31 (ma 12.7.–su 8.8.)")).toBe(1);
    expect(journey.count("marja", "Milloin teillä lomaillaan")).toBe(0);
    await journey.taps("satu", "Viikot 28–31");
    expect(journey.sees("satu")).toContain("Lomaviikot 2027: viikot 28–31 (ma 12.7.–su 8.8.).");
    await journey.taps("satu", "Lisää joulu");
    expect(journey.sees("satu")).toContain("ja pe 24.12.–to 6.1.2028.");
    expect(journey.offers("satu", "Lisää joulu")).toBe(false);
    await journey.at("2028-05-02T10:00:00+03:00");
    expect(journey.count("satu", "kesällä 2028?")).toBe(1);
  });

  it("are not asked when they are said already, and wait for an admin who is away", async () => {
    await heard("satu", "lomaviikot 27-30");
    await journey.at("2027-05-04T10:00:00+03:00");
    expect(journey.count("satu", "Milloin teillä lomaillaan")).toBe(0);
    await journey.at("2028-04-28T10:00:00+03:00");
    await heard("satu", "poissa 5.5.2028 asti");
    await journey.at("2028-05-02T10:00:00+03:00");
    expect(journey.count("satu", "Milloin teillä lomaillaan")).toBe(0);
    await journey.at("2028-05-08T10:00:00+03:00");
    expect(journey.count("satu", "Milloin teillä lomaillaan")).toBe(1);
  });

  it("can be said in words, in both languages", async () => {
    for (const [said, told] of [
      ["lomaviikot", "Lomaviikot 2027: viikot 28–31"],
      ["lomaviikot 27–30 ja joulu", "viikot 27–30 (ma 5.7.–su 1.8.) ja pe 24.12.–to 6.1.2028."],
      ["Lomaviikot ovat 28, 29", "viikot 28–29"],
      ["closed weeks 28 to 31", "viikot 28–31"],
      ["lomaviikot 22.12.–6.1.", "ke 22.12.–to 6.1.2028."],
      ["ei lomaviikkoja", "Lomaviikot 2027: ei lomaviikkoja."],
      ["lomaviikot 2028: 26-29", "Lomaviikot 2028: viikot 26–29"],
    ] as const)
      expect(await heard("satu", said), said).toContain(told);
    await journey.store.change(people, "satu", { set: { language: "en" } });
    await journey.at(60_000);
    expect(await heard("satu", "closed weeks")).toContain("Closed weeks 2027: no closed weeks.");
  });

  it("that are over this year are the next one's, with their days; Christmas and single days stand beside the summer", async () => {
    await journey.end();
    await begin("2026-11-23T09:00:00+02:00");
    const both = await heard("satu", "lomaviikot 28–31 ja joulu");
    expect(both).toMatch(/^Lomaviikot 2026: .*ja to 24\.12\.–ke 6\.1\.2027\.\n/u);
    expect(both).toContain("\nLomaviikot 2027: viikot 28–31 (ma 12.7.2027–su 8.8.2027).\n");
    const winter = await heard("satu", "lomaviikot 8 ja 14.5.");
    expect(winter).toMatch(/2027: viikko 8 \(ma 22\.2\.2027.*\), pe 14\.5\.2027 ja viikot 28–31/u);
    expect(await heard("satu", "lomaviikot 5.7.–1.8.")).toMatch(/^Lomaviikot 2027: viikot 27–30 \(ma 5\.7\.2027/u);
    expect(await heard("satu", "lomaviikot")).toContain("24.12.–ke 6.1.2027.");
    expect(await heard("satu", "lomaviikot 2028: 5.7.–1.8.")).toContain("2028: ke 5.7.2028–ti 1.8.2028.");
  });

  it("go over the turn of the year, and stand so in the form", async () => {
    await journey.end();
    await begin("2026-11-23T09:00:00+02:00");
    expect(await heard("satu", "lomaviikot 52–1")).toContain("ja viikot 52–1 (ma 21.12.–su 10.1.2027).");
    await journey.at("2026-12-20T09:00:00+02:00");
    await journey.says("satu", "toimenpide: hinnasto verkkoon, minä, 4.1.2027");
    await journey.at("2027-01-04T09:00:00+02:00");
    expect(journey.count("satu", "Määräpäivä")).toBe(0);
    await journey.at("2027-01-11T09:00:00+02:00");
    expect(journey.sees("satu")).toMatch(/^Viikko 2: yksi toimenpide\nAloita näistä\n/u);
    // Said anew, it is the shorter one.
    await heard("satu", "lomaviikot 51–8");
    expect(await heard("satu", "lomaviikot 52–1")).toContain("ja viikot 52–1 (ma 27.12.–su 9.1.2028).");
    expect(await heard("satu", "lomaviikot 14.7.")).toMatch(
      /2027: viikot 28–31 \(ma 12\.7\.–su 8\.8\.\) ja viikot 52–1/u,
    );
    const form = await journey.opensForm("satu", "Muut viikot");
    await journey.submits("satu", form, { weeks: "28–31, 52–1" });
    expect(journey.sees("satu")).toContain("viikot 28–31 (ma 12.7.–su 8.8.) ja viikot 52–1 (ma 27.12.–su 9.1.2028).");
    const again = await journey.opensForm("satu", "Muut viikot");
    expect(again.fields.map((field) => ("value" in field ? field.value : ""))).toEqual(["2027", "28–31, 52–1", "no"]);
  });

  it("refuse kindly what cannot be", async () => {
    for (const [said, told] of [
      ["lomaviikot 31-28", "Jos tarkoitit viikkoja 28–31, kirjoita ”lomaviikot 28–31”."],
      ["lomaviikot 60-28", "Viikkoa 60–28 ei siinä vuodessa ole."],
      ["lomaviikot 53", "Viikkoa 53 ei siinä vuodessa ole."],
      ["lomaviikot 99", "ei siinä vuodessa ole"],
      ["lomaviikot 28 tai jotain", "Kirjoita viikot tai päivät"],
      ["lomaviikot 31.2.–5.3.", "31.2."],
      ["lomaviikot 1.5.–24.12.", "pitkää lomaa"],
      ["lomaviikot 2040: 28", "vuosille 2027–2029"],
    ] as const)
      expect(await heard("satu", said), said).toContain(told);
    expect(await heard("pekka", "lomaviikot 1-52")).toContain("Tämän tekee ylläpitäjä: Satu Virtanen");
    expect(await heard("pekka", "lomaviikot menivät hyvin")).toContain("En saanut tästä selvää");
    expect(await heard("pekka", "lomaviikot")).toContain("Näin oletan, kunnes joku kertoo muuta.");
    expect(optionsOf(journey.last(privately("pekka")).message)).toEqual([]);
  });

  it("can be changed in a form", async () => {
    await heard("satu", "lomaviikot");
    const form = await journey.opensForm("satu", "Muut viikot");
    expect(await journey.submits("satu", form, { weeks: "60" })).toMatchObject({
      kind: "mistakes",
      mistakes: { weeks: expect.stringContaining("60") },
    });
    await journey.submits("satu", form, { weeks: "26–27", christmas: "yes" });
    expect(journey.sees("satu")).toContain("viikot 26–27");
    expect(journey.sees("satu")).toContain("24.12.–to 6.1.2028");
    const again = await journey.opensForm("satu", "Muut viikot");
    expect(again.fields.map((field) => ("value" in field ? field.value : ""))).toEqual(["2027", "26–27", "yes"]);
  });

  it("move the closing of an open round to the first working day, with its card", async () => {
    await journey.end();
    await begin("2027-06-21T09:00:00+03:00");
    await starts(journey, "satu", { date: "2027-06-30", time: "14:00" });
    expect(journey.sees(TEAM)).toContain("ke 30.6. klo 14");
    await heard("satu", "lomaviikot 26–29");
    expect(journey.sees(TEAM)).toContain("ma 26.7. klo 14");
    const { closesAt, remindAt } = await roundOf(journey);
    expect(new Date(closesAt ?? 0).toISOString()).toBe("2027-07-26T11:00:00.000Z");
    expect(remindAt).toBeGreaterThan(Date.parse("2027-07-26T00:00:00+03:00"));
    await journey.at("2027-07-01T10:00:00+03:00");
    expect((await roundOf(journey)).state).toBe("open");
    await journey.at("2027-07-26T14:01:00+03:00");
    expect((await roundOf(journey)).state).toBe("talking");
  });

  it("stop a reminder and a closing that the clock finds in them", async () => {
    await journey.end();
    await begin("2027-07-08T09:00:00+03:00");
    await starts(journey, "satu", { date: "2027-07-09", time: "14:00" });
    // Said elsewhere meanwhile, so that only the clock can see it.
    await journey.store.change(teams, "koneet", {
      set: { closedWeeks: { ranges: [{ from: "2027-07-09", to: "2027-08-08" }], through: 2027 } },
    });
    journey = await journey.restart();
    await journey.at("2027-07-09T14:01:00+03:00");
    expect((await roundOf(journey)).state).toBe("open");
    expect(journey.sees(TEAM)).toContain("ma 9.8. klo 14");
    await expect(responseOf(journey, "jari")).rejects.toThrow("no response");
  });

  it("never hold a round's closing that its facilitator chose: it moves, and they are told", async () => {
    await journey.end();
    await begin("2027-07-01T09:00:00+03:00");
    const outcome = await starts(journey, "satu", { date: "2027-07-14", time: "12:00" });
    expect(outcome).toMatchObject({
      notice: "Valittu aika osuu lomaviikoille. Kierros sulkeutuu ma 9.8. klo 12.",
    });
    expect(journey.sees(TEAM)).toContain("ma 9.8. klo 12");
  });

  it("can be a team's own, said by its manager in the channel or by who leads its round, and given back", async () => {
    await journey.says("marja", "tiimin lomaviikot 26-27", { in: TEAM, addressed: true });
    expect(journey.sees("marja")).toContain("Lomaviikot 2027, koneet: viikot 26–27");
    expect(await heard("marja", "tiimin lomaviikot")).toContain("viikot 26–27");
    expect(await heard("priya", "team closed weeks 30")).toContain("The team's manager, who leads a round");
    await journey.taps("marja", "Kuten yritys");
    expect(journey.sees("marja")).toContain("Tiimi noudattaa yrityksen lomaviikkoja.");
    expect(await heard("jari", "tiimin lomaviikot 26")).toContain("Kirjoita tämä tiimisi kanavalla");
  });
});

describe("dates and closed weeks", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin({ people: SATU_ADMIN, startAt: "2026-11-23T09:00:00+02:00" });
  });
  afterEach(() => journey.end());

  it("no quarter ends on a closed day", async () => {
    await journey.says("satu", "lomaviikot 28–31 ja joulu");
    await journey.says("satu", "lomaviikot 2026: 21.12.–6.1.");
    await journey.says("satu", "toimenpide: hinnasto verkkoon, Q4/2026");
    expect((await onlyAction(journey)).dueOn).toBe("2026-12-18");
    await journey.taps("satu", "Otan tämän");
    expect((await onlyAction(journey)).dueOn).toBe("2026-12-18");
  });

  it("a quarter that is planned already ends where the closed weeks say, whoever says them, and whenever", async () => {
    await journey.says("satu", "toimenpide: hinnasto verkkoon, minä, Q4/2026");
    expect((await onlyAction(journey)).dueOn).toBe("2026-12-31");
    await journey.says("satu", "lomaviikot 2026: 21.12.–6.1.");
    expect((await onlyAction(journey)).dueOn).toBe("2026-12-18");
    expect(journey.count("satu", "viimeistään pe 18.12.")).toBe(1);
    // Said elsewhere meanwhile: the clock sees it when it looks.
    await journey.store.change(teams, "koneet", { set: { closedWeeks: { ranges: [], through: 2026 } } });
    journey = await journey.restart();
    await journey.at("2026-12-18T09:00:00+02:00");
    expect((await onlyAction(journey)).dueOn).toBe("2026-12-31");
    expect(journey.count("satu", "Määräpäivä")).toBe(0);
    await journey.at("2026-12-31T09:00:00+02:00");
    expect(journey.count("satu", "Määräpäivä")).toBe(1);
  });

  it("a day that somebody types in them is taken, and said to be there", async () => {
    await journey.says("satu", "toimenpide: hinnasto verkkoon, minä");
    const form = await journey.opensForm("satu", "Siirrä");
    expect(await journey.submits("satu", form, { due: "20.7.2027" })).toMatchObject({
      notice: expect.stringContaining("Päivä osuu lomaviikoille"),
    });
    expect((await onlyAction(journey)).dueOn).toBe("2027-07-20");
    expect(await journey.submits("satu", form, { due: "20.8.2027" })).toEqual({ kind: "taken" });
  });
});
