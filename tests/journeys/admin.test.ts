import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { unsettledDeliveries } from "../../src/deliveries/unsettled.ts";
import { accounts, companies, installations, type Person, people, teams } from "../../src/people/records.ts";
import { Homes } from "../support/home-channel.ts";
import { Journey, optionsOf, privately } from "../support/journey.ts";
import { starts } from "../support/maturity-round.ts";
import { COMPANY, DEFAULT_PEOPLE } from "../support/sample-company.ts";

const PEOPLE = {
  ...DEFAULT_PEOPLE,
  satu: { name: "Satu Virtanen", roles: ["admin", "member"], teams: ["koneet"] },
} as const;

describe("the admin", () => {
  let journey: Journey;
  let homes: Homes;
  beforeEach(async () => {
    homes = new Homes();
    journey = await Journey.begin({ people: PEOPLE, channel: homes.before });
  });
  afterEach(() => journey.end());

  async function heard(person: string, said: string): Promise<string> {
    await journey.says(person, said);
    return journey.sees(person);
  }
  async function rolesOf(person: string): Promise<Person["roles"]> {
    return (await journey.store.get(people, person))?.roles ?? [];
  }

  it("sees what the company goes by; others are told kindly whose business it is", async () => {
    for (const said of ["ylläpito", "roolit", "Admin", "defaults"]) {
      const seen = await heard("satu", said);
      expect(seen, said).toContain("Esihenkilöt: Marja Koski");
      expect(seen).toContain("Oletukset: suomi, viikkoviesti maanantaisin klo 9, Europe/Helsinki");
    }
    expect(await heard("pekka", "ylläpito")).toContain("Tämän tekee ylläpitäjä: Satu Virtanen");
    expect(await heard("priya", "admin")).toContain("Satu Virtanen");
  });

  it("gives and takes roles by the form and by words, and at once", async () => {
    await heard("satu", "roolit");
    const form = await journey.opensForm("satu", "Muuta rooleja");
    await journey.submits("satu", form, { managers: ["marja", "pekka"], salespeople: ["jari"] });
    expect(await rolesOf("pekka")).toEqual(["member", "manager"]);
    expect(await rolesOf("jari")).toEqual(["member", "salesperson"]);
    expect(await heard("satu", "rooli pekka: myyjä")).toContain("Pekka Salo on nyt myyjä.");
    expect(await heard("satu", "rooli pekka: myyjä")).toContain("Pekka Salo on jo myyjä.");
    expect(await heard("satu", "poista rooli pekka: esihenkilö")).toContain("Pekka Salo ei ole enää esihenkilö.");
    expect(await rolesOf("pekka")).toEqual(["member", "salesperson"]);
    expect(await heard("satu", "role ulla: manager")).toContain("Ulla Uusi on nyt esihenkilö.");
    expect(await heard("satu", "rooli kummitus: myyjä")).toContain("En löydä");
    expect(await heard("jari", "rooli jari: ylläpitäjä")).toContain("Tämän tekee ylläpitäjä");
  });

  it("cannot step down as the last one", async () => {
    await heard("satu", "roolit");
    const form = await journey.opensForm("satu", "Muuta rooleja");
    expect(await journey.submits("satu", form, { admins: [] })).toMatchObject({
      mistakes: { admins: expect.stringContaining("Ainakin yhden ylläpitäjän") },
    });
    expect(await heard("satu", "poista rooli satu: ylläpitäjä")).toContain("Ainakin yhden ylläpitäjän");
    await heard("satu", "rooli marja: ylläpitäjä");
    expect(await heard("satu", "poista rooli satu: ylläpitäjä")).toContain("ei ole enää ylläpitäjä");
    expect(await journey.submits("satu", form, { admins: ["satu"] })).toMatchObject({
      notice: expect.stringContaining("Tämän tekee ylläpitäjä: Marja Koski"),
    });
  });

  it("takes the roles that somebody has by a word, but never the last admin's", async () => {
    await heard("satu", "rooli marja: myyjä");
    expect(await heard("satu", "rooli Marja: jäsen")).toContain("Marja Koski on nyt jäsen ilman muita rooleja.");
    expect(await rolesOf("marja")).toEqual(["member"]);
    expect(await heard("satu", "poista rooli Marja")).toContain("Marja Koski on jo jäsen ilman muita rooleja.");
    expect(await heard("satu", "poista rooli Pekalta")).toContain("Pekka Salo on nyt jäsen ilman muita rooleja.");
    expect(await heard("satu", "poista rooli Satu")).toContain("Ainakin yhden ylläpitäjän");
    expect(await heard("satu", "remove role Kyllikki")).toContain("kyllikki");
  });

  it("leaves the company an admin when two take the role from each other at once", async () => {
    await heard("satu", "rooli marja: ylläpitäjä");
    const base = (person: string, text: string) => {
      const at = journey.base(person, privately(person));
      return { ...at, kind: "said", text, message: `m-${at.eventId}`, addressed: false } as const;
    };
    await Promise.all([
      journey.luotsi.receiver.receive(base("satu", "poista rooli marja: ylläpitäjä")),
      journey.secondProcess().receiver.receive(base("marja", "poista rooli satu: ylläpitäjä")),
    ]);
    const left = await Promise.all(["satu", "marja"].map(rolesOf));
    expect(left.flat()).toContain("admin");
  });

  it("sets the company's defaults: whoever has not chosen gets the weekly message then", async () => {
    await heard("marja", "muistuta torstaisin klo 10");
    await heard("satu", "oletukset");
    const form = await journey.opensForm("satu", "Muuta oletuksia");
    expect(await journey.submits("satu", form, { zone: "kuu" })).toMatchObject({ kind: "mistakes" });
    await journey.submits("satu", form, { weekday: "3", hour: "8", zone: "Tukholma", language: "en" });
    expect(await journey.store.get(companies, COMPANY)).toMatchObject({
      weekly: { weekday: 3, hour: 8 },
      timeZone: "Europe/Stockholm",
      language: "en",
    });
    expect(await heard("satu", "asetukset")).toContain("keskiviikkoisin klo 8");
    expect(await heard("pekka", "asetukset")).toContain("keskiviikkoisin klo 7");
    expect(await heard("marja", "asetukset")).toContain("torstaisin klo 10");
  });

  it("sees what may not have arrived and who blocked Luotsi", async () => {
    expect(await heard("satu", "lähetykset")).toContain("Kaikki on mennyt perille.");
    const one = {
      company: COMPANY,
      delivery: "d",
      record: "r",
      place: "private",
      class: "reminder",
      at: journey.now,
    } as const;
    for (let nth = 0; nth < 12; nth++)
      await journey.store.insert(unsettledDeliveries, { ...one, _id: `d${nth}`, outcome: "dropped" });
    await journey.store.insert(unsettledDeliveries, { ...one, _id: "found", outcome: "found" });
    await journey.store.change(accounts, "web/firma/jari", { set: { blockedAt: journey.now + 5_000 } });
    await journey.at(60_000);
    expect(await heard("satu", "ylläpito")).toContain("Lähetykset: 13 lähetystä katsottavana");
    await journey.taps("satu", "Katso lähetykset (13)");
    expect(journey.sees("satu")).toContain("Jari Lahtinen on estänyt minut.");
    await journey.taps("satu", "Seuraavat");
    expect(journey.sees("satu")).toContain("11–13/13");
  });

  it("sees from which channel and platform Luotsi was removed", async () => {
    const team = await journey.store.get(teams, "koneet");
    const channels = (team?.channels ?? []).map((one) => ({ ...one, removedAt: journey.now }));
    await journey.store.change(teams, "koneet", { set: { channels } });
    const gone = { _id: "teams/x", company: COMPANY, platform: "teams", tenant: "x", removedAt: journey.now } as const;
    await journey.store.insert(installations, gone);
    await journey.at(60_000);
    const sendings = await heard("satu", "lähetykset");
    expect(sendings).toContain("Minut on poistettu tiimin koneet kanavalta.");
    expect(sendings).toContain("Microsoft Teams: minut on poistettu.");
  });

  it("has a part of their own on Home", async () => {
    const opens = (person: string) =>
      journey.receive({ ...journey.base(person, privately(person)), kind: "opened", home: true });
    await opens("satu");
    await opens("marja");
    expect(homes.of("satu").text).toContain("Ylläpito");
    expect(optionsOf(homes.of("satu")).map(({ label }) => label)).toContain("Muuta rooleja");
    expect(homes.of("marja").text).not.toContain("Ylläpito");
  });

  it("and nobody who lost the role meanwhile, sees what was planned for an admin", async () => {
    await heard("satu", "rooli marja: ylläpitäjä");
    await heard("satu", "ylläpito");
    await journey.store.change(people, "satu", { set: { roles: ["member"] } });
    expect(await journey.taps("satu", "Muuta rooleja")).toMatchObject({
      notice: expect.stringContaining("Tämän tekee ylläpitäjä"),
    });
  });
});

