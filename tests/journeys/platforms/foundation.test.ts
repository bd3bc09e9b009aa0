import { describe, expect, it } from "vitest";
import { begun } from "../../support/platforms/begun.ts";
import {
  answers,
  CHANNEL,
  closesAndAgrees,
  FIVE,
  isAsked,
  lifts,
  startsRound,
} from "../../support/platforms/company.ts";
import type { Person } from "../../support/platforms/person.ts";
import type { Said } from "../../support/platforms/platform.ts";
import { roundsIn, type WorldOptions } from "../../support/platforms/world.ts";

const WAYS: readonly (readonly [string, WorldOptions])[] = [
  ["Slack over HTTP", { slack: { over: "http", people: FIVE, team: "koneet" } }],
  ["Slack over Socket Mode", { slack: { over: "socket", people: FIVE, team: "koneet" } }],
  ["a channel of Teams", { teams: { place: "channel", people: FIVE } }],
  ["a group chat of Teams", { teams: { place: "group", people: FIVE } }],
];

describe("a team's first rounds", () => {
  it.concurrent.for(WAYS)(
    "go from the first word to the second summary in %s",
    { timeout: 240_000 },
    async ([, options], { onTestFinished, expect }) => {
      const { world, satu, jari, pekka, marja, priya } = await begun(options, onTestFinished);
      await startsRound(satu, 5);
      for (const one of [satu, jari, pekka, marja, priya]) await one.taps("Vastaa", CHANNEL);
      const said = await firstAnswers(jari);
      await Promise.all([
        answers(jari, "1 kolme #4 #2 2", { from: 2 }),
        answers(satu, "2 #3 määritetty #3 2 2"),
        answers(pekka, "2 #1 3 2 2 3"),
        answers(marja, "#2 4 3 - 2 3"),
        answers(priya, "2 #4 defined three 2 3"),
      ]);
      await jari.edits(said, "3");
      await jari.sees("Kirjattu: 3, Määritetty");
      await priya.sees("Every question is answered");
      await satu.sees("5/5 vastannut", CHANNEL);
      await closesAndAgrees(satu);
      await satu.sees("Viisi vastasi.", CHANNEL);
      await lifts(satu);
      const summary = await satu.sees("Nostamme", CHANNEL);
      expect(summary.hasPicture).toBe(true);
      await nextLevel(satu, [jari, pekka]);
      await secondRound(satu, [satu, jari, pekka, marja, priya]);
      await world.stored(async (store) => {
        const all = await roundsIn(store);
        expect(all.map(({ outbox }) => outbox)).toEqual([{}, {}, {}]);
        expect(all.map(({ flow, number, state }) => [flow, number, state]).sort()).toEqual([
          ["digital-maturity", 1, "agreed"],
          ["digital-maturity", 2, "agreed"],
          ["next-level", 1, "agreed"],
        ]);
      });
    },
  );
});

/** The first question with all that one may do beside answering it; gives what was answered. */
async function firstAnswers(jari: Person): Promise<Said> {
  await jari.sees(" · 1/6");
  await jari.says("mikä on CLV?");
  await jari.sees("CLV");
  await jari.says("tauko");
  await jari.sees("jatka");
  await jari.says("jatka");
  await jari.sees("Jäit kohtaan 1/6");
  const said = await jari.says("2");
  await isAsked(jari, 2);
  return said;
}

/** What was lifted is talked through together, in the round's thread. */
async function nextLevel(satu: Person, proposing: readonly Person[]): Promise<void> {
  const { answered } = await satu.says("aloita seuraava taso", CHANNEL);
  const opened = await (await satu.opens("Aloita kierros", answered)).submit();
  expect(opened.kind).toBe("closed");
  const card = await satu.sees("Seuraava taso, 1. kierros", CHANNEL);
  const thread = satu.platform.under(card);
  await satu.sees("Asiakastieto · 2/3", thread);
  for (const [nth, one] of proposing.entries()) await one.says(`Ehdotus ${nth}: yksi rekisteri`, thread);
  const join = await satu.opens("Otetaan…", thread);
  expect(join.fields.proposals).toHaveLength(proposing.length);
  await join.submit({ proposals: join.fields.proposals ?? [] });
  await satu.taps("Ei muuta, kirjataan", thread);
  await satu.taps("Ehdotan", thread);
  await satu.taps("Otetaan", thread);
  await satu.taps("Ei muuta, kirjataan", thread);
  await satu.sees("3, Määritetty → 4, Tarkennettu", CHANNEL);
}

/** Three months on: the same again, and how far it has come. */
async function secondRound(satu: Person, all: readonly Person[]): Promise<void> {
  await startsRound(satu, 5);
  await Promise.all(
    all.slice(0, 3).map(async (one) => {
      const since = one.platform.sheets(one.chat).length;
      await one.taps("Vastaa", CHANNEL);
      await answers(one, "3 3 3 4 2 3", { since });
    }),
  );
  await satu.sees("3/5 vastannut", CHANNEL);
  await closesAndAgrees(satu);
  await lifts(satu);
  const card = await satu.sees("Digikypsyys, 2. kierros\nKierros on valmis", CHANNEL);
  const spread = satu.platform.under(card);
  await satu.sees("Muutos · Digikypsyys, 2. kierros", spread);
  expect(satu.platform.sheets(spread).filter(({ hasPicture }) => hasPicture).length).toBeGreaterThan(0);
}
