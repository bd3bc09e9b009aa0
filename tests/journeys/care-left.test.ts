import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { customers } from "../../src/customers/customer.ts";
import { people } from "../../src/people/records.ts";
import type { Store } from "../../src/store/store.ts";
import { contactsWith } from "../support/customers.ts";
import { type Faults, failingStore, killedAfter } from "../support/failing-store.ts";
import { Journey } from "../support/journey.ts";
import { customerOf, keepsCustomer } from "../support/kept-customers.ts";

describe("the customers of somebody who left", () => {
  let journey: Journey;
  let ids: readonly string[];
  beforeEach(async () => {
    journey = await Journey.begin({ startAt: "2027-02-03T12:00:00+02:00" });
    await journey.at(1_000);
    ids = [
      await keepsCustomer(journey, "Virtasen Konepaja", "pekka", { givenClass: "A" }),
      await keepsCustomer(journey, "Lahden Leipomo", "pekka", { givenClass: "B" }),
      await keepsCustomer(journey, "Hollolan Halli", "pekka"),
    ];
    await journey.says("pekka", "soitin virtasen konepajalle, soitan 19.2.");
    await journey.store.change(people, "pekka", { set: { leftAt: journey.now } });
  });
  afterEach(() => journey.end());

  const owners = async () => Promise.all(ids.map(async (id) => (await customerOf(journey, id)).person));
  const asked = (person: string) => journey.count(person, "on lähtenyt");

  it("are handed over by one tap in the manager's weekly message; their new keeper hears of it once", async () => {
    await journey.at("2027-02-08T09:00:00+02:00");
    expect(journey.sees("marja")).toContain(
      "Pekka Salo on lähtenyt. 3 asiakasta odottaa uutta vastuuhenkilöä.\n[Kaikki: Jari Lahtinen]",
    );
    expect(asked("jari") + asked("satu")).toBe(0);
    const outcome = await journey.taps("marja", "Kaikki: Jari Lahtinen");
    expect(outcome).toMatchObject({ notice: "3 asiakasta on nyt henkilöllä Jari Lahtinen." });
    expect(await owners()).toEqual(["jari", "jari", "jari"]);
    const planned = (await contactsWith(journey, "Virtasen Konepaja")).find(({ state }) => state === "planned");
    expect(planned).toMatchObject({ person: "jari" });
    expect(journey.sees("marja")).toContain("Pekka Salo: Asiakkaat ovat uusilla vastuuhenkilöillä.");
    expect(journey.count("jari", "Marja Koski antoi hoitoosi 3 asiakasta, jotka olivat henkilöllä Pekka Salo.")).toBe(
      1,
    );
    await journey.at("2027-02-15T09:00:00+02:00");
    expect(asked("marja")).toBe(0);
  });

  it.each([1, 2, 3])(
    "are told of to their new keeper also where a kill came once %i were handed over",
    async (most) => {
      await journey.at("2027-02-08T09:00:00+02:00");
      const faults: Faults = { away: false, loseAnswers: 0 };
      let handed = 0;
      const wrap = (store: Store): Store => {
        const failing = failingStore(store, faults);
        return {
          ...failing,
          change: async (collection, id, change) => {
            const changed = await failing.change(collection, id, change);
            if (collection.name === customers.name && change.set?.person === "jari") handed += 1;
            if (handed === most) faults.beforeWrite = killedAfter(0);
            return changed;
          },
        };
      };
      journey = await journey.restart({ wrap });
      await journey.taps("marja", "Kaikki: Jari Lahtinen").catch(() => undefined);
      faults.beforeWrite = undefined;
      journey = await journey.restart({ wrap: (store) => store });
      if ((await owners()).includes("pekka")) await journey.taps("marja", "Kaikki: Jari Lahtinen");
      expect(await owners()).toEqual(["jari", "jari", "jari"]);
      expect(journey.count("jari", "Marja Koski antoi hoitoosi")).toBe(1);
    },
  );

  it("can be divided by class in a form", async () => {
    await journey.at("2027-02-08T09:00:00+02:00");
    const form = await journey.opensForm("marja", "Valitse kenelle");
    expect(await journey.submits("marja", form, { to: "" })).toMatchObject({ kind: "mistakes" });
    await journey.submits("marja", form, { to: "satu", which: "A" });
    expect(await owners()).toEqual(["satu", "pekka", "pekka"]);
    expect(journey.sees("marja")).toContain("2 asiakasta odottaa uutta vastuuhenkilöä");
    const rest = await journey.opensForm("marja", "Valitse kenelle");
    await journey.submits("marja", rest, { to: "marja", which: "all" });
    expect(await owners()).toEqual(["satu", "marja", "marja"]);
  });

  it("may be let be: the manager is asked no more", async () => {
    await journey.at("2027-02-08T09:00:00+02:00");
    await journey.taps("marja", "Jätetään");
    await journey.at("2027-02-15T09:00:00+02:00");
    expect(asked("marja")).toBe(0);
    expect(await owners()).toEqual(["pekka", "pekka", "pekka"]);
  });

  it("are handed over by nobody who leads nothing, and not to somebody who left", async () => {
    const tap = (person: string, action: object) =>
      journey.receive({
        ...journey.base(person, { kind: "private", person }),
        kind: "tapped",
        action: JSON.stringify(action),
        message: "m",
      });
    expect(await tap("jari", { kind: "left-hand", from: "pekka", to: "jari" })).toMatchObject({
      notice: "Tämän näkevät esihenkilöt ja koosteen lukijat.",
    });
    await tap("marja", { kind: "left-hand", from: "pekka", to: "pekka" });
    await tap("marja", { kind: "left-hand", from: "jari", to: "satu" });
    expect(await owners()).toEqual(["pekka", "pekka", "pekka"]);
  });
});
