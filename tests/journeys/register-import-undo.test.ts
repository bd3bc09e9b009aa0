import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { allCustomers } from "../../src/customers/find-customers.ts";
import { type Faults, failingStore, killedAfter } from "../support/failing-store.ts";
import { Journey, privately } from "../support/journey.ts";
import { COMPANY } from "../support/sample-company.ts";
import { sendsFile } from "../support/send-file.ts";

const CSV = ["Asiakas;Paikkakunta", "Virtasen Konepaja Oy;Lahti", "Nieminen Oy;Heinola", "Rautanen Oy;Hollola"].join(
  "\n",
);

describe("undoing an import", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin();
    await journey.says("jari", "asiakas: Nieminen Oy, Lahti");
    await sendsFile(journey, "jari", {
      text: CSV.replace("Nieminen Oy;Heinola", "Nieminen Oy;Lahti;Metsä").replace(
        "Paikkakunta",
        "Paikkakunta;Segmentti",
      ),
    });
    await journey.taps("jari", "Tuo asiakkaat");
  });
  afterEach(() => journey.end());

  const names = async () => (await allCustomers(journey.store, COMPANY)).map(({ name }) => name).sort();
  const ALL = ["Nieminen Oy", "Rautanen Oy", "Virtasen Konepaja Oy"];

  it("takes whom it added out again, and says what stays", async () => {
    expect(journey.sees("jari")).toContain("uusia 2, päivitettyjä 1");
    const { option, seen } = journey.find(privately("jari"), "Kumoa");
    await journey.taps("jari", "Kumoa");
    expect(journey.sees("jari")).toContain(
      "Tuonti on kumottu: 2 uutta asiakasta on otettu pois. Yksi päivitys jäi voimaan.",
    );
    expect(await names()).toEqual(["Nieminen Oy"]);
    const base = journey.base("jari", privately("jari"));
    const again = await journey.receive({ ...base, kind: "tapped", action: option.action, message: seen.id });
    expect(again).toEqual({ kind: "taken", notice: "Tämä tuonti on jo kumottu." });
    await journey.says("jari", "omat asiakkaat");
    expect(journey.sees("jari")).not.toContain("Rautanen");
    await sendsFile(journey, "jari", { text: CSV });
    await journey.taps("jari", "Tuo asiakkaat");
    expect(await names()).toEqual(["Nieminen Oy", ...ALL]);
  });

  it("is what the word means, where it was the last thing, and leaves whom something was noted on", async () => {
    await journey.says("jari", "soitin rautaselle, tilaa syksyllä");
    await journey.says("jari", "kumoa");
    expect(journey.sees("jari")).toContain("Otettu pois:");
    expect(await names()).toEqual(ALL);
    await journey.says("jari", "kumoa");
    expect(journey.sees("jari")).toContain(
      "Tuonti on kumottu: yksi uusi asiakas on otettu pois. Yksi uusi jäi, koska siihen on jo kirjattu muuta.",
    );
    expect(await names()).toEqual(["Nieminen Oy", "Rautanen Oy"]);
  });

  it("takes nothing older back where the import only updated", async () => {
    await sendsFile(journey, "jari", { text: "Asiakas;Segmentti\nRautanen Oy;Metsä" });
    await journey.taps("jari", "Tuo asiakkaat");
    expect(journey.sees("jari")).not.toContain("[Kumoa]");
    await journey.says("jari", "kumoa");
    expect(journey.sees("jari")).toContain("Tuonti vain päivitti asiakkaita, ja ne jäävät voimaan.");
    expect(await names()).toEqual(ALL);
  });

  it("comes too late after a day", async () => {
    await journey.at(25 * 60 * 60 * 1000);
    const outcome = await journey.taps("jari", "Kumoa");
    expect(outcome).toMatchObject({ notice: expect.stringContaining("Tuonnista on yli vuorokausi") });
    expect(await names()).toEqual(ALL);
  });

  it("goes on after the process was killed in the middle", async () => {
    const faults: Faults = { away: false, loseAnswers: 0 };
    journey = await journey.restart({ wrap: (store) => failingStore(store, faults) });
    // The state, the message that shows it and its sending, and one of the two customers.
    faults.beforeWrite = killedAfter(4);
    await journey.taps("jari", "Kumoa").catch(() => undefined);
    faults.beforeWrite = undefined;
    journey = await journey.restart({ wrap: (store) => store });
    await journey.luotsi.imports.settled();
    await journey.luotsi.courier.settled();
    expect(await names()).toEqual(["Nieminen Oy"]);
    expect(journey.sees("jari")).toContain("Tuonti on kumottu: 2 uutta asiakasta on otettu pois.");
  });
});
