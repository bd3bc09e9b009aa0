import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { NO_CONTACT_CONTENT } from "../../src/customers/contact.ts";
import { exportCsv, exportRows } from "../../src/customers/exchange/export-customers.ts";
import { importCustomers } from "../../src/customers/exchange/import-customers.ts";
import { previewImport } from "../../src/customers/exchange/preview-import.ts";
import { allCustomers, contactsOf } from "../../src/customers/find-customers.ts";
import { planContact } from "../../src/customers/log-contact.ts";
import type { Store } from "../../src/store/store.ts";
import { Journey } from "../support/journey.ts";
import { bookOf, NOW, TODAY } from "./sample-customer.ts";
import { READING, rowsOf, utf8 } from "./sample-files.ts";

const FILE = `Asiakas;Y-tunnus;Paikkakunta;Vastuuhenkilö;Yhteyshenkilö;Puhelin;Myynti;Viimeksi
Virtasen Konepaja Oy;0112038-9;Lahti;Satu Mäki;Mika;040 555 0123;12 500,50 €;12.10.2026
Kuljetus Lehtonen;;Hollola;;;;paljon;
;;Lahti;;;;;
Kuljetus Virtanen;;Hollola;;;;;
virtasen konepaja;0112038-9;;;;;;
`;
const namesOf = { nameOf: (person: string) => READING.people.find(({ id }) => id === person)?.name ?? "" };

