import { describe, it } from "vitest";
import { deliveries } from "../../../src/deliveries/due/delivery.ts";
import { BUCKETS } from "../../../src/deliveries/outbox.ts";
import { companies } from "../../../src/people/records.ts";
import type { Store } from "../../../src/store/store.ts";
import { BOTH, begun } from "../../support/platforms/begun.ts";

const ALL_BUCKETS = Array.from({ length: BUCKETS }, (_, bucket) => bucket);

/** Two hours go by, in a company that is closed at no time of the year. */
async function twoHoursLater(store: Store): Promise<number> {
  const due = await store.find(deliveries, { name: "claimable", equals: { bucket: ALL_BUCKETS }, to: Date.now() * 2 });
  const visits = due.filter(({ about }) => about.kind === "visit");
  for (const { _id, company } of visits) {
    await store.change(deliveries, _id, { set: { claimAt: Date.now(), dueAt: Date.now() } });
    await store.change(companies, company, { set: { closedWeeks: { ranges: [], through: 9999 } } });
  }
  return visits.length;
}

describe("a visit to a customer", () => {
  it.concurrent.for(BOTH)(
    "is prepared before the door and asked about once in %s, after a restart, and logged with what was agreed",
    async ([, options], { onTestFinished, expect }) => {
      const { world, jari } = await begun(options, onTestFinished);
      await jari.says("soitin metallimiehille, lupasin tarjouksen");
      const who = await jari.opens("Kerro asiakas");
      await who.submit({ name: "Metallimiehet Oy" });
      await jari.sees("Metallimiehet Oy, puhelu tänään");

      await jari.says("menossa metallimiehille");
      const before = await jari.sees("Kysy:");
      expect(before.words).toContain("Metallimiehet Oy");
      expect(jari.isOffered("Asiakkaan tiedot")).toBe(true);

      expect(await world.stored(twoHoursLater)).toBe(1);
      await world.restart();
      await jari.sees("Miten meni? Metallimiehet Oy");
      const form = await jari.opens("Sovimme jatkosta");
      expect(await form.submit({ agreed: "tarjous keskiviikoksi" })).toEqual({ kind: "closed" });
      await jari.sees("Metallimiehet Oy, käynti tänään");
      expect(jari.count("Miten meni?")).toBe(0);
      expect(jari.count("Kysy:")).toBe(1);
    },
  );
});
