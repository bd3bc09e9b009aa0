import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { companies } from "../../src/people/records.ts";
import { Journey } from "../support/journey.ts";
import { COMPANY } from "../support/sample-company.ts";

describe("what waits, in the weekly message", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin({ startAt: "2026-12-11T12:00:00+02:00" });
    await journey.at(1_000);
    const closedWeeks = { ranges: [{ from: "2026-12-21", to: "2026-12-27" }], through: 2027 };
    await journey.store.change(companies, COMPANY, { set: { closedWeeks } });
    await journey.says("satu", "toimenpide: hinnasto verkkoon, minä, 15.12.");
    await journey.at("2026-12-14T09:00:00+02:00");
  });
  afterEach(() => journey.end());

  const previewed = async (person = "satu") => {
    await journey.says(person, "viikkoviesti");
    return journey.sees(person);
  };

  it("comes back in the first open week, and says so, also on Home", async () => {
    await journey.taps("satu", "Ensi viikolla");
    expect(journey.sees("satu")).toMatch(
      /^Viikko 51: ma 28\.12\. asti odottaa yksi toimenpide\n.*\nhinnasto verkkoon palaan tähän ma 28\.12\.\n/u,
    );
    expect(await previewed()).toMatch(
      /^Yksi toimenpide odottaa ma 28\.12\. asti, mistään muusta en nyt muistuttaisi\. .*\nOdottaa: hinnasto verkkoon\n/u,
    );
    await journey.says("satu", "koti");
    expect(journey.sees("satu")).toMatch(/hinnasto verkkoon .*palaan tähän ma 28\.12\./u);
    await journey.at("2026-12-28T09:00:00+02:00");
    expect(journey.sees("satu")).toMatch(
      /^Viikko 53: yksi toimenpide\nAloita näistä\nhinnasto verkkoon ti 15\.12\.\n/u,
    );
  });

  it("is told to wait its turn by another: its owner hears it, and hears of it again in the week in which it is due", async () => {
    await journey.says("satu", "siirrä: hinnasto verkkoon, 30.12.");
    await journey.says("pekka", "odottaa: hinnasto verkkoon");
    expect(journey.count("satu", "Pekka Salo siirsi toimenpiteen ”hinnasto verkkoon” odottamaan vuoroaan.")).toBe(1);
    expect(journey.sees("satu")).toContain("[Otetaan työn alle]");
    expect(await previewed()).toMatch(/^Yksi toimenpide odottaa ma 28\.12\. asti/u);
    await journey.at("2026-12-28T09:00:00+02:00");
    expect(journey.sees("satu")).toMatch(
      /^Viikko 53: yksi toimenpide\nAloita näistä\nhinnasto verkkoon ke 30\.12\. · odottaa vuoroaan\n\[Otetaan työn alle\] \[Valmis\] \[Ensi viikolla\]/u,
    );
    await journey.at("2026-12-30T09:00:00+02:00");
    expect(journey.count("satu", "Määräpäivä ke 30.12.: hinnasto verkkoon")).toBe(1);
    await journey.at("2027-01-04T09:00:00+02:00");
    await journey.at("2027-01-11T09:00:00+02:00");
    await journey.says("marja", "kooste");
    expect(journey.sees("marja")).toContain(
      "hinnasto verkkoon oli määrä saada valmiiksi ke 30.12.2026, mutta odottaa vuoroaan.",
    );
  });

  it("is not put off any more once it was moved", async () => {
    await journey.taps("satu", "Ensi viikolla");
    await journey.says("satu", "siirrä: hinnasto verkkoon, 18.12.");
    expect(journey.sees("satu")).not.toContain("palaan tähän");
    await journey.at("2026-12-18T09:00:00+02:00");
    expect(journey.count("satu", "Määräpäivä pe 18.12.: hinnasto verkkoon")).toBe(1);
  });

  it("is told in a closed week, and that it is one; nothing is open only where nothing is", async () => {
    await journey.at("2026-12-22T12:00:00+02:00");
    expect(await previewed()).toMatch(
      /^Nyt on lomaviikko, joten viikkoviestiä ei lähde\. Seuraava voi tulla ma 28\.12\. klo 9\.\nOdottaa: hinnasto verkkoon\n/u,
    );
    await journey.says("priya", "weekly message");
    expect(journey.sees("priya")).toMatch(/^This is a closed week, so no weekly message is sent\. /u);
    await journey.at("2026-12-28T12:00:00+02:00");
    await journey.says("satu", "valmis: hinnasto verkkoon");
    expect(await previewed()).toMatch(/^Mitään ei ole nyt avoinna/u);
  });
});
