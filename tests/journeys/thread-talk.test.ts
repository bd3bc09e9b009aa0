import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { agreesOn } from "../support/customer-flows.ts";
import { Journey, thread } from "../support/journey.ts";
import { responseOf } from "../support/maturity-round.ts";

const ROUND = "koneet:sales-plan:1";
const PLACE = thread("koneet", ROUND);
const SALO = "Rakennus Salo; ; Hallin ovet; Uusintahuolto; ; Tarjous pyydetään; 4.12.2026";

describe("what people say in the thread of a round beside its proposals", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin();
    await agreesOn(journey, "sales-plan", ["60000"]);
  });
  afterEach(() => journey.end());

  const says = (person: string, text: string) => journey.says(person, text, { in: PLACE });
  const proposed = async (step: string) =>
    Object.values((await responseOf(journey, null, ROUND)).proposals[step] ?? {}).map(({ value }) => value);

  it("is no proposal and left alone when it only says that one has heard", async () => {
    const before = journey.messages(PLACE).length;
    for (const text of ["🙂", ":+1:", "+1", "ok", "Kiitos!", "joo, samaa mieltä", "Thank you", "moi"])
      await says("jari", text);
    expect(await proposed("product")).toEqual([]);
    expect(journey.messages(PLACE)).toHaveLength(before);
    await says("jari", "Hyvä vuosihuolto");
    expect(await proposed("product")).toEqual([{ kind: "text", text: "Hyvä vuosihuolto" }]);
  });

  it("leads on when the facilitator says that it is done, and says how where the way is not clear", async () => {
    await says("satu", "valmis");
    expect(journey.sees(PLACE)).toContain("Ehdotuksia ei vielä ole.");
    await says("jari", "Vuosihuolto");
    await says("jari", "valmis");
    expect(journey.sees(PLACE)).toContain("Tämän tekee kierroksen vetäjä, Satu Virtanen.");
    await says("pekka", "Korjaus");
    await says("satu", "Valmis.");
    expect(journey.sees(PLACE)).toContain("Valitse kortista, mikä niistä otetaan.");
    const form = await journey.opensForm("satu", "Otetaan…", PLACE);
    await journey.submits("satu", form, { own: "Vuosihuolto" }, PLACE);
    await says("satu", "ei muuta");
    expect((await responseOf(journey, null, ROUND)).answers.product).toMatchObject({ value: { text: "Vuosihuolto" } });
    await says("jari", "Pienet metallipajat");
    await says("satu", "valmis");
    expect(journey.transcript(PLACE)).toContain("Ehdolla: Pienet metallipajat");
    await says("satu", "jatketaan");
    expect((await responseOf(journey, null, ROUND)).asked?.step).toBe("rows");
    await says("satu", "jatka");
    expect(journey.sees(PLACE)).toContain("Kysymys Asiakkaat on auki. Lisää ainakin yksi rivi.");
    await journey.says("satu", "koti");
    expect(journey.sees("satu")).toMatch(/Vedät näitä\nkoneet: .*, vastataan yhdessä\. Kysymys Asiakkaat on auki\./u);
    await says("jari", SALO);
    for (const text of ["valmis", "ei muuta, kirjataan"]) await says("satu", text);
    expect((await responseOf(journey, null, ROUND)).answers.rows).toMatchObject({ value: { rows: [{}] } });
  });

  it("is no proposal when nobody knows: help is named, once", async () => {
    const before = journey.messages(PLACE).length;
    for (const text of ["en tiedä", "en osaa sanoa"]) await says("jari", text);
    expect(journey.sees(PLACE)).toContain("Vinkki ja esimerkki ovat kysymyksen kortissa.");
    expect(journey.messages(PLACE)).toHaveLength(before + 1);
    expect(await proposed("product")).toEqual([]);
  });

  it("hears where the conversation waits and what was recorded, and is no proposal either", async () => {
    for (const [text, told] of [
      ["tauko", "Kysymys odottaa tässä, kunnes"],
      ["edellinen", "Niitä voi muuttaa napista Muuta."],
      ["ohita", "Tätä kohtaa ei voi ohittaa."],
    ] as const) {
      await says("jari", text);
      expect(journey.sees(PLACE)).toContain(told);
    }
    expect(await proposed("product")).toEqual([]);
  });

  it("becomes rows of the table that is asked later, when they are typed a step early", async () => {
    await says("jari", SALO);
    expect(journey.sees(PLACE)).toContain("Tästä tuli rivi kohtaan Asiakkaat, joka kysytään myöhemmin.");
    expect(await proposed("product")).toEqual([]);
    for (const text of ["Vuosihuolto", "valmis", "ei muuta", "Pienet metallipajat", "valmis", "ei muuta"])
      await says("satu", text);
    expect(journey.sees(PLACE)).toContain("Rakennus Salo");
    expect(journey.offers(PLACE, "Rivit valmiit")).toBe(true);
  });

  it("is told how a row is written when it is as short as a cell, once, and what people say to each other is left alone", async () => {
    for (const text of ["Vuosihuolto", "valmis", "ei muuta", "Pienet metallipajat", "valmis", "ei muuta"])
      await says("satu", text);
    const before = journey.messages(PLACE).length;
    for (const text of ["Kuka näistä tuntee ostajan?", "Joo, se on tuttu.", "Mietitään hetki ensin!"])
      await says("jari", text);
    expect(journey.messages(PLACE)).toHaveLength(before);
    for (const text of ["Sivut uusiksi", "Varasto siistiksi"]) await says("jari", text);
    expect(journey.messages(PLACE)).toHaveLength(before + 1);
    expect(journey.sees(PLACE)).toContain("En lukenut tätä riviksi.");
    expect(await journey.opensForm("jari", "Uusi rivi", PLACE)).toMatchObject({ title: expect.any(String) });
  });

  it("is taken as a row without semicolons where it is one, and what looks like one is answered once", async () => {
    for (const text of ["Vuosihuolto", "valmis", "ei muuta", "Pienet metallipajat", "valmis", "ei muuta"])
      await says("satu", text);
    expect(journey.sees(PLACE)).toContain("välissä puolipisteet: Asiakas; (Yhteyshenkilö); Tarve ja vaatimukset;");
    const before = journey.messages(PLACE).length;
    await says("jari", "Joo, se on tuttu");
    await says("jari", "Salolle, Mika, hallin ovet, uusintahuolto, tarjous, perjantaina");
    await says("jari", "Salolle, Mika, hallin ovet, uusintahuolto, tarjous, lauantaina");
    expect(journey.messages(PLACE)).toHaveLength(before + 1);
    expect(journey.sees(PLACE)).toContain("En lukenut tätä riviksi. Jos se oli rivi, tee se napista");
    await says("jari", "Rakennus Salo, Mika, Hallin ovet, Uusintahuolto, Käynti, Tarjous pyydetään, 4.12.2026");
    await says("pekka", "Kone Oy\n-\nHissit\nHuolto\n-\nSopimus\n5.12.2026");
    const rows = (await proposed("rows")).flatMap((value) => (value.kind === "table" ? value.rows : []));
    expect(rows.map(({ cells }) => cells.due)).toEqual([
      { kind: "date", date: "2026-12-04" },
      { kind: "date", date: "2026-12-05" },
    ]);
  });
});
