import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addTo, contactsWith, customerCalled, NEXT_MONDAY, planFor } from "../support/customers.ts";
import { Journey, optionsOf, privately } from "../support/journey.ts";

let journey: Journey;

beforeEach(async () => {
  // Tuesday of week 33; the closed weeks have just ended.
  journey = await Journey.begin({ startAt: "2027-08-17T12:00:00+03:00" });
  await planFor(journey, { contactsPerYear: 26, means: ["visit"], content: "tarpeet ja hinnat" });
});
afterEach(() => journey.end());

const mika = { id: "m", name: "Mika Virtanen", role: "", phone: "040 555 0123", email: "" };
const weekly = () =>
  journey.messages(privately("jari")).find(({ message }) => message.text.startsWith("Viikko"))?.message;

describe("the weekly list of customers whom one owes a contact", () => {
  test("comes to a salesperson on Monday at seven, with whom, why, the number, what was last and what is suggested", async () => {
    await addTo(journey, "jari", { "Virtasen Konepaja": { contactPersons: [mika], last: "2027-08-09" } });
    await journey.says("jari", "soitin virtasen konepajalle, harkitsee huoltoa, lähetän tarjouksen 25.8.");
    await journey.at("2027-08-23T06:59:00+03:00");
    expect(weekly()).toBeUndefined();
    await journey.at(NEXT_MONDAY);
    expect(journey.sees("jari")).toBe(
      [
        "Viikko 34: yksi asiakas",
        "Yhteydenotot",
        "Virtasen Konepaja: sovittu ke 25.8.: lähetän tarjouksen 25.8. Mika Virtanen, 040 555 0123",
        "Viimeksi puhelu ti 17.8., harkitsee huoltoa. Suunnitelma: käynti, tarpeet ja hinnat.",
        "[Otin yhteyttä] [Ensi viikolla]",
        "Tulee maanantaisin klo 7, koska olet näiden asiakkaiden vastuuhenkilö.",
        "[Muuta aikaa] [Lopeta]",
        "[Otin yhteyttä] [Ensi viikolla] [Siirrä] [Sovi yhteydenotto] [Anna toiselle] [Ei tarvita nyt] [Asiakkaan tiedot] [Muuta aikaa] [Lopeta]",
      ].join("\n"),
    );
  });

  test("shows five, never more than three as late, the worst first, the rest behind one button", async () => {
    const late = { "A-talo": "2027-08-10", "B-talo": "2027-08-09", "C-talo": "2027-08-11", "D-talo": "2027-08-12" };
    for (const [name, last] of Object.entries(late)) await addTo(journey, "jari", { [name]: { last } });
    await addTo(journey, "jari", { "E-talo": { last: "2027-08-15" }, "F-talo": { last: "2027-08-16" } });
    // The limit of those went by in the first days of September.
    await journey.at("2027-09-06T07:00:00+03:00");
    const text = weekly()?.text ?? "";
    expect(text).toMatch(/^Viikko 36: kuusi asiakasta\nMyöhässä\nB-talo: raja ylittyi ti 31\.8\./u);
    expect(text.match(/raja ylittyi/gu)).toHaveLength(3);
    expect([...text.matchAll(/^([A-F])-talo/gmu)].map(([, name]) => name).join("")).toBe("BACDE");
    await journey.taps("jari", "Näytä kaikki (6)");
    expect(journey.sees("jari")).toContain("F-talo");
  });

  test("counts what is still owed in its first line, and tells behind the button how much of the rest is dealt with", async () => {
    for (const name of "ABCDEF") await addTo(journey, "jari", { [`${name}-talo`]: { last: "2027-08-09" } });
    await journey.at(NEXT_MONDAY);
    expect(weekly()?.text).toMatch(/^Viikko 34: kuusi asiakasta\n/u);
    expect(journey.offers("jari", "Näytä kaikki (6)")).toBe(true);
    await journey.taps("jari", "Otin yhteyttä");
    expect(weekly()?.text).toMatch(/^Viikko 34: viisi asiakasta\n/u);
    expect(journey.offers("jari", "Näytä kaikki (6, joista 1 hoidettu)")).toBe(true);
  });

  test("leaves room for actions on the first screen", async () => {
    for (const name of "ABCDEF") await addTo(journey, "jari", { [`${name}-talo`]: { last: "2027-08-09" } });
    for (const nth of [1, 2, 3]) await journey.says("jari", `toimenpide: asia ${nth}, minä, 25.8.`);
    for (let nth = 0; nth < 3; nth++) await journey.taps("jari", "koneet").catch(() => undefined);
    await journey.at(NEXT_MONDAY);
    expect(weekly()?.text).toMatch(/^Viikko 34: kuusi asiakasta, (?:yksi|kaksi|kolme) toimenpi/u);
    expect(weekly()?.text).toContain("asia 1");
  });

  test("contacted is one tap in place, completed by a form if wanted, and taken back", async () => {
    await addTo(journey, "jari", { "Virtasen Konepaja": { last: "2027-08-09" } });
    await journey.at(NEXT_MONDAY);
    await journey.taps("jari", "Otin yhteyttä");
    expect(journey.sees("jari")).toContain(
      "Virtasen Konepaja: kirjattu yhteydenotto tänään. Seuraava yhteydenotto ma 6.9.\n[Täydennä] [Kumoa]",
    );
    const form = await journey.opensForm("jari", "Täydennä");
    await journey.submits("jari", form, { means: "visit", outcome: "tilasi koneen", next: "2027-09-01" });
    expect(journey.sees("jari")).toContain("kirjattu käynti tänään, ”tilasi koneen”. Seuraava yhteydenotto ke 1.9.");
    await journey.taps("jari", "Kumoa");
    expect(journey.sees("jari")).toContain("Virtasen Konepaja: yhteydenoton aika on ma 23.8.");
    expect(journey.offers("jari", "Otin yhteyttä")).toBe(true);
    expect(await contactsWith(journey, "Virtasen Konepaja")).toEqual([]);
  });

  test("tapped twice it is one contact", async () => {
    await addTo(journey, "jari", { "Virtasen Konepaja": { last: "2027-08-09" } });
    await journey.at(NEXT_MONDAY);
    const { seen, option } = journey.find(privately("jari"), "Otin yhteyttä");
    for (const _ of [1, 2])
      await journey.receive({
        ...journey.base("jari", privately("jari")),
        kind: "tapped",
        action: option.action,
        message: seen.id,
      });
    expect(await contactsWith(journey, "Virtasen Konepaja")).toHaveLength(1);
  });

  test("snoozed, moved and not needed are said in place, and put back by one tap", async () => {
    await addTo(journey, "jari", { "Virtasen Konepaja": { last: "2027-08-09" } });
    await journey.at(NEXT_MONDAY);
    await journey.taps("jari", "Ensi viikolla");
    expect(journey.sees("jari")).toContain("Virtasen Konepaja: palaan tähän ma 30.8.\n[Palauta]");
    await journey.taps("jari", "Palauta");
    const move = await journey.opensForm("jari", "Siirrä");
    await journey.submits("jari", move, { on: "2027-09-02" });
    expect(journey.sees("jari")).toContain(
      "Virtasen Konepaja: siirretty, to 2.9. Se on rajan ma 30.8. jälkeen.\n[Palauta]",
    );
    await journey.taps("jari", "Palauta");
    const skip = await journey.opensForm("jari", "Ei tarvita nyt");
    expect(await journey.submits("jari", skip, { why: "" })).toMatchObject({ kind: "mistakes" });
    await journey.submits("jari", skip, { why: "lomautukset" });
    expect(journey.sees("jari")).toContain("ei tarvita nyt. Palaan tähän ma 6.9.\n[Palauta]");
    await journey.taps("jari", "Palauta");
    expect((await customerCalled(journey, "Virtasen Konepaja")).dueOn).toBe("2027-08-23");
    expect(journey.offers("jari", "Otin yhteyttä")).toBe(true);
  });

  test("what was promised is moved as that, and put back on its day", async () => {
    await addTo(journey, "jari", { "Virtasen Konepaja": {} });
    await journey.says("jari", "soitin virtasen konepajalle, soitan 26.8.");
    await journey.at(NEXT_MONDAY);
    await journey.taps("jari", "Ensi viikolla");
    expect(journey.sees("jari")).toContain("siirretty, ma 30.8.");
    await journey.taps("jari", "Palauta");
    expect((await customerCalled(journey, "Virtasen Konepaja")).dueOn).toBe("2027-08-26");
  });

  test("a contact is planned from it", async () => {
    await addTo(journey, "jari", { "Virtasen Konepaja": { last: "2027-08-09" } });
    await journey.at(NEXT_MONDAY);
    const form = await journey.opensForm("jari", "Sovi yhteydenotto");
    await journey.submits("jari", form, { on: "2027-08-27", means: "visit", what: "esittelen uuden koneen" });
    expect(journey.sees("jari")).toContain("sovittu pe 27.8.: esittelen uuden koneen");
  });

  test("whoever is away has it told to the substitute, who sees whose it is", async () => {
    await addTo(journey, "jari", { "Virtasen Konepaja": { last: "2027-08-09" } });
    await journey.says("jari", "poissa 1.9. asti, sijainen Pekka");
    await journey.at(NEXT_MONDAY);
    expect(weekly()).toBeUndefined();
    expect(journey.sees("pekka")).toContain("Asiakkaat sijaisena\nVirtasen Konepaja: yhteydenoton aika on ma 23.8.");
    expect(journey.sees("pekka")).toContain("Vastuussa Jari Lahtinen.");
  });

  test("nothing due, nothing sent", async () => {
    await addTo(journey, "jari", { "Virtasen Konepaja": { last: "2027-08-16" } });
    await journey.at(NEXT_MONDAY);
    expect(weekly()).toBeUndefined();
  });
});