describe("an import", () => {
  let journey: Journey;
  let store: Store;
  const adding = { company: "c1", by: "p1", today: TODAY, book: bookOf() };
  beforeEach(async () => {
    journey = await Journey.begin();
    store = journey.store;
  });
  afterEach(() => journey.end());

  async function preview(file: string) {
    return previewImport((await rowsOf(utf8(file))).rows, await allCustomers(store, "c1"), {
      person: "p1",
      today: TODAY,
    });
  }
  async function take(file: string, which: "all" | "good", id = file) {
    return importCustomers(store, await preview(file), which, adding, { id, now: NOW });
  }
  const known = async () => (await allCustomers(store, "c1")).map(({ name }) => name).toSorted();

  it("is shown before it is done, with every problem by row", async () => {
    const { rows, counts } = await preview(FILE);
    expect(counts).toEqual({ new: 3, update: 0, same: 0, nothing: 2, withProblems: 3 });
    expect(
      rows.map(({ number, becomes, problems }) => [number, becomes.kind, problems.map(({ kind }) => kind)]),
    ).toEqual([
      [2, "new", []],
      [3, "new", ["not-a-number"]],
      [4, "nothing", ["no-name"]],
      [5, "new", []],
      [6, "nothing", ["same-as-row"]],
    ]);
    expect(await known()).toEqual([]);
  });

  it("takes all rows that can be taken, or only the good ones", async () => {
    expect(await take(FILE, "good")).toEqual({ added: 2, updated: 0, left: [3, 4, 6] });
    expect(await known()).toEqual(["Kuljetus Virtanen", "Virtasen Konepaja Oy"]);
    expect(await take(FILE, "all")).toMatchObject({ added: 1, left: [4, 6] });
    expect(await known()).toEqual(["Kuljetus Lehtonen", "Kuljetus Virtanen", "Virtasen Konepaja Oy"]);
  });

  it("keeps what a row says, with its clock from the last contact that was told", async () => {
    await take(FILE, "good");
    const one = (await allCustomers(store, "c1")).find(({ businessId }) => businessId !== "");
    expect(one).toMatchObject({ town: "Lahti", person: "p3", present: { kind: "euros", cents: 1_250_050 } });
    expect(one?.contactPersons).toEqual([{ id: "h1", name: "Mika", role: "", phone: "040 555 0123", email: "" }]);
    expect(one?.clock.toldLast).toBe("2026-10-12");
  });

  it("again changes nothing, and makes no doubles", async () => {
    await take(FILE, "all");
    expect((await preview(FILE)).counts).toMatchObject({ new: 0, update: 0, same: 3 });
    expect(await take(FILE, "all", "again")).toMatchObject({ added: 0, updated: 0 });
    expect(await known()).toHaveLength(3);
  });

  it("updates by the business id also after the name has changed, and by the name where there is no id", async () => {
    await take(FILE, "all");
    const next =
      "Asiakas;Y-tunnus;Segmentti;Puhelin;Yhteyshenkilö\nKonepaja Virtanen Group;0112038-9;Metalli;;mika\nkuljetus lehtonen oy;;Kuljetus;;\n";
    expect(await take(next, "good")).toEqual({ added: 0, updated: 2, left: [] });
    const all = await allCustomers(store, "c1");
    expect(all).toHaveLength(3);
    const one = all.find(({ businessId }) => businessId === "0112038-9");
    expect(one).toMatchObject({ name: "Konepaja Virtanen Group", segment: "Metalli", town: "Lahti" });
    expect(one?.contactPersons).toEqual([{ id: "h1", name: "mika", role: "", phone: "040 555 0123", email: "" }]);
  });

  it("takes rows of one name for one customer, unless a town or a business id tells them apart", async () => {
    const file = [
      "Asiakas;Y-tunnus;Paikkakunta",
      "Virtasen Konepaja Oy;;Lahti",
      "virtasen konepaja;0112038-9;",
      "Virtasen Konepaja;1234567-1;",
      "Kuljetus Virtanen;;Hollola",
      "Kuljetus Virtanen;;Lahti",
      "",
    ].join("\n");
    const { rows } = await preview(file);
    expect(rows.map(({ number, becomes, problems }) => [number, becomes.kind, problems])).toEqual([
      [2, "new", []],
      [3, "nothing", [{ kind: "same-as-row", field: "name", value: "virtasen konepaja", row: 2 }]],
      [4, "new", []],
      [5, "new", []],
      [6, "new", []],
    ]);
  });

  it("asks nothing where two have the name that a row gives, and takes neither", async () => {
    await take("Asiakas;Paikkakunta\nKuljetus Virtanen;Hollola\nKuljetus Virtanen;Lahti\n", "good");
    const { rows } = await preview("Asiakas;Segmentti\nKuljetus Virtanen;Kuljetus\n");
    expect(rows[0]).toMatchObject({ becomes: { kind: "nothing" }, problems: [{ kind: "several-customers" }] });
    const told = await preview("Asiakas;Paikkakunta;Segmentti\nKuljetus Virtanen;lahti;Kuljetus\n");
    expect(told.counts.update).toBe(1);
  });

  it("cut short and done again ends the same", async () => {
    const once = await preview(FILE);
    await importCustomers(store, once, "all", adding, { id: "e1", now: NOW });
    const again = await importCustomers(store, once, "all", adding, { id: "e1", now: NOW });
    expect(again).toMatchObject({ added: 3, updated: 0 });
    expect(await known()).toHaveLength(3);
  });

  it("takes the day that a file has for the next contact, of new customers and of known ones", async () => {
    await take("Asiakas\nNastolan Paja\nTestikorpi Oy\nSahaus Oy\n", "good");
    const dueOf = async (name: string) => (await allCustomers(store, "c1")).find((one) => one.name === name)?.dueOn;
    const file =
      "Asiakas;Seuraava yhteydenotto;Yhteydenottoja vuodessa\nTestikorpi Oy;4.2.2027;12\nNastolan Paja;17.2.;\nUusi Oy;5.3.2027;\n";
    expect((await preview(file)).counts).toMatchObject({ new: 1, update: 2 });
    await take(file, "good");
    expect(await Promise.all(["Testikorpi Oy", "Nastolan Paja", "Uusi Oy"].map(dueOf))).toEqual([
      "2027-02-04",
      "2027-02-17",
      "2027-03-05",
    ]);
    expect((await preview(file)).counts).toMatchObject({ new: 0, update: 0, same: 3 });
    const [late] = (await preview("Asiakas;Seuraava yhteydenotto\nSahaus Oy;4.1.2027\n")).rows;
    expect(late).toMatchObject({ becomes: { kind: "same" }, problems: [{ kind: "in-the-past" }] });
    const [justOver] = (await preview("Asiakas;Seuraava yhteydenotto\nSahaus Oy;4.1.\n")).rows;
    expect(justOver?.problems).toMatchObject([{ kind: "in-the-past", value: "2027-01-04" }]);
  });

  it("tells of a limit beside which nothing says how often, and leaves it out", async () => {
    const file =
      "Asiakas;Raja, päiviä;Toive, päiviä;Yhteydenottoja vuodessa\nNastolan Paja;30;;\nSahaus Oy;30;14;\nTestikorpi Oy;30;;12\n";
    expect((await preview(file)).rows.map(({ problems }) => problems)).toEqual([
      [{ kind: "limit-alone", field: "worstDays", value: "30" }],
      [],
      [],
    ]);
    await take(file, "all");
    const plans = (await allCustomers(store, "c1")).map(({ name, ownPlan }) => [name, ownPlan?.worstDays]);
    expect(plans.toSorted()).toEqual([
      ["Nastolan Paja", undefined],
      ["Sahaus Oy", 30],
      ["Testikorpi Oy", 30],
    ]);
    const [known] = (await preview("Asiakas;Raja, päiviä\nSahaus Oy;40\n")).rows;
    expect(known).toMatchObject({ problems: [], becomes: { kind: "update" } });
  });

  it("gives all that a row says to the one whom somebody added meanwhile", async () => {
    const shown = await preview("Asiakas;Seuraava yhteydenotto\nTestikorpi Oy;4.2.2027\n");
    await take("Asiakas\nTestikorpi Oy\n", "good");
    expect(await importCustomers(store, shown, "good", adding, { id: "later", now: NOW })).toMatchObject({
      updated: 1,
    });
    expect(await allCustomers(store, "c1")).toMatchObject([{ name: "Testikorpi Oy", dueOn: "2027-02-04" }]);
  });

  it("moves the contact that was planned to the day, and into the charge, that a file has", async () => {
    await take("Asiakas\nNastolan Paja\n", "good");
    const [{ _id = "" } = {}] = await allCustomers(store, "c1");
    const content = { ...NO_CONTACT_CONTENT, promise: "lähetän esitteen" };
    const planned = { id: "y1", company: "c1", customer: _id, person: "p1", by: "p1", content, due: "2027-02-01" };
    await planContact(store, adding.book, planned, { id: "y1", now: NOW });
    await take("Asiakas;Seuraava yhteydenotto;Vastuuhenkilö\nNastolan Paja;15.3.2027;Satu Mäki\n", "good");
    expect((await allCustomers(store, "c1"))[0]?.dueOn).toBe("2027-03-15");
    expect(await contactsOf(store, { company: "c1", customer: _id })).toMatchObject([
      { state: "planned", person: "p3", due: "2027-03-15", promise: "lähetän esitteen" },
    ]);
  });

  it("reads its own export in either language without a change", async () => {
    await take(FILE, "all");
    const all = await allCustomers(store, "c1");
    for (const language of ["fi", "en"] as const) {
      const csv = exportCsv(exportRows(all, { language, ...namesOf }), language);
      expect((await preview(csv)).counts).toEqual({ new: 0, update: 0, same: 3, nothing: 0, withProblems: 0 });
    }
  });
});
