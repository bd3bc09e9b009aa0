import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { agrees, begins } from "../support/agreeing.ts";
import { agreesOn, answersAlone, beginsAlone } from "../support/customer-flows.ts";
import { Journey, thread } from "../support/journey.ts";
import { finishesRound, responseOf, TEAM } from "../support/maturity-round.ts";

const CRITERIA = ["1, 2, 3", "1; 2; Ei\n3; 3; Kyllä", "4", "3", "2"];
const CLASSES = "koneet:classification:1";
const ACTIONS = "koneet:development-actions:1";
const YEAR = "koneet:year-plan:1";

describe("a question with options in a thread", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin();
  });
  afterEach(() => journey.end());

  it("lists all that can be chosen with its numbers, also where nothing is recorded yet that one could go back to", async () => {
    await begins(journey, "classification");
    const place = thread("koneet", CLASSES);
    for (const listed of ["1: Nykyinen myynti", "7: Oma kriteerinne", "esimerkiksi 1, 2. Jokainen saa ehdottaa."])
      expect(journey.sees(place)).toContain(listed);
    await journey.says("jari", "edellinen", { in: place });
    expect(journey.sees(place)).toContain("Tässä kierroksessa ei ole vielä kirjattu mitään");
    await journey.says("jari", "1, 3", { in: place });
    expect(journey.messages(place)[0]?.message.text).toContain("7: Oma kriteerinne");
  });

  it("lists the options of a table's columns as this team numbers them, and what was left without a row", async () => {
    await agreesOn(journey, "classification", CRITERIA.slice(0, 1));
    const place = thread("koneet", CLASSES);
    expect(journey.sees(place)).toContain("Kriteeri: 1 Nykyinen myynti · 2 Kasvun mahdollisuus · 3 Kannattavuus");
    await journey.says("jari", "1; 2; Ei\n3; 3; Kyllä", { in: place });
    await journey.taps("satu", "Rivit valmiit", place);
    expect(journey.sees(place)).toContain("Ilman riviä: Kasvun mahdollisuus.");
  });

  it("takes one row of two that people fill in for the same at the same moment, and says so to the other", async () => {
    await agreesOn(journey, "classification", CRITERIA.slice(0, 1));
    const place = thread("koneet", CLASSES);
    const form = await journey.opensForm("jari", "Uusi rivi", place);
    const rows = ["jari", "pekka"].map((who, nth) =>
      journey.submits(who, form, { criterion: ["growth"], weight: String(nth + 1), influenced: ["no"] }, place),
    );
    expect(JSON.stringify(await Promise.all(rows))).toContain("Kasvun mahdollisuus on jo toisella rivillä.");
    const proposals = Object.values((await responseOf(journey, null, CLASSES)).proposals.weights ?? {});
    expect(proposals.flatMap(({ value }) => (value.kind === "table" ? value.rows : []))).toHaveLength(1);
  });

  it("is offered without what is done already, by the team or for oneself", async () => {
    const first = "Hyvä tehdä ensin: Asiakkuuksien arvosalkku.";
    await beginsAlone(journey, "jari", "arvosalkku");
    await answersAlone(journey, "jari", ["sanoin", "Koulukeittiö; Ei; Pieni; Suuri", "ohita"]);
    await journey.says("satu", "aloita luokittelu", { in: TEAM });
    expect(journey.sees(TEAM)).toContain(first);
    await journey.says("jari", "aloita luokittelu", { in: TEAM });
    expect(journey.sees(TEAM)).not.toContain("Hyvä tehdä ensin");
    await agreesOn(journey, "value-portfolio", ["sanoin", "Koulukeittiö; Ei; Pieni; Suuri", "ohita"]);
    await journey.says("satu", "aloita luokittelu", { in: TEAM });
    expect(journey.sees(TEAM)).not.toContain("Hyvä tehdä ensin");
  });

  it("is skipped by whoever says that it is done before anything stands there, where it may be skipped", async () => {
    const answers = ["sanoin", "Koulukeittiö; Ei; Pieni; Suuri"];
    await beginsAlone(journey, "jari", "arvosalkku");
    await journey.says("jari", "sanoin");
    await journey.says("jari", "valmis");
    expect(journey.sees("jari")).toContain("Lisää ainakin yksi rivi.");
    await answersAlone(journey, "jari", [...answers.slice(1), "valmis"]);
    expect(journey.sees("jari")).toContain("Ennen tallennusta: Asiakkuuksien arvosalkku");
    await agreesOn(journey, "value-portfolio", answers);
    const place = thread("koneet", "koneet:value-portfolio:1");
    if (journey.offers(place, "Jatketaan nyt")) await journey.taps("satu", "Jatketaan nyt", place);
    for (const said of ["jatka", "valmis"]) {
      expect(journey.transcript(place)).not.toContain("Ehdolla: Ohitettu");
      await journey.says("satu", said, { in: place });
    }
    expect(journey.transcript(place)).toContain("Ehdolla: Ohitettu");
  });

  it("offers the days that a time may mean, each to tap as a proposal", async () => {
    await agreesOn(journey, "classification", CRITERIA);
    const place = thread("koneet", CLASSES);
    await journey.says("jari", "ensi kuussa", { in: place });
    expect(journey.sees(place)).not.toContain("Valitse");
    await journey.taps("jari", "to 31.12.2026", place);
    expect(Object.values((await responseOf(journey, null, CLASSES)).proposals["look-again"] ?? {})).toMatchObject([
      { value: { kind: "date", date: "2026-12-31" }, by: "jari" },
    ]);
  });

  describe("of the year's actions", () => {
    const place = thread("koneet", ACTIONS);
    beforeEach(async () => {
      await finishesRound(journey);
      await begins(journey, "kehittämistoimet");
    });

    it("is gone on with when what builds on them is wanted first", async () => {
      await journey.says("satu", "aloita vuosisuunnitelma", { in: TEAM });
      expect(journey.sees(TEAM)).toContain("Tiimissä koneet se on jo auki, ja siihen vastataan yhdessä.");
      expect(journey.offers(TEAM, "Aloita: Kehittämistoimet")).toBe(false);
      await journey.taps("satu", "Avaa vetäjän kortti", TEAM);
      expect(journey.sees("satu")).toContain("Vetäjän kortti · Kehittämistoimet");
    });

    it("is taken by the facilitator's own tap, unless somebody has proposed another", async () => {
      expect(journey.sees(place)).toContain("1, Lähtötaso · 2, Suunnattu · 3, Määritetty");
      await agrees(journey, "development-actions", "Numerot yhteen rekisteriin; 1; 3");
      await journey.taps("satu", "Ei, nämä riittävät", place);
      expect(journey.sees(place)).toContain("Onko jollain muuta?");
      await journey.taps("satu", "Palataan ehdotuksiin", place);
      await journey.taps("jari", "On, kirjataan ne", place);
      await journey.taps("satu", "Ei, nämä riittävät", place);
      expect(journey.offers(place, "Otetaan: Ei, nämä riittävät")).toBe(true);
      await journey.taps("jari", "Ei, nämä riittävät", place);
      expect(journey.sees(place)).not.toContain("Onko jollain muuta?");
      for (const label of ["Ei, nämä riittävät", "Ei muuta, kirjataan"]) await journey.taps("satu", label, place);
      expect(journey.sees(TEAM)).toContain("Numerot yhteen rekisteriin");
      expect(journey.transcript(TEAM)).not.toContain("Muut osa-alueet");
    });

    it("says before it is recorded that a level is reached already, and which actions the year plan leaves out", async () => {
      await agrees(
        journey,
        "development-actions",
        "Numerot yhteen rekisteriin; 1; 2\nRekisterille omistaja; 1; 3",
        () =>
          expect(journey.sees(place)).toContain(
            "Asiakastieto: olette tasolla 2 jo nyt, ja rivillä on taso 2. Jos se on tarkoitus, kirjatkaa se.",
          ),
      );
      for (const label of ["Ei, nämä riittävät", "Ei muuta, kirjataan"]) await journey.taps("satu", label, place);
      await begins(journey, "vuosisuunnitelma");
      const left = "Ilman vuosineljännestä: Rekisterille omistaja.";
      await agrees(journey, "year-plan", "1; Q1/2027; Jari", () =>
        expect(journey.sees(thread("koneet", YEAR))).toContain(left),
      );
      expect(journey.transcript(TEAM)).toContain(left);
    });
  });
});
