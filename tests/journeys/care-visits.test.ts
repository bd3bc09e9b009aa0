import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { contactsOf } from "../../src/customers/find-customers.ts";
import { people } from "../../src/people/records.ts";
import { Homes } from "../support/home-channel.ts";
import { Journey, privately } from "../support/journey.ts";
import { customerOf, keepsCustomer, wasContacted } from "../support/kept-customers.ts";
import { starts } from "../support/maturity-round.ts";
import { COMPANY } from "../support/sample-company.ts";

describe("before the door of a customer", () => {
  let journey: Journey;
  let virtanen: string;
  let homes: Homes;
  beforeEach(async () => {
    homes = new Homes();
    journey = await Journey.begin({ startAt: "2027-02-03T08:00:00+02:00", channel: homes.before });
    virtanen = await keepsCustomer(journey, "Virtasen Konepaja", "jari", {
      lifecycle: "upkeep",
      will: { importance: "necessary", will: "doubted", on: "2027-01-11" },
      segment: "Konepajat",
    });
    await wasContacted(journey, virtanen, "jari", "2027-01-12", {
      promise: "tarjous huoltosopimuksesta",
      measures: [{ id: "m", what: "Näytteet hitsauksesta", on: "2027-02-10", done: false }],
    });
  });
  afterEach(() => journey.end());

  const real = async () =>
    (await contactsOf(journey.store, { company: COMPANY, customer: virtanen })).filter(({ on }) => on !== null);
  const asked = (person: string) => journey.count(person, "Miten meni?");

  it("stands what was promised, what is open, the phase and the will, and one question to ask", async () => {
    await journey.says("jari", "menossa Virtaselle");
    expect(journey.sees("jari")).toBe(
      [
        "Virtasen Konepaja",
        "Luvattu ti 12.1.: tarjous huoltosopimuksesta",
        "Avoinna: Näytteet hitsauksesta (ke 10.2.)",
        "Vaihe: Asiakkuutta ylläpidetään, parempaa toivova",
        "Kysy: Mikä perusasia meidän pitäisi saada kuntoon ennen kaikkea muuta?",
        "[Asiakkaan tiedot]",
        "[Asiakkaan tiedot]",
      ].join("\n"),
    );
  });

  it("reads the same in English", async () => {
    await journey.store.change(people, "jari", { set: { language: "en" } });
    await journey.at(60_000);
    await journey.says("jari", "on my way to Virtanen");
    expect(journey.sees("jari")).toContain("Promised Tue 12 Jan: tarjous huoltosopimuksesta");
    expect(journey.sees("jari")).toContain("Ask: Which of the basics should we get right before anything else?");
  });

  it("asks which of two, and goes on kindly where nobody is called so", async () => {
    await keepsCustomer(journey, "Kuljetus Virtanen", "jari", { town: "Hollola" });
    await journey.says("jari", "matkalla virtaselle");
    expect(journey.sees("jari")).toMatch(/^Kumpi\?\n/u);
    await journey.taps("jari", "Kuljetus Virtanen, Hollola");
    expect(journey.sees("jari")).toContain("Kuljetus Virtanen, Hollola\nViimeksi: ei kirjattuja yhteydenottoja");
    await journey.says("jari", "menossa Mattilan Leipomolle");
    expect(journey.sees("jari")).toContain("En löydä asiakkaista nimeä ”Mattilan Leipomolle”");
    expect(journey.offers("jari", "Lisää asiakas")).toBe(true);
    await journey.says("jari", "menossa");
    expect(journey.sees("jari")).toContain("menossa Virtaselle");
  });

  it("takes words for an answer while a question waits, unless they name a customer", async () => {
    await starts(journey, "satu");
    await journey.taps("jari", "Vastaa", { kind: "channel", team: "koneet" });
    await journey.says("jari", "menossa parempaan suuntaan");
    expect(journey.count("jari", "En löydä asiakkaista")).toBe(0);
    await journey.says("jari", "menossa virtaselle");
    expect(journey.sees("jari")).toContain("Virtasen Konepaja");
  });

  it("is followed two hours later, once, by the question how it went, whatever was restarted in between", async () => {
    await journey.says("jari", "menossa Virtaselle");
    await journey.says("jari", "menossa virtasen konepajalle");
    await journey.at(119 * 60_000);
    expect(asked("jari")).toBe(0);
    journey = await journey.restart();
    await journey.at(2 * 60_000);
    await journey.at(60 * 60_000);
    expect(asked("jari")).toBe(1);
    expect(journey.sees("jari")).toMatch(
      /^Miten meni\? Virtasen Konepaja\n.*\nKysyn kerran.*\n\[Sovimme jatkosta\] \[Kirjaa käynti\] \[En tavannut\]$/su,
    );
  });

  it("is asked about two hours after the time at which it begins, where that was said", async () => {
    await keepsCustomer(journey, "Kuljetus Virtanen", "jari", { town: "Hollola" });
    await journey.says("jari", "menossa virtaselle klo 13");
    await journey.taps("jari", "Kuljetus Virtanen, Hollola");
    expect(journey.sees("jari")).toMatch(/^Kuljetus Virtanen, Hollola, klo 13\n/u);
    await journey.says("jari", "menossa klo 13.30 virtasen konepajalle");
    expect(journey.sees("jari")).toMatch(/^Virtasen Konepaja.*, klo 13\.30\n/u);
    await journey.at("2027-02-03T14:59:00+02:00");
    expect(asked("jari")).toBe(0);
    await journey.at("2027-02-03T15:01:00+02:00");
    expect(asked("jari")).toBe(1);
    expect(journey.sees("jari")).toContain("Miten meni? Kuljetus Virtanen");
    await journey.at("2027-02-03T15:31:00+02:00");
    expect(journey.sees("jari")).toContain("Miten meni? Virtasen Konepaja");
  });

  it("is asked about after the hour that was said last", async () => {
    await journey.says("jari", "menossa virtaselle klo 13");
    await journey.says("jari", "menossa virtaselle klo 15");
    await journey.at("2027-02-03T16:59:00+02:00");
    expect(asked("jari")).toBe(0);
    await journey.at("2027-02-03T17:01:00+02:00");
    expect(asked("jari")).toBe(1);
  });

  it("is known to one's own page as soon as it is logged", async () => {
    await journey.receive({ ...journey.base("jari", privately("jari")), kind: "opened", home: true });
    await journey.says("jari", "menossa Virtaselle");
    await journey.at(121 * 60_000);
    const drawn = homes.timesOf("jari");
    await journey.taps("jari", "Kirjaa käynti");
    expect(homes.timesOf("jari")).toBe(drawn + 1);
  });

  it("is logged by one tap, once, and the contact clock starts at the day of the visit", async () => {
    await journey.says("jari", "menossa Virtaselle");
    await journey.at(121 * 60_000);
    await journey.taps("jari", "Kirjaa käynti");
    expect((await customerOf(journey, virtanen)).clock.last).toMatchObject({ on: "2027-02-03", means: "visit" });
    expect(journey.sees("jari")).toMatch(/^Kirjattu: Virtasen Konepaja, käynti tänään.*\[Korjaa\] \[Kumoa\]/su);
    const [contact] = await real();
    expect(contact).toMatchObject({ state: "made", means: "visit", person: "jari", on: "2027-02-03" });
    await journey.receive({
      ...journey.base("jari", { kind: "private", person: "jari" }),
      kind: "tapped",
      action: JSON.stringify({ kind: "visit-went", customer: virtanen, day: "2027-02-03", met: false }),
      message: "m",
    });
    expect((await real()).length).toBe(2);
  });

  it("is logged with what was agreed and when one is in touch again", async () => {
    await journey.says("jari", "menossa Virtaselle");
    await journey.at(121 * 60_000);
    const form = await journey.opensForm("jari", "Sovimme jatkosta");
    expect(await journey.submits("jari", form, { agreed: " " })).toMatchObject({ kind: "mistakes" });
    expect(await journey.submits("jari", form, { agreed: "x", next: "1.1.2027" })).toMatchObject({ kind: "mistakes" });
    await journey.submits("jari", form, { agreed: "näytteet mukaan", next: "2027-02-09" });
    const customer = await customerOf(journey, virtanen);
    expect(customer.clock.planned?.on).toBe("2027-02-09");
    expect(customer.dueOn).toBe("2027-02-09");
    expect(journey.sees("jari")).toContain("Seuraava yhteydenotto ti 9.2.");
  });

  it("leaves the clock where it was when nobody was met", async () => {
    await journey.says("jari", "menossa Virtaselle");
    await journey.at(121 * 60_000);
    await journey.taps("jari", "En tavannut");
    expect((await customerOf(journey, virtanen)).clock.last?.on).toBe("2027-01-12");
    const [tried] = await real();
    expect(tried).toMatchObject({ state: "tried", means: "visit" });
  });

  it("asks nothing when the visit is logged already, nor of who wants quiet or went away meanwhile", async () => {
    await journey.says("jari", "menossa Virtaselle");
    await wasContacted(journey, virtanen, "jari", "2027-02-03", { means: "visit" });
    await journey.says("pekka", "menossa virtaselle");
    await journey.says("pekka", "hiljaa");
    await journey.says("satu", "menossa virtaselle");
    await journey.says("satu", "poissa 10.2. asti");
    await journey.at(125 * 60_000);
    expect([asked("jari"), asked("pekka"), asked("satu")]).toEqual([0, 0, 0]);
  });
});