describe("the nudge of a promised contact", () => {
  test("comes on its day at the person's hour, once, and is answered in place", async () => {
    await addTo(journey, "jari", { "Virtasen Konepaja": {} });
    await journey.says("jari", "soitin virtasen konepajalle, soitan torstaina");
    await journey.at("2027-08-19T06:59:00+03:00");
    expect(journey.count("jari", "Määräpäivä")).toBe(0);
    await journey.at("2027-08-19T07:00:00+03:00");
    await journey.at("2027-08-19T12:00:00+03:00");
    expect(journey.count("jari", "Määräpäivä to 19.8.: yhteydenotto, Virtasen Konepaja")).toBe(1);
    await journey.taps("jari", "Otin yhteyttä");
    expect(journey.sees("jari")).toContain("Virtasen Konepaja: kirjattu puhelu tänään.");
  });

  test("does not come when the contact was made before, and follows a plan that is moved", async () => {
    await addTo(journey, "jari", { "Virtasen Konepaja": {}, "Lehtosen Kuljetus": {} });
    await journey.says("jari", "soitin virtasen konepajalle, soitan torstaina");
    await journey.says("jari", "soitin lehtosen kuljetukselle, soitan torstaina");
    const form = await journey.opensForm("jari", "Korjaa");
    await journey.submits("jari", form, { next: "2027-08-20" });
    await journey.at("2027-08-19T06:30:00+03:00");
    await journey.says("jari", "kävin virtasen konepajalla, sovittu");
    await journey.at("2027-08-19T09:00:00+03:00");
    await journey.at("2027-08-20T09:00:00+03:00");
    expect(journey.count("jari", "Määräpäivä pe 20.8.: yhteydenotto, Lehtosen Kuljetus")).toBe(1);
    expect(journey.count("jari", "Määräpäivä")).toBe(1);
  });
});