describe("a team's settings", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin({ people: PEOPLE });
  });
  afterEach(() => journey.end());

  it("are seen by every member, and changed by manager, admin and who leads a round", async () => {
    await journey.says("priya", "team settings");
    expect(journey.sees("priya")).toContain("Readers of the digest: Marja Koski");
    expect(await journey.taps("priya", "Change")).toMatchObject({ notice: expect.stringContaining("manager") });
    await starts(journey, "priya");
    await journey.says("priya", "team settings");
    expect(await journey.taps("priya", "Change")).toMatchObject({ kind: "form" });
    await journey.says("jari", "tiimin asetukset");
    await journey.taps("jari", "koneet");
    expect(journey.sees("jari")).toContain("Tiimin asetukset · koneet");
  });

  it("name the digest's readers, by a manager or an admin only", async () => {
    await journey.says("marja", "tiimin asetukset");
    const form = await journey.opensForm("marja", "Muuta");
    await journey.submits("marja", form, { readers: ["uusi", "stranger"] });
    expect((await journey.store.get(teams, "koneet"))?.digestReaders).toEqual(["uusi"]);
    await journey.says("marja", "tiimin asetukset");
    expect(journey.sees("marja")).toContain("Koosteen lukijat: Marja Koski ja Ulla Uusi");
    await starts(journey, "pekka");
    await journey.submits("pekka", form, { readers: ["pekka"] });
    expect((await journey.store.get(teams, "koneet"))?.digestReaders).toEqual(["uusi"]);
    expect(await journey.submits("jari", form, { readers: ["jari"] })).toMatchObject({ kind: "taken" });
    expect((await journey.store.get(teams, "koneet"))?.digestReaders).toEqual(["uusi"]);
  });

  it("say in which of a team's channels the summary comes, while no round is under way", async () => {
    const both = [
      { installation: "web/firma", channel: "koneet" },
      { installation: "slack/T1", channel: "C1" },
    ];
    await journey.store.change(teams, "koneet", { set: { channels: both } });
    await journey.says("marja", "tiimin asetukset");
    const form = await journey.opensForm("marja", "Muuta");
    await journey.submits("marja", form, { channel: "1" });
    expect((await journey.store.get(teams, "koneet"))?.channels[0]).toEqual(both[1]);
  });
});
