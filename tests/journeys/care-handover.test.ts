import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { deliveries } from "../../src/deliveries/due/delivery.ts";
import { people } from "../../src/people/records.ts";
import { checkLimits } from "../coach/draw/check-message.ts";
import { Journey, privately } from "../support/journey.ts";
import { keepsCustomer, wasContacted } from "../support/kept-customers.ts";
import { COMPANY } from "../support/sample-company.ts";

/** Closed in no week, so that July is like any other month. */
const NEVER_CLOSED = "ei lomaviikkoja";

describe("a holiday with customers to look after", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin({ startAt: "2027-06-21T09:00:00+03:00" });
    await journey.store.change(people, "satu", { set: { roles: ["admin", "member"] } });
    await journey.at(60_000);
    await journey.says("satu", NEVER_CLOSED);
    await journey.at(60_000);
  });
  afterEach(() => journey.end());

  async function customers(): Promise<{ virtanen: string; leipomo: string }> {
    const virtanen = await keepsCustomer(journey, "Virtasen Konepaja", "jari", {
      contactPersons: [{ id: "m", name: "Mika Virtanen", role: "", phone: "040 555 0123", email: "" }],
    });
    const leipomo = await keepsCustomer(journey, "Lahden Leipomo", "jari", { ownPlan: null });
    await keepsCustomer(journey, "Hiljainen Oy", "jari");
    await wasContacted(journey, virtanen, "jari", "2027-06-14", {
      promise: "tarjous huoltosopimuksesta",
      next: { on: "2027-07-12", means: "phone" },
    });
    await wasContacted(journey, leipomo, "jari", "2026-07-15", {
      measures: [
        { id: "m", what: "Uunin huolto", on: "2027-07-08", done: false },
        { id: "n", what: "esite postiin", on: "2027-07-09", done: false },
      ],
    });
    await wasContacted(journey, leipomo, "jari", "2027-06-18");
    return { virtanen, leipomo };
  }

  const cards = (person: string) => journey.count(person, "Sijaistat: Jari Lahtinen");

  it("is said with its days; the substitute gets one card when it begins, at their hour, whatever was restarted", async () => {
    await customers();
    await journey.says("jari", "lomalle 5.7.–1.8., sijainen Pekka");
    expect(journey.sees("jari")).toContain("Olet poissa ma 5.7.–su 1.8., sijaisena Pekka Salo.");
    await journey.at("2027-07-05T06:59:00+03:00");
    expect(cards("pekka")).toBe(0);
    journey = await journey.restart();
    await journey.at("2027-07-05T07:00:00+03:00");
    await journey.at("2027-07-06T12:00:00+03:00");
    expect(cards("pekka")).toBe(1);
    const card = journey.transcript({ kind: "private", person: "pekka" });
    expect(card).toContain("Sijaistat: Jari Lahtinen, ma 5.7.–su 1.8.");
    expect(card).toContain(
      "Virtasen Konepaja, Mika Virtanen, 040 555 0123. Sovittu yhteydenotto ma 12.7. Luvattu ma 14.6.: tarjous huoltosopimuksesta.",
    );
    expect(card).toContain("Lahden Leipomo. Avoinna: Uunin huolto (to 8.7.), esite postiin (pe 9.7.).");
    expect(card).not.toContain("Hiljainen");
  });

  it("is not here yet before its first day: reminders still come to the one who goes", async () => {
    await journey.says("jari", "lomalle 5.7.–1.8., sijainen Pekka");
    await journey.says("jari", "toimenpide: hinnasto, minä, 28.6.", {
      in: { kind: "channel", team: "koneet" },
      addressed: true,
    });
    await journey.at("2027-06-28T07:00:00+03:00");
    expect(journey.count("jari", "Viikko 26: yksi toimenpide")).toBe(1);
    expect(journey.count("pekka", "Viikko 26")).toBe(0);
  });

  it("asks who stands in where nobody was named, and takes one tap; begun already, the card comes at once", async () => {
    await customers();
    await journey.says("jari", "poissa 20.7. asti");
    expect(journey.sees("jari")).toContain("Kuka hoitaa asiakkaitasi");
    await journey.taps("jari", "Pekka Salo");
    expect(journey.sees("jari")).toContain("Sijaisesi on Pekka Salo.");
    await journey.at(60_000);
    expect(cards("pekka")).toBe(1);
  });

  it("asks nobody who has no customers, and writes no card where nobody stands in or nothing is likely", async () => {
    await keepsCustomer(journey, "Hiljainen Oy", "pekka");
    await journey.says("jari", "lomalle 5.7.–10.7.");
    expect(journey.transcript({ kind: "private", person: "jari" })).toMatch(/Olet poissa ma 5\.7\.–la 10\.7\.(?!\.)/u);
    expect(journey.count("jari", "Kuka hoitaa")).toBe(0);
    await journey.says("pekka", "lomalle 5.7.–10.7., sijainen Jari");
    await journey.at("2027-07-05T09:00:00+03:00");
    expect(journey.count("jari", "Sijaistat")).toBe(0);
  });

  it("goes to the substitute who is named last, and nowhere when the holiday is called off", async () => {
    await customers();
    await journey.says("jari", "lomalle 5.7.–1.8., sijainen Pekka");
    await journey.says("jari", "sijainen Satu");
    await journey.at("2027-07-05T09:00:00+03:00");
    expect([cards("pekka"), cards("satu")]).toEqual([0, 1]);
    await journey.says("pekka", "lomalle 12.7.–16.7., sijainen Satu");
    await journey.says("pekka", "palasin");
    await journey.at("2027-07-12T09:00:00+03:00");
    expect(journey.count("satu", "Sijaistat: Pekka")).toBe(0);
  });

  it("waits for the first open day, and is not written where all of it is closed", async () => {
    await customers();
    await journey.says("satu", "lomaviikot 27–28");
    await journey.at(60_000);
    await journey.says("jari", "lomalle 5.7.–1.8., sijainen Pekka");
    await journey.at("2027-07-06T09:00:00+03:00");
    expect(cards("pekka")).toBe(0);
    await journey.at("2027-07-19T07:00:00+03:00");
    expect(cards("pekka")).toBe(1);
    await journey.says("pekka", "lomalle 2.8.–6.8., sijainen Jari");
    const all = await journey.store.find(deliveries, {
      name: "ofState",
      equals: { company: COMPANY, state: ["planned", "sent", "dropped"] },
    });
    expect(all.filter(({ about }) => about.kind === "handover").length).toBe(2);
  });

  it("ends with what others did meanwhile, in the first weekly message, once", async () => {
    const { virtanen, leipomo } = await customers();
    await journey.says("jari", "lomalle 5.7.–1.8., sijainen Pekka");
    await wasContacted(journey, virtanen, "pekka", "2027-07-13", { promise: "huoltoaika elokuulle" });
    await wasContacted(journey, leipomo, "satu", "2027-07-20", { means: "email", notes: "kysyi laskusta" });
    await wasContacted(journey, leipomo, "jari", "2027-07-21");
    await journey.at("2027-08-02T07:00:00+03:00");
    const weekly = journey.sees("jari");
    expect(weekly).toContain("Poissa ollessasi ma 5.7.–su 1.8.");
    expect(weekly).toContain("Virtasen Konepaja: puhelu ti 13.7., Pekka Salo: luvattu ”huoltoaika elokuulle”");
    expect(weekly).toContain("Lahden Leipomo: sähköposti ti 20.7., Satu Virtanen: kysyi laskusta");
    await journey.at("2027-08-09T07:00:00+03:00");
    expect(journey.count("jari", "Poissa ollessasi")).toBe(1);
  });

  it("is planned by the clock where a crash kept it from being planned", async () => {
    await customers();
    const away = { from: "2027-07-05", until: "2027-08-01", substitute: "pekka" };
    await journey.store.change(people, "jari", { set: { away } });
    await journey.at("2027-07-02T12:00:00+03:00");
    expect(cards("pekka")).toBe(0);
    await journey.at("2027-07-05T07:00:00+03:00");
    await journey.at("2027-07-05T12:00:00+03:00");
    expect(cards("pekka")).toBe(1);
  });

  it("keeps to the limits of all channels with the longest words, in English", async () => {
    await journey.store.change(people, "pekka", { set: { language: "en" } });
    await journey.store.change(people, "jari", { set: { language: "en" } });
    const long = "Kaakkois-Suomen Erikoiskonepajojen Yhteenliittymä ja Huoltopalvelut ".repeat(2).trim();
    for (let nth = 0; nth < 7; nth++) {
      const phone = { id: "m", name: long.slice(0, 90), role: "", phone: "+358 40 555 0123 (vaihde)", email: "" };
      const id = await keepsCustomer(journey, `${nth} ${long}`, "jari", { contactPersons: [phone] });
      const open = { id: "m", what: `${long} `.repeat(2).trim(), on: "2027-07-28", done: false };
      await wasContacted(journey, id, "jari", "2027-06-18", { promise: long, measures: [open] });
      await wasContacted(journey, id, "pekka", "2027-07-18", { promise: long });
    }
    await journey.says("jari", "on holiday 5 July – 1 August, substitute Pekka");
    expect(journey.sees("jari")).toContain("You are away Mon 5 Jul–Sun 1 Aug, with Pekka Salo as your substitute.");
    await journey.at("2027-07-05T07:00:00+03:00");
    expect(journey.count("pekka", "You stand in for Jari Lahtinen, Mon 5 Jul–Sun 1 Aug")).toBe(1);
    expect(journey.count("pekka", "These five customers are likeliest to need something:")).toBe(1);
    await journey.at("2027-08-02T07:00:00+03:00");
    expect(journey.sees("jari")).toContain("While you were away Mon 5 Jul–Sun 1 Aug");
    expect(journey.sees("jari")).toContain("Beside these, contacts with 2 other customers of yours.");
    for (const person of ["jari", "pekka"])
      for (const { message } of journey.messages(privately(person))) checkLimits(message);
  });

  it("may end early: what happened until then is told", async () => {
    const { virtanen } = await customers();
    await journey.says("jari", "poissa 1.8. asti, sijainen Pekka");
    await wasContacted(journey, virtanen, "pekka", "2027-06-22", { promise: "huoltoaika" });
    await journey.at("2027-06-24T12:00:00+03:00");
    await journey.says("jari", "palasin");
    await journey.at("2027-06-28T07:00:00+03:00");
    expect(journey.sees("jari")).toContain("Virtasen Konepaja: puhelu ti 22.6., Pekka Salo: luvattu ”huoltoaika”");
  });
});
