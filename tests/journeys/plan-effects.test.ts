import { afterEach, beforeEach, expect, test } from "vitest";
import type { FormValues } from "../../src/message/form.ts";
import { actions, type PlanAction } from "../../src/plan/action.ts";
import { changeAction } from "../../src/plan/change-action.ts";
import { rounds } from "../../src/rounds/round.ts";
import { agrees, begins } from "../support/agreeing.ts";
import { type Faults, failingStore, killedAfter } from "../support/failing-store.ts";
import { Journey, optionsOf, thread } from "../support/journey.ts";
import { finishesRound, PLAN, roundOf, TEAM } from "../support/maturity-round.ts";
import { COMPANY } from "../support/sample-company.ts";

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

async function plan(): Promise<readonly PlanAction[]> {
  const all = await Promise.all(
    [true, false].map((open) =>
      journey.store.find(actions, { name: "ofTeam", equals: { company: COMPANY, team: "koneet", open } }),
    ),
  );
  return all.flat().toSorted((a, b) => (a.what < b.what ? -1 : 1));
}

/** The facilitator changes what stands in the summary. */
async function liftsAgain(values: FormValues): Promise<void> {
  const form = await journey.opensForm("satu", "Muuta nostettavia");
  await journey.submits("satu", form, { ...PLAN, ...values });
}

async function agreesOnActions(): Promise<void> {
  await begins(journey, "kehittämistoimet");
  await agrees(journey, "development-actions", "Numerot yhteen rekisteriin; 1; 2\nRekisterille omistaja; 1");
  await agrees(journey, "development-actions", "ei");
}

test("what somebody does first for what is lifted is an action, proposed to them, and follows when it is changed", async () => {
  expect(await plan()).toMatchObject([
    {
      what: "Listaa nykyiset rekisterit",
      dimension: "data-management",
      dueOn: "2026-12-11",
      owners: { satu: { state: "proposed" } },
    },
  ]);
  await liftsAgain({ owner: "jari", due: "2026-12-18" });
  const [action, ...more] = await plan();
  expect(more).toEqual([]);
  expect(action).toMatchObject({ dueOn: "2026-12-18" });
  expect(Object.keys(action?.owners ?? {})).toEqual(["jari"]);
  expect((await roundOf(journey)).effectsAt).toBeNull();
});

test("a first deed stands under what is lifted where that is one thing, and under neither of two", async () => {
  await liftsAgain({ lift: ["data-management", "strategic-approach"] });
  expect(await plan()).toMatchObject([{ what: "Listaa nykyiset rekisterit", dimension: null }]);
  await liftsAgain({ lift: ["strategic-approach"] });
  expect(await plan()).toMatchObject([{ what: "Listaa nykyiset rekisterit", dimension: "strategic-approach" }]);
});

test("people's own talk beside a table that is being filled is left alone; who calls the coach, and once what is as short as a cell, hears how a row is written", async () => {
  await begins(journey, "kehittämistoimet");
  const place = thread("koneet", "koneet:development-actions:1");
  const before = journey.messages(place).length;
  await journey.says("jari", "kahvia lisää pojat!", { in: place });
  expect(journey.messages(place)).toHaveLength(before);
  await journey.says("jari", "kahvia lisää pojat", { in: place });
  await journey.says("pekka", "tulen kohta mukaan", { in: place });
  expect(journey.messages(place)).toHaveLength(before + 1);
  await journey.says("jari", "kahvia lisää pojat", { in: place, addressed: true });
  expect(journey.messages(place)).toHaveLength(before + 2);
});

test("development actions become actions with their dimension and level, and the year plan gives them quarter and owner", async () => {
  await agreesOnActions();
  const made = (await plan()).filter(({ origin }) => origin.kind === "row" && origin.flow === "development-actions");
  expect(made).toMatchObject([
    { what: "Numerot yhteen rekisteriin", dimension: "data-management", level: 2, due: null },
    { what: "Rekisterille omistaja", dimension: "data-management", level: null, due: null },
  ]);
  expect(journey.count(TEAM, "2, Suunnattu")).toBe(1);
  // The team sees its plan once, where anybody may take what nobody has.
  expect(journey.sees(TEAM)).toContain("Numerot yhteen rekisteriin");
  await begins(journey, "vuosisuunnitelma");
  const place = thread("koneet", "koneet:year-plan:1");
  await journey.says("satu", "1; Q1/2020; Jari", { in: place });
  expect(journey.sees(place)).toContain("Sain neljänneksen Q1/2020, ja se on jo ohi. Aikaisin sopiva on Q4/2026.");
  await agrees(journey, "year-plan", "1; Q1/2027; Jari; Kaikki soittavat rekisteristä\n2; Q2/2027");
  const placed = (await plan()).filter(({ origin }) => origin.kind === "row" && origin.flow === "development-actions");
  expect(placed).toMatchObject([
    { quarter: "2027-1", dueOn: "2027-03-31", doneWhen: "Kaikki soittavat rekisteristä", level: 2 },
    { quarter: "2027-2", dueOn: "2027-06-30", doneWhen: "" },
  ]);
  expect(journey.count(TEAM, "Numerot yhteen rekisteriin | Q1/2027 | Jari Lahtinen | Kaikki soittavat")).toBe(1);
  expect(Object.keys(placed[0]?.owners ?? {})).toEqual(["jari"]);
});

test("an agreement that a crash cuts short before its actions are made is finished by the clock, once", async () => {
  await begins(journey, "kehittämistoimet");
  await agrees(journey, "development-actions", "Numerot yhteen rekisteriin; 1; 2\nRekisterille omistaja; 1");
  const before = (await plan()).length;
  // The answer and the agreement are written, the second action is not.
  faults.beforeWrite = killedAfter(6);
  await agrees(journey, "development-actions", "ei").catch(() => undefined);
  faults.beforeWrite = undefined;
  for (let again = 0; again < 3; again++) await journey.at(2_000);
  const round = await journey.store.get(rounds, "koneet:development-actions:1");
  if (round?.state !== "agreed") await agrees(journey, "development-actions", "ei");
  await journey.at(2_000);
  expect(await plan()).toHaveLength(before + 2);
  expect((await roundOf(journey, "koneet:development-actions:1")).effectsAt).toBeNull();
});

test("a row that is taken away takes its untouched action along, and what people edited stays theirs", async () => {
  await agreesOnActions();
  const [, edited] = (await plan()).filter(({ origin }) => origin.kind === "row" && origin.step === "lifted");
  const event = { id: "edit", now: journey.now };
  await changeAction(journey.store, edited?._id ?? "", event, "jari", () => ({
    set: { what: "Jari omistaa rekisterin", edited: ["what"] },
    did: "edited",
  }));
  const place = thread("koneet", "koneet:development-actions:1");
  const [card] = journey.messages(place);
  const change = card && optionsOf(card.message).find(({ label }) => label === "Muuta");
  const tap = { kind: "tapped", action: change?.action ?? "", message: card?.id ?? "" } as const;
  await journey.receive({ ...journey.base("satu", place), ...tap });
  for (const row of ["Numerot yhteen rekisteriin", "Rekisterille omistaja"])
    await journey.taps("satu", `Poista: ${row}`, place);
  await agrees(journey, "development-actions", "Puretaan vanhat taulukot; 1");
  const left = (await plan()).filter(({ origin }) => origin.kind === "row" && origin.step === "lifted");
  expect(left.map(({ what, rowGone }) => [what, rowGone])).toEqual([
    ["Jari omistaa rekisterin", true],
    ["Puretaan vanhat taulukot", false],
  ]);
});
