import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { memberships, teams } from "../../src/people/records.ts";
import { channel, Journey, privately, thread } from "../support/journey.ts";
import { onlyAction } from "../support/only-action.ts";

const TEAM = channel("koneet");

describe("actions, when things change around them", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin();
  });
  afterEach(() => journey.end());

  it("an owner who left has it no more: the card asks who takes it, and their private card is left alone", async () => {
    await journey.says("satu", "toimenpide: siivotaan varasto, Marja, 15.12.");
    await journey.taps("marja", "Otan tämän");
    await journey.store.remove(memberships, "koneet/marja");
    journey.now += 60_000;
    await journey.says("satu", "toimenpiteet");
    expect(journey.sees("satu")).toContain("kukaan ei ole ottanut");
    await journey.says("satu", "vapaat toimenpiteet");
    expect(journey.sees("satu")).toContain("siivotaan varasto kukaan ei ole ottanut · ti 15.12.");
    await journey.taps("satu", "1");
    expect(journey.sees("satu")).toContain("Tekijä on lähtenyt tiimistä. Kuka ottaa tämän?");
    expect(await journey.taps("marja", "Valmis")).toMatchObject({
      notice: expect.stringContaining("toisen tiimin asia"),
    });
    const form = await journey.opensForm("satu", "Luovuta");
    await journey.submits("satu", form, { to: "jari" });
    expect(Object.keys((await onlyAction(journey)).owners)).toEqual(["jari"]);
    expect(journey.sees("marja")).toContain("Tekijä: Marja Koski");
    await journey.taps("jari", "Otan tämän");
    expect(journey.sees("satu")).toContain("Tekijä: Jari Lahtinen");
  });

  it("a day that is written into closed weeks is kept, and said to be there, in words, by tap and after an edit", async () => {
    const closedWeeks = { ranges: [{ from: "2026-12-21", to: "2027-01-06" }], through: 2027 };
    await journey.store.change(teams, "koneet", { set: { closedWeeks } });
    journey.now += 60_000;
    const inside = "Päivä osuu lomaviikoille, mutta pidän sen, koska valitsit sen itse.";
    await journey.says("satu", "toimenpide: siivotaan varasto, minä, ti 5.1.");
    expect(journey.sees("satu")).toContain(inside);
    const { origin } = await onlyAction(journey);
    const message = origin.kind === "message" ? origin.message : "";
    const edits = (text: string) =>
      journey.receive({ ...journey.base("satu", privately("satu")), kind: "edited", message, text });
    await edits("toimenpide: siivotaan varasto, minä, 15.12.");
    expect(journey.sees("satu")).not.toContain(inside);
    await edits("toimenpide: siivotaan varasto, minä, 22.12.");
    expect(journey.sees("satu")).toContain(inside);
    await edits("toimenpide: siivotaan varasto, minä, viikolla 52");
    const card = journey.find(privately("satu"), "ma 21.12.");
    const tap = { ...journey.base("satu", privately("satu")), kind: "tapped", message: card.seen.id } as const;
    expect(await journey.receive({ ...tap, action: card.option.action })).toEqual({ kind: "taken", notice: inside });
    await journey.says("satu", "siirrä: siivotaan varasto, 23.12.");
    expect(journey.sees("satu")).toContain(inside);
    const form = await journey.opensForm("satu", "Siirrä");
    expect(await journey.submits("satu", form, { due: "5.1." })).toEqual({ kind: "taken", notice: inside });
  });

  it("in a round's thread it is no answer of the round", async () => {
    await journey.says("satu", "toimenpide: siivotaan varasto, Jari", { in: thread("koneet", "koneet:next-level:1") });
    expect(journey.sees(thread("koneet", "koneet:next-level:1"))).toContain("Kirjattu toimenpiteeksi.");
    await journey.taps("jari", "Otan tämän");
    expect(journey.sees(thread("koneet", "koneet:next-level:1"))).toContain("Tekijä: Jari Lahtinen");
    await journey.says("jari", "valmis: varasto", { in: thread("koneet", "koneet:next-level:1") });
    expect(journey.sees(thread("koneet", "koneet:next-level:1"))).toContain("Tilanne: valmis");
    await journey.says("jari", "toimenpiteet", { in: thread("koneet", "koneet:next-level:1") });
    expect(journey.sees(thread("koneet", "koneet:next-level:1"))).toContain("Toimenpiteet · koneet");
  });

  it("an old card's button gets a kind word, and what it was about stays as it is", async () => {
    await journey.says("satu", "toimenpide: siivotaan varasto, minä");
    const { option, seen } = journey.find(privately("satu"), "Menossa");
    await journey.taps("satu", "Valmis");
    const old = {
      ...journey.base("satu", privately("satu")),
      kind: "tapped",
      action: option.action,
      message: seen.id,
    } as const;
    expect(await journey.receive(old)).toMatchObject({
      notice: "Tämä toimenpide on jo päätetty. Sen voi avata uudelleen.",
    });
    const gone = {
      ...old,
      ...journey.base("satu", privately("satu")),
      action: option.action.replace(/"action":"[^"]*"/u, '"action":"firma/none"'),
    };
    expect(await journey.receive(gone)).toMatchObject({ notice: "Tätä toimenpidettä ei enää ole." });
  });

  it("taken by another meanwhile: an old button and the word change nothing, say who has it, and offer to join in", async () => {
    await journey.says("satu", "toimenpide: siivotaan varasto");
    const { option, seen } = journey.find(TEAM, "Otan tämän");
    const tap = (person: string, place: typeof TEAM) =>
      journey.receive({ ...journey.base(person, place), kind: "tapped", action: option.action, message: seen.id });
    await journey.at(9 * 24 * 60 * 60 * 1000);
    await journey.says("marja", "kooste");
    const digest = journey.find(privately("marja"), "Otan tämän");
    await tap("jari", TEAM);
    expect(await tap("pekka", TEAM)).toMatchObject({ notice: "Jari Lahtinen on jo ottanut tämän." });
    expect(journey.sees("pekka")).toContain("siivotaan varasto: Jari Lahtinen on jo ottanut tämän.\n");
    const fromDigest = {
      ...journey.base("marja", privately("marja")),
      kind: "tapped",
      message: digest.seen.id,
    } as const;
    await journey.receive({ ...fromDigest, action: digest.option.action });
    expect(journey.sees("marja")).toContain("[Lähden mukaan]");
    await journey.says("priya", "take: siivotaan varasto");
    expect(journey.sees("priya")).toContain("siivotaan varasto: Jari Lahtinen has taken this already.");
    expect(Object.keys((await onlyAction(journey)).owners)).toEqual(["jari"]);
    await journey.taps("marja", "Lähden mukaan");
    expect(journey.sees("marja")).toContain("Tekijät: Jari Lahtinen ja Marja Koski");
  });

  it("edited wholly by form: owners too, and a date that was over stays where it was left as it stood", async () => {
    await journey.says("satu", "toimenpide: siivotaan varasto, minä, 1.12.");
    await journey.at("2026-12-08T09:00:00+02:00");
    const form = await journey.opensForm("satu", "Muokkaa");
    await journey.submits("satu", form, {
      what: "Siivotaan molemmat varastot",
      owners: ["marja"],
      notes: "Avain on Pekalla.",
    });
    expect(await onlyAction(journey)).toMatchObject({
      what: "Siivotaan molemmat varastot",
      dueOn: "2026-12-01",
      owners: { marja: { state: "proposed", by: "satu" } },
      edited: ["what", "notes", "owners"],
    });
    expect(journey.sees("satu")).toContain("Lisätiedot: Avain on Pekalla.");
    for (const values of [
      { level: "7" },
      { owners: ["uusi"] },
      { due: "31.2." },
      { deedOn: "2026-12-10" },
      { what: "x".repeat(201) },
    ])
      expect((await journey.submits("satu", form, values)).kind, JSON.stringify(values)).toBe("mistakes");
  });

  it("two processes that hear of it at once agree", async () => {
    await journey.says("satu", "toimenpide: siivotaan varasto");
    const other = journey.secondProcess();
    const { option, seen } = journey.find(TEAM, "Otan tämän");
    const tap = (person: string) =>
      ({ ...journey.base(person, TEAM), kind: "tapped", action: option.action, message: seen.id }) as const;
    const [one, two] = [tap("jari"), tap("marja")];
    await Promise.all([journey.luotsi.receiver.receive(one), other.receiver.receive(two), other.receiver.receive(one)]);
    await Promise.all([journey.luotsi.courier.settled(), other.courier.settled()]);
    const { owners, history } = await onlyAction(journey);
    expect(Object.keys(owners)).toHaveLength(1);
    expect(history.filter(({ did }) => did === "accepted")).toHaveLength(1);
    const late = owners.jari ? "marja" : "jari";
    await journey.taps(late, "Lähden mukaan");
    expect(Object.keys((await onlyAction(journey)).owners).sort()).toEqual(["jari", "marja"]);
  });

  it("what was not sent when the process ended is sent by the next one", async () => {
    const said = {
      ...journey.base("satu", privately("satu")),
      kind: "said",
      text: "toimenpide: siivotaan",
      message: "m1",
      addressed: false,
    } as const;
    journey = await journey.restart({
      channel: (recording) => ({ ...recording, post: () => Promise.reject(new Error("away")) }),
    });
    await journey.receive(said);
    expect(journey.messages(TEAM)).toEqual([]);
    journey = await journey.restart({ channel: (recording) => recording });
    await journey.at(3_600_000);
    expect(journey.sees(TEAM)).toContain("Kukaan ei ole vielä ottanut tätä.");
    expect((await onlyAction(journey)).outbox).toEqual({});
  });
});

