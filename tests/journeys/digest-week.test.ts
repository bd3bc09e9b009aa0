import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { memberships, teams } from "../../src/people/records.ts";
import { rounds } from "../../src/rounds/round.ts";
import { Journey, privately } from "../support/journey.ts";
import { finishesRound, ROUND, roundOf, starts } from "../support/maturity-round.ts";
import { COMPANY } from "../support/sample-company.ts";

const MONDAY = "2026-12-07T09:00:00+02:00";

describe("the digest in a manager's weekly message", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin({ startAt: "2026-11-26T12:00:00+02:00" });
    await journey.at(1_000);
  });
  afterEach(() => journey.end());

  async function stuck(what: string): Promise<void> {
    await journey.says("satu", `toimenpide: ${what}, minä`);
    const form = await journey.opensForm("satu", "Jumissa");
    await journey.submits("satu", form, { why: "odottaa kuvia" });
  }

  it("says in its first line what got done, then at most three things, each with its buttons, the rest one tap away", async () => {
    for (const what of ["yksi", "kaksi", "kolme", "neljä"]) await stuck(what);
    await journey.at("2026-12-03T12:00:00+02:00");
    await journey.says("jari", "toimenpide: viisi, minä");
    await journey.taps("jari", "koneet");
    await journey.taps("jari", "Valmis");
    await journey.at(MONDAY);
    const seen = journey.sees("marja");
    expect(seen.split("\n")[0]).toBe("Viikko 50: kolme asiaa tarvitsee sinua. Valmistui yksi toimenpide");
    expect(seen.match(/on jumissa to 26\.11\. alkaen \(odottaa kuvia\)/gu)).toHaveLength(3);
    expect(seen).toContain("koska luet tiimin koostetta.");
    expect(journey.count("marja", "Viikko 50")).toBe(1);
    await journey.taps("marja", "Koko kooste (4)");
    expect(journey.sees("marja")).toContain("Esihenkilön kooste");
    expect(journey.sees("marja").match(/odottaa kuvia/gu)).toHaveLength(4);
  });

  it("tells of what others marked as stuck when seven days have gone by since its owner was told", async () => {
    await journey.says("jari", "muistuta tiistaisin klo 9");
    await journey.says("jari", "toimenpide: hinnasto verkkoon, minä");
    await journey.taps("jari", "koneet");
    await journey.at("2026-11-30T08:00:00+02:00");
    await journey.says("satu", "jumissa: hinnasto verkkoon, odottaa kuvia");
    await journey.at("2026-12-01T09:03:00+02:00");
    expect(journey.sees("jari")).toContain("jumissa");
    const digest = async () => {
      await journey.says("marja", "kooste");
      return journey.sees("marja");
    };
    await journey.at("2026-12-07T09:04:00+02:00");
    expect(await digest()).not.toContain("hinnasto verkkoon");
    await journey.at("2026-12-08T07:00:00+02:00");
    expect(await digest()).toContain("hinnasto verkkoon on jumissa");
  });

  it("is answered in place: what was let go says so where it stood", async () => {
    await stuck("hinnasto verkkoon");
    await journey.at(MONDAY);
    const { id } = journey.last(privately("marja"));
    const form = await journey.opensForm("marja", "Pudota");
    await journey.submits("marja", form, { why: "ei tänä vuonna" });
    expect(journey.last(privately("marja")).id).toBe(id);
    expect(journey.sees("marja")).toContain("hinnasto verkkoon: pudotettu ma 7.12.: ei tänä vuonna.");
    expect(journey.count("satu", "Marja Koski pudotti")).toBe(1);
    await journey.taps("marja", "Avaa uudelleen");
    expect(journey.sees("marja")).not.toContain("pudotettu");
  });

  it("keeps a round that was let be in its place, settled, and does not mention it the week after", async () => {
    await starts(journey);
    await journey.at("2026-12-02T09:00:00+02:00");
    await journey.at(MONDAY);
    expect(journey.sees("marja")).toContain("sulkeutui ilman vastauksia.");
    await journey.taps("marja", "Jätetään");
    expect(journey.sees("marja")).not.toContain("sulkeutui ilman vastauksia.");
    await journey.at("2026-12-14T09:00:00+02:00");
    expect(journey.count("marja", "Viikko 51")).toBe(0);
  });

  it("is not sent in an empty week unless its reader wants a line", async () => {
    await journey.at(MONDAY);
    expect(journey.count("marja", "Viikko 50")).toBe(0);
    await journey.says("marja", "kooste");
    await journey.taps("marja", "Kerro tyhjätkin viikot");
    await journey.at("2026-12-14T09:00:00+02:00");
    expect(journey.count("marja", "Viikko 51")).toBe(1);
    expect(journey.sees("marja")).toContain("Tiimeissäsi ei ole nyt mitään, mikä odottaisi sinua");
    expect(journey.count("pekka", "Viikko 51")).toBe(0);
  });

  it("rests while its team is closed, whatever its reader's other team does", async () => {
    await stuck("hinnasto verkkoon");
    const closedWeeks = { ranges: [{ from: "2026-12-07", to: "2026-12-13" }], through: 2026 };
    await journey.store.change(teams, "koneet", { set: { closedWeeks } });
    await journey.store.change(teams, "myynti", { set: { digestReaders: ["marja"] } });
    await journey.store.insert(memberships, { _id: "myynti/marja", company: COMPANY, team: "myynti", person: "marja" });
    await journey.at(MONDAY);
    expect(journey.count("marja", "hinnasto verkkoon")).toBe(0);
    await journey.at("2026-12-14T09:00:00+02:00");
    expect(journey.count("marja", "hinnasto verkkoon")).toBe(1);
  });

  it("waits with what stands still until a week of open days has gone by, and tells nothing as late in the first week back", async () => {
    const closedWeeks = { ranges: [{ from: "2026-12-07", to: "2026-12-27" }], through: 2026 };
    await journey.store.change(teams, "koneet", { set: { closedWeeks } });
    await journey.says("satu", "toimenpide: uusi esite, minä, 27.11.");
    await journey.at("2026-12-03T12:00:00+02:00");
    await stuck("hinnasto verkkoon");
    await journey.at("2026-12-28T09:00:00+02:00");
    expect(journey.count("marja", "Viikko 53")).toBe(0);
    await journey.at("2027-01-04T09:00:00+02:00");
    expect(journey.sees("marja")).toContain("hinnasto verkkoon on jumissa");
    expect(journey.sees("marja")).toContain("uusi esite oli määrä saada valmiiksi");
  });

  /** Two rounds, so that there is a way from one to the other. */
  async function hasTwoRounds(): Promise<void> {
    await finishesRound(journey);
    const first = await roundOf(journey);
    await journey.store.insert(rounds, {
      ...first,
      _id: "koneet:digital-maturity:2",
      number: 2,
      outbox: {},
      messages: {},
    });
    expect(first._id).toBe(ROUND);
  }
  const trends = () =>
    journey.messages(privately("marja")).filter(({ message }) => message.text.includes("Digikypsyys kierroksittain"));

  it("asks the facilitator a week after a closing what is lifted", async () => {
    await finishesRound(journey);
    const { plan: _, ...round } = await roundOf(journey);
    await journey.store.change(rounds, ROUND, { set: { state: "talking", plan: null } });
    expect(round.state).toBe("agreed");
    await journey.says("marja", "kooste");
    expect(journey.sees("marja")).toContain("Mikään ei odota");
    await journey.taps("satu", "Otan tämän");
    await journey.at("2026-12-04T12:00:00+02:00");
    await journey.says("marja", "kooste");
    expect(journey.sees("marja")).toMatch(/Digikypsyys, 1\. kierros sulkeutui to 26\.11, mutta nostettavaa/u);
    await journey.taps("marja", "Kysy: Satu");
    expect(journey.count("satu", "Marja Koski kysyy: valitaanko, mitä nostetaan?")).toBe(1);
    expect(journey.sees("marja")).toContain("Kysyin tästä pe 4.12.");
  });

  it("shows once a month the team's own way over its rounds", async () => {
    await hasTwoRounds();
    await journey.at(MONDAY);
    expect(trends()).toHaveLength(1);
    const [trend] = trends();
    expect(trend?.message.text).toContain("Asiakastieto: 2, 2");
    for (const day of ["14", "21"]) await journey.at(`2026-12-${day}T09:00:00+02:00`);
    expect(trends()).toHaveLength(1);
  });

  it("shows it in the month's first message, also to who gets one only every second week", async () => {
    await hasTwoRounds();
    await journey.says("marja", "muistuta joka toinen viikko");
    await journey.at("2026-11-30T09:00:00+02:00");
    expect(trends()).toHaveLength(1);
    for (const day of ["07", "14"]) await journey.at(`2026-12-${day}T09:00:00+02:00`);
    expect(trends()).toHaveLength(2);
    await journey.at("2026-12-16T12:00:00+02:00");
    await journey.taps("marja", "Joka viikko");
    expect(trends()).toHaveLength(2);
  });
});
