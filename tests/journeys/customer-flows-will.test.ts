import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { contactsOf } from "../../src/customers/find-customers.ts";
import { answersAlone, beginsAlone, hasCustomers, register } from "../support/customer-flows.ts";
import { channel, Journey, optionsOf, privately } from "../support/journey.ts";
import { COMPANY } from "../support/sample-company.ts";

const ANSWERS = [
  "virtasen konepajalle",
  "välttämätön",
  "epäilee",
  "vähemmän",
  "kyllä",
  "Käyn kysymässä, mikä viipyi",
  "7.12.",
];

describe("a customer's will", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin();
    await hasCustomers(journey, "jari", { "Virtasen Konepaja": {} });
  });
  afterEach(() => journey.end());

  it("is told with what to do next, and put on the customer once it is saved", async () => {
    await journey.says("jari", "aloita tahto ja tärkeys");
    expect(journey.sees("jari")).toContain(
      "vastauksesi näet vain sinä. Sen, minkä lopuksi tallennat rekisteriin, näkee koko yritys.",
    );
    await journey.taps("jari", "Aloita");
    await answersAlone(journey, "jari", ANSWERS);
    expect(journey.sees("jari")).toContain("Tallennettu näkyy koko yritykselle");
    const told = journey.transcript(privately("jari"));
    expect(told).toContain("Tahto ja tärkeys: Virtasen Konepaja\nParempaa toivova");
    expect(told).toContain("Hälytys: tärkeä asiakas on hiljentynyt.");
    expect(told).toContain("Reklamaatio: jokin on mennyt pieleen");
    expect(told).toContain("Lupasit itsellesi tehdä viimeistään 7.12.2026: Käyn kysymässä, mikä viipyi");
    expect(told).toContain("Virtasen Konepaja, suunniteltu yhteydenotto: Käyn kysymässä, mikä viipyi");
    expect(journey.sees("jari")).toContain("Virtasen Konepaja: yhteistyö: välttämätön, asiakas epäilee (uusi)");
    expect((await register(journey))["Virtasen Konepaja"]?.will).toBeNull();
    await journey.taps("jari", "Tallenna rekisteriin");
    const customer = (await register(journey))["Virtasen Konepaja"];
    expect(customer?.will).toEqual({ importance: "necessary", will: "doubted", on: "2026-11-23" });
    const planned = await contactsOf(journey.store, { company: COMPANY, customer: customer?._id ?? "" });
    expect(planned).toMatchObject([{ state: "planned", due: "2026-12-07", purpose: "Käyn kysymässä, mikä viipyi" }]);
    expect(customer?.history.at(-1)).toMatchObject({ did: "will", by: "jari" });
    expect(journey.messages(channel("koneet"))).toEqual([]);
  });

  it("asks which of several was meant; once that is answered, its old buttons change nothing and say so", async () => {
    await hasCustomers(journey, "jari", { "Kuljetus Virtanen": {} });
    await beginsAlone(journey, "jari", "tahto ja tärkeys");
    await journey.says("jari", "virtanen");
    const asked = journey.last(privately("jari"));
    await journey.taps("jari", "Kuljetus Virtanen");
    for (const { action } of optionsOf(asked.message)) {
      const tapped = { ...journey.base("jari", privately("jari")), kind: "tapped", action, message: asked.id } as const;
      expect(await journey.receive(tapped)).toMatchObject({ notice: expect.stringContaining("Tämä nappi on vanha") });
    }
    expect(journey.sees("jari")).toContain("Yhteistyön tärkeys");
  });

  it("does not say that all is well with a customer that complains, and plans no contact without a day", async () => {
    await beginsAlone(journey, "jari", "tahto ja tärkeys");
    await answersAlone(journey, "jari", [
      "virtasen konepajalle",
      "samantekevä",
      "haluaa",
      "yhtä paljon",
      "kyllä",
      "ohita",
    ]);
    const told = journey.transcript(privately("jari"));
    expect(told).not.toMatch(/kaikki toimii|ei ole tyytymätön/u);
    expect(told.indexOf("Reklamaatio: jokin on mennyt pieleen")).toBeLessThan(
      told.indexOf("Seuraavaksi: pidä palvelu"),
    );
    expect(told).not.toContain("suunniteltu yhteydenotto");
  });

  it("stays with the person when it is not saved, and speaks English to whom it should", async () => {
    await beginsAlone(journey, "priya", "will and importance");
    await answersAlone(journey, "priya", ["Salo Builders", "1", "wants it", "more", "no", "skip"]);
    const told = journey.transcript(privately("priya"));
    expect(told).toContain("Co-operation that develops the customer");
    expect(told).not.toContain("Alarm:");
    expect(journey.sees("priya")).toContain("Added to the register, in your charge: Salo Builders.");
    expect(Object.keys(await register(journey))).toEqual(["Virtasen Konepaja"]);
  });
});
