import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FetchedFile } from "../../src/channels/incoming.ts";
import { batchPieces } from "../../src/customers/files/batch-pieces.ts";
import { importBatches } from "../../src/customers/files/import-batch.ts";
import { allCustomers } from "../../src/customers/find-customers.ts";
import { channel, Journey, privately } from "../support/journey.ts";
import { COMPANY } from "../support/sample-company.ts";
import { sendsFile } from "../support/send-file.ts";

const CSV = [
  "Asiakas;Paikkakunta;Vastuuhenkilö;Nykyinen arvo;Väri",
  "Virtasen Konepaja Oy;Lahti;Jari Lahtinen;12 500,50;sininen",
  "Kuljetus Virtanen;Hollola;Pekka Salo;suuri;",
  "=1+1;Lahti;;;",
  "Nieminen Oy;Heinola;Kalle Kaukainen;abc;",
].join("\r\n");

describe("importing customers from a file", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin();
  });
  afterEach(() => journey.end());

  const sends = (person: string, text: string, name?: string) =>
    sendsFile(journey, person, name === undefined ? { text } : { text, name });
  const all = async () =>
    (await allCustomers(journey.store, COMPANY)).toSorted((a, b) =>
      `${a.name} ${a.town}`.localeCompare(`${b.name} ${b.town}`, "fi"),
    );

  it("shows every problem by its row first, then takes all rows without what could not be read", async () => {
    await sends("marja", CSV);
    expect(journey.sees("marja")).toMatch(/Tuonti: asiakkaat\.csv\nUusia asiakkaita 3, päivityksiä 0\./u);
    expect(journey.sees("marja")).toContain("Rivejä, joissa on korjattavaa: 2.");
    expect(journey.sees("marja")).toContain("En tunnistanut sarakkeita: Väri.");
    expect(journey.sees("marja")).toMatch(/voit nimetä sarakkeen niistä: Y-tunnus, .*Seuraava yhteydenotto\./u);
    expect(journey.sees("marja")).toContain("Rivi 4 jää pois: Asiakas ”=1+1” on kaava, kirjoita siihen arvo");
    expect(journey.sees("marja")).toContain(
      "Rivi 5, Nieminen Oy: Vastuuhenkilö ”Kalle Kaukainen” ei ole täällä, ilman sitä vastuuhenkilö olet sinä",
    );
    expect(await all()).toEqual([]);
    await journey.taps("marja", "Tuo kaikki rivit");
    expect(journey.sees("marja")).toContain("Tuonti on valmis: uusia 3, päivitettyjä 0, tuomatta jäi 1.");
    expect(journey.sees("marja")).toContain("Rivi 4 jää pois: ");
    expect(journey.sees("marja")).toContain("Rivi 5, Nieminen Oy: Vastuuhenkilö ”Kalle Kaukainen” ei ole täällä");
    expect(journey.sees("marja")).toContain("Korjaa ne tiedostoon ja lähetä se uudestaan");
    expect((await all()).map(({ name, person }) => [name, person])).toEqual([
      ["Kuljetus Virtanen", "pekka"],
      ["Nieminen Oy", "marja"],
      ["Virtasen Konepaja Oy", "jari"],
    ]);
    expect((await all())[2]?.present).toEqual({ kind: "euros", cents: 1_250_050 });
    await sends("marja", CSV.replace("12 500,50", "13 000").replace("Jari Lahtinen", "Kalle"));
    expect(journey.sees("marja")).toContain("”Kalle” ei ole täällä, ilman sitä vastuuhenkilö pysyy samana");
  });

  it("takes only the good rows where that is wanted, and updates without doubles when it comes again", async () => {
    await sends("marja", CSV);
    await journey.taps("marja", "Tuo vain virheettömät");
    expect(await all()).toHaveLength(2);
    expect(journey.sees("marja")).toContain("Nämä rivit jäivät pois.");
    await sends("marja", CSV.replace("Hollola", "Lahti").replace("12 500,50", "20 000"));
    await journey.taps("marja", "Tuo vain virheettömät");
    // Virtanen in Lahti is another one than Virtanen in Hollola.
    expect((await all()).map(({ name, town }) => [name, town])).toEqual([
      ["Kuljetus Virtanen", "Hollola"],
      ["Kuljetus Virtanen", "Lahti"],
      ["Virtasen Konepaja Oy", "Lahti"],
    ]);
    expect((await all())[2]?.present).toEqual({ kind: "euros", cents: 2_000_000 });
  });

  it("shows what would change of those who are known, and when new ones would be asked for", async () => {
    await sends("marja", CSV);
    await journey.taps("marja", "Tuo vain virheettömät");
    const next =
      "Asiakas;Paikkakunta;Seuraava yhteydenotto\nKuljetus Virtanen;Hollola;17.12.2026\nTestikorpi Oy;;4.12.2026";
    await sends("marja", next);
    expect(journey.sees("marja")).toMatch(
      /Rivi 2, Kuljetus Virtanen: Seuraava yhteydenotto \d+\.\d+\.\d{4} → 17\.12\.2026\nRivi 3, Testikorpi Oy: Seuraava yhteydenotto 4\.12\.2026/u,
    );
    await journey.taps("marja", "Tuo asiakkaat");
    const batches = await journey.store.find(importBatches, { name: "ofCompany", equals: { company: COMPANY } });
    expect(batches.flatMap(({ changes }) => changes)).toEqual([]);
    expect((await all()).map(({ name, dueOn }) => [name, dueOn])).toMatchObject([
      ["Kuljetus Virtanen", "2026-12-17"],
      ["Testikorpi Oy", "2026-12-04"],
      ["Virtasen Konepaja Oy", expect.any(String)],
    ]);
  });

  it("shows first who would be called otherwise", async () => {
    await sends("marja", CSV);
    await journey.taps("marja", "Tuo vain virheettömät");
    const others = Array.from({ length: 6 }, (_, nth) => `Asiakas ${nth};4.12.2026`);
    await sends("marja", ["Asiakas;Seuraava yhteydenotto", ...others, "Oyj Virtasen Konepaja;"].join("\n"));
    expect(journey.sees("marja")).toContain(
      "Rivi 8, Oyj Virtasen Konepaja: Asiakas Virtasen Konepaja Oy → Oyj Virtasen Konepaja\nRivi 2, Asiakas 0: ",
    );
  });

  it("reads rows that are pasted with their headings, also while names are awaited", async () => {
    await journey.says("marja", "asiakkaat");
    await journey.says("marja", "Customer\tTown\tOwner\nSmith Ltd\tLahti\tJari\nJones\tHeinola\t");
    expect(journey.sees("marja")).toContain("Uusia asiakkaita 2");
    await journey.taps("marja", "Tuo asiakkaat");
    expect(await all()).toHaveLength(2);
  });

  it("names every column that it read and every problem of a row, however many there are", async () => {
    const headings = [
      "Asiakas;Y-tunnus;Paikkakunta;Vastuuhenkilö;Yhteyshenkilö;Rooli;Puhelin;Sähköposti;Segmentti;Tuotteet;Luokka;Ostaa jo",
      "Nykyinen arvo;Potentiaalinen arvo;Elinkaaren vaihe;Yhteydenottoja vuodessa;Viimeisin yhteydenotto;Seuraava yhteydenotto",
    ].join(";");
    const row = "Nieminen Oy;7;;Kalle Kaukainen;;;ei ole;a@b;;;Z;ehkä;abc;;kesken;500;kerran;joskus";
    await sends("marja", `${headings}\n${row}`);
    for (const heading of headings.split(";")) expect(journey.sees("marja")).toContain(heading);
    expect(journey.sees("marja")).toContain("Yhteydenottoja vuodessa ”500” ei ole asteikolla 0–365");
    expect(journey.sees("marja")).toContain("Seuraava yhteydenotto ”joskus” ei ole päivä");
    await journey.taps("marja", "Tuo kaikki rivit");
    expect(journey.sees("marja")).toContain("Seuraava yhteydenotto ”joskus” ei ole päivä");
  });

  it("explains no choice where there is none", async () => {
    await sends("marja", "Asiakas;Paikkakunta\nNieminen Oy;Lahti");
    await journey.taps("marja", "Tuo asiakkaat");
    await sends("marja", "Asiakas;Paikkakunta;Luokka\nNieminen Oy;Lahti;Z");
    expect(journey.sees("marja")).toContain("[Jätä tuomatta]");
    expect(journey.sees("marja")).not.toContain("Vain virheettömät");
  });

  it("leaves it where that is wanted, keeps nothing of the file, and does nothing on an old tap", async () => {
    await sends("marja", CSV);
    const { option } = journey.find(privately("marja"), "Tuo kaikki rivit");
    await journey.taps("marja", "Jätä tuomatta");
    expect(journey.sees("marja")).toContain("Tiedostosta ei tuotu mitään.");
    const base = journey.base("marja", privately("marja"));
    const outcome = await journey.receive({ ...base, kind: "tapped", action: option.action, message: "m" });
    expect(outcome).toEqual({ kind: "taken", notice: "Tämä tuonti on jo tehty." });
    expect(await all()).toEqual([]);
  });

  it("is for admins, managers and salespeople, who bring their own", async () => {
    await sends("satu", CSV);
    expect(journey.sees("satu")).toContain("Tiedoston voi tuoda ylläpitäjä, esihenkilö tai myyjä.");
    await sends("jari", CSV);
    expect(journey.sees("jari")).toContain("Rivi 3, Kuljetus Virtanen, jää pois: asiakkaan vastuuhenkilö on joku muu");
    await journey.taps("jari", "Tuo vain virheettömät");
    expect((await all()).map(({ name }) => name)).toEqual(["Virtasen Konepaja Oy"]);
    const { option } = journey.find(privately("jari"), "Omat asiakkaat");
    expect(option).toBeDefined();
  });

  it("says what it can read when something else is sent, and reads nothing outside the private chat", async () => {
    await sends("marja", "x", "kuva.png");
    expect(journey.sees("marja")).toContain("CSV- tai Excel-tiedoston. Muu asia kirjoita viestiksi.");
    await sends("marja", "Väri;Koko\nsininen;1");
    expect(journey.sees("marja")).toContain("En löytänyt sarakkeista asiakkaan nimeä. Otsikot olivat: Väri, Koko.");
    const read = (): Promise<FetchedFile> => Promise.resolve({ kind: "unreachable" });
    const file = { kind: "one", name: "a.csv", read } as const;
    const base = journey.base("marja", privately("marja"));
    await journey.receive({ ...base, kind: "sent-file", file });
    expect(journey.sees("marja")).toContain("En saanut tiedostoa haettua.");
    await journey.receive({ ...journey.base("marja", channel("koneet")), kind: "sent-file", file });
    expect(journey.sees(channel("koneet"))).toContain("tiedosto");
  });

  async function kept() {
    const [batch] = await journey.store.find(importBatches, { name: "ofCompany", equals: { company: COMPANY } });
    const equals = { company: COMPANY, batch: batch?._id ?? "" };
    const pieces = await journey.store.find(batchPieces, { name: "ofBatch", equals });
    return { state: batch?.state, pieces: pieces.map(({ _id }) => _id.split("/").slice(-2).join("/")) };
  }
  const days = async (count: number) => {
    await journey.at(count * 24 * 60 * 60 * 1000);
    await journey.luotsi.imports.settled();
  };

  it("keeps nothing of a file to whose preview nobody says yes within a week", async () => {
    await sends("marja", CSV);
    journey = await journey.restart();
    await days(6);
    expect(await kept()).toEqual({ state: "ready", pieces: ["bytes/0", "lines/0"] });
    await days(2);
    expect(await kept()).toEqual({ state: "dropped", pieces: [] });
  });

  it("keeps of a file that was imported only what is to be mended, for a week", async () => {
    await sends("marja", CSV);
    await journey.taps("marja", "Tuo kaikki rivit");
    journey = await journey.restart();
    expect(await kept()).toEqual({ state: "done", pieces: ["lines/0"] });
    await days(8);
    expect(await kept()).toEqual({ state: "done", pieces: [] });
  });

  it("turns the pages of what is to be mended also after the import", async () => {
    const rows = Array.from({ length: 10 }, (_, nth) => `Asiakas ${nth};abc`);
    await sends("marja", ["Asiakas;Puhelin", ...rows].join("\n"));
    await journey.taps("marja", "Tuo kaikki rivit");
    expect(journey.sees("marja")).toContain("Rivi 2, Asiakas 0: Puhelin ”abc” ei ole puhelinnumero, kirjoita numero");
    await journey.taps("marja", "Seuraavat virheet");
    expect(journey.sees("marja")).toContain("Rivi 11, Asiakas 9");
    expect(journey.sees("marja")).toContain("Virheet 9–10 / 10");
  });

  it("goes on after the process was killed in the middle, with nobody twice", async () => {
    const rows = Array.from({ length: 1200 }, (_, nth) => `Asiakas ${nth};Lahti`);
    let inserts = 0;
    await journey.end();
    journey = await Journey.begin({
      wrap: (store) => ({
        ...store,
        get: (collection, id) => store.get(collection, id),
        getMany: (collection, ids) => store.getMany(collection, ids),
        find: (collection, query) => store.find(collection, query),
        change: (collection, id, change) => store.change(collection, id, change),
        remove: (collection, id) => store.remove(collection, id),
        serverTime: () => store.serverTime(),
        close: () => store.close(),
        insert: (collection, document) => {
          inserts += collection.name === "customers" ? 1 : 0;
          return inserts > 700 ? Promise.reject(new Error("killed")) : store.insert(collection, document);
        },
      }),
    });
    await sends("marja", ["Asiakas;Paikkakunta", ...rows].join("\n"));
    expect(journey.sees("marja")).toMatch(/Uusia asiakkaita 1\s200/u);
    await journey.taps("marja", "Tuo asiakkaat");
    const left = await all();
    expect(left.length).toBeGreaterThanOrEqual(500);
    expect(left.length).toBeLessThan(1200);
    journey = await journey.restart({ wrap: (store) => store });
    await journey.luotsi.imports.settled();
    await journey.luotsi.courier.settled();
    expect(await all()).toHaveLength(1200);
    expect(journey.sees("marja")).toMatch(/Tuonti on valmis: uusia 1\s200, päivitettyjä 0, tuomatta jäi 0\./u);
    const [batch] = await journey.store.find(importBatches, { name: "ofCompany", equals: { company: COMPANY } });
    expect(batch).toMatchObject({ state: "done", done: 1200, added: 1200 });
  });
});