describe("actions in English", () => {
  it("are listed, stuck, moved and handed over in the words of the one who does it", async () => {
    const journey = await Journey.begin();
    await journey.says("priya", "action: price list online, me, 15 December");
    const why = await journey.opensForm("priya", "Stuck");
    expect(why.title).toBe("What is in the way?");
    expect(await journey.submits("priya", why, {})).toMatchObject({ mistakes: { why: "Say briefly why." } });
    await journey.submits("priya", why, { why: "Pictures are missing" });
    expect(journey.sees("priya")).toContain("Now: stuck since Mon 23 Nov: Pictures are missing");
    const when = await journey.opensForm("priya", "Move");
    expect(await journey.submits("priya", when, { due: "whenever" })).toMatchObject({
      mistakes: { due: "I got no date from this. Write, say, 15 Dec or Q1 2027." },
    });
    await journey.submits("priya", when, { due: "Q1 2027" });
    expect(journey.sees("priya")).toContain("Q1 2027, by Wed 31 Mar 2027");
    const hand = await journey.opensForm("priya", "Hand over");
    await journey.submits("priya", hand, { to: "satu" });
    expect(journey.sees("satu")).toContain("Priya Shah ehdottaa tätä sinulle.");
    await journey.says("priya", "actions");
    expect(journey.sees("priya")).toMatch(/Actions · koneet[\s\S]*Satu Virtanen · proposed · Q1 2027/u);
    await journey.says("priya", "year plan");
    await journey.taps("priya", "Year 2027");
    expect(journey.sees("priya")).toContain("The year plan of 2027. Others, Q1: price list online");
    await journey.end();
  });
});