describe("Home", () => {
  test("shows whom one owes a contact, grouped and paged; a tap there logs, and the chat tells it", async () => {
    await addTo(journey, "jari", { "A-talo": { last: "2027-08-09" } });
    for (const name of "BCDEFGH") await addTo(journey, "jari", { [`${name}-talo`]: { last: "2027-08-16" } });
    await journey.at("2027-09-02T12:00:00+03:00");
    await journey.says("jari", "koti");
    expect(journey.sees("jari")).toMatch(/Yhteydenotot\nMyöhässä\nA-talo: raja ylittyi[\s\S]*Tällä viikolla\nB-talo/u);
    await journey.says("jari", "yhteydenotot");
    expect(journey.sees("jari")).toContain("Sivu 1/2");
    expect(optionsOf(journey.last(privately("jari")).message).length).toBeGreaterThan(5);
    await journey.taps("jari", "Otin yhteyttä");
    expect(journey.transcript(privately("jari"))).toContain("Kirjattu: A-talo, yhteydenotto tänään.");
  });
});

test("however many went past their limit, three at once are told as late, whatever else is proposed about them", async () => {
  for (const name of "ABCDEFGH") await addTo(journey, "jari", { [`${name}-talo`]: { last: "2027-08-09" } });
  await journey.at("2027-09-13T07:00:00+03:00");
  const late = () => journey.sees("jari").match(/raja ylittyi/gu)?.length ?? 0;
  expect(late()).toBe(3);
  await journey.taps("jari", "Näytä kaikki (8)");
  expect(late()).toBe(0);
});

test("what is proposed to be decided on is counted among these three, and the others follow the worst first", async () => {
  const important = { "A-talo": "2027-08-12", "B-talo": "2027-08-13" };
  for (const [name, last] of Object.entries(important))
    await addTo(journey, "jari", { [name]: { last, givenClass: "A" } });
  for (const nth of [1, 2, 3, 4])
    await addTo(journey, "jari", { [`C${nth}-talo`]: { last: `2027-08-${String(nth + 7).padStart(2, "0")}` } });
  await journey.at("2027-09-13T07:00:00+03:00");
  const told = journey.sees("jari").match(/(?<=\n)[ABC]\d?-talo(?=:? (?:raja ylittyi|yhteydenoton aika oli))/gu);
  expect(told).toEqual(["A-talo", "B-talo", "C1-talo", "C2-talo", "C3-talo"]);
  expect(journey.sees("jari").match(/raja ylittyi/gu)).toHaveLength(3);
});
