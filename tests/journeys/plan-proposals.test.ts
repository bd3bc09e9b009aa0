import { afterEach, beforeEach, expect, test } from "vitest";
import { agrees, begins } from "../support/agreeing.ts";
import { type Faults, failingStore, killedAfter } from "../support/failing-store.ts";
import { Journey, privately } from "../support/journey.ts";
import { finishesRound, PLAN, TEAM } from "../support/maturity-round.ts";

const faults: Faults = { away: false, loseAnswers: 0 };
let journey: Journey;
beforeEach(async () => {
  journey = await Journey.begin({ wrap: (store) => failingStore(store, faults), errors: [] });
  await finishesRound(journey);
});
afterEach(async () => {
  faults.beforeWrite = undefined;
  await journey.end();
});

async function plansTheYear(rows: string): Promise<void> {
  await begins(journey, "kehittämistoimet");
  await agrees(
    journey,
    "development-actions",
    "Numerot yhteen rekisteriin; 1; 2\nRekisterille omistaja; 1\nSiivous; 1",
  );
  await agrees(journey, "development-actions", "ei");
  await begins(journey, "vuosisuunnitelma");
  await agrees(journey, "year-plan", rows);
}

const proposed = (person: string) => journey.count(person, "Sinulle ehdotetaan");

test("who is named for the first deed is asked in their private chat, and the card follows what is decided later", async () => {
  expect(journey.sees("satu")).toContain("Tätä ehdotetaan sinulle.");
  expect(journey.sees("satu")).toContain("Listaa nykyiset rekisterit");
  const form = await journey.opensForm("satu", "Muuta nostettavia");
  await journey.submits("satu", form, { ...PLAN, owner: "jari", deed: "Rekisterit listaksi" });
  expect(journey.sees("jari")).toContain("Rekisterit listaksi");
  expect(journey.count("satu", "Rekisterit listaksi")).toBe(1);
  expect(journey.sees("satu")).not.toContain("Tätä ehdotetaan sinulle.");
  await journey.taps("jari", "Otan tämän");
  expect(journey.sees("jari")).toContain("Tekijä: Jari");
  expect(journey.sees("satu")).toContain("Tekijä: Jari");
});

test("the first deed stands where the team is told of it as it is now: moved, handed over, done", async () => {
  const told = async () => {
    await journey.taps("marja", "Missä mennään", TEAM);
    return journey.sees(TEAM);
  };
  const asAgreed = "Ensimmäinen teko: Listaa nykyiset rekisterit, Satu Virtanen, pe 11.12.";
  await journey.says("satu", "koti");
  expect(journey.sees("satu")).toContain(asAgreed);
  await journey.taps("satu", "Otan tämän");
  const when = await journey.opensForm("satu", "Siirrä");
  await journey.submits("satu", when, { due: "18.12." });
  expect(await told()).toContain("Listaa nykyiset rekisterit, Satu Virtanen, pe 18.12.");
  const hand = await journey.opensForm("satu", "Luovuta");
  await journey.submits("satu", hand, { to: "jari" });
  expect(await told()).toContain("Listaa nykyiset rekisterit, Jari Lahtinen, pe 18.12.");
  await journey.taps("jari", "Ei minun");
  expect(await told()).toContain("Listaa nykyiset rekisterit, kukaan ei ole ottanut, pe 18.12.");
  await journey.taps("jari", "Otan tämän");
  await journey.taps("jari", "Valmis");
  expect(await told()).toContain("Listaa nykyiset rekisterit, Jari Lahtinen, valmis");
  await journey.says("satu", "koti");
  expect(journey.sees("satu")).toContain("Listaa nykyiset rekisterit, Jari Lahtinen, valmis");
});

test("from the weekly message it is handed over as well, by whom it is proposed to and by who has taken it", async () => {
  await journey.at("2026-12-07T09:00:00+02:00");
  expect(journey.sees("satu")).toContain("Viikko 50");
  const asked = await journey.opensForm("satu", "Luovuta");
  await journey.submits("satu", asked, { to: "marja" });
  expect(journey.sees("marja")).toContain("Satu Virtanen ehdottaa tätä sinulle.");
  await journey.taps("marja", "Otan tämän");
  await journey.at("2026-12-14T09:00:00+02:00");
  expect(journey.sees("marja")).toContain("Viikko 51");
  const taken = await journey.opensForm("marja", "Luovuta");
  await journey.submits("marja", taken, { to: "pekka" });
  expect(journey.sees("pekka")).toContain("Marja Koski ehdottaa tätä sinulle.");
});

test("who is named for several things in the year plan gets one message, and answers each of them in it", async () => {
  const before = journey.messages(privately("jari")).length;
  await plansTheYear("1; Q1/2027; Jari\n2; Q2/2027; Jari ja Marja\n3; Q3/2027");
  expect(journey.messages(privately("jari"))).toHaveLength(before + 1);
  expect(journey.sees("jari")).toContain("Sinulle ehdotetaan: kaksi toimenpidettä");
  // Who is asked about one thing sees its card; who is not named hears nothing.
  expect(journey.sees("marja")).toContain("Tätä ehdotetaan sinulle.");
  expect(proposed("pekka") + journey.count("pekka", "ehdotetaan sinulle")).toBe(0);
  await journey.taps("jari", "Otan tämän");
  expect(journey.sees("jari")).toContain("Sinulle ehdotetaan: yksi toimenpide");
  await journey.taps("jari", "Ei minun");
  expect(journey.sees("jari")).toContain("Vastasit näihin ehdotuksiin");
  expect(journey.messages(privately("jari"))).toHaveLength(before + 1);
});

test("what was asked once is not asked again when the plan is agreed anew, and what is new is", async () => {
  await plansTheYear("1; Q1/2027; Jari\n2; Q2/2027; Jari\n3; Q3/2027");
  const before = journey.messages(privately("jari")).length;
  await journey.taps("satu", "Muuta", { kind: "thread", team: "koneet", round: "koneet:year-plan:1" });
  await agrees(journey, "year-plan", "3; Q3/2027; Marja");
  expect(journey.messages(privately("jari"))).toHaveLength(before);
  expect(journey.sees("marja")).toContain("Siivous");
});

test("a process that dies before it has asked leaves it to the clock, and everyone is asked once", async () => {
  await begins(journey, "toimintasuunnitelma");
  await agrees(journey, "action-plan", "Soitot; 18.12.2026; Jari\nHinnasto; 18.12.2026; Jari", () => {
    faults.beforeWrite = killedAfter(6);
  }).catch(() => undefined);
  faults.beforeWrite = undefined;
  for (let again = 0; again < 3; again++) await journey.at(2_000);
  expect(proposed("jari")).toBe(1);
  expect(journey.sees(TEAM)).toContain("Soitot");
});
