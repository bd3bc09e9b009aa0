import { expect, it } from "vitest";
import { accounts } from "../../../src/people/records.ts";
import { responses } from "../../../src/rounds/response.ts";
import { answers, CHANNEL, closesAndAgrees, lifts, peopleOf, startsRound } from "../../support/platforms/company.ts";
import { TENANT, teamsUser } from "../../support/platforms/teams-people.ts";
import { roundsIn, startWorld } from "../../support/platforms/world.ts";

const OFFICE = [
  { user: "USATU", name: "Satu Virtanen", language: "fi", admin: true },
  { user: "UJARI", name: "Jari Lahtinen", language: "fi" },
  { user: "UMARJA", name: "Marja Koski", language: "fi" },
] as const;
/** Jari is here too. */
const WORKSHOP = [
  { user: "ULIISA", name: "Liisa Niemi", language: "fi" },
  { user: "UJARI", name: "Jari Lahtinen", language: "fi" },
  { user: "UPEKKA", name: "Pekka Salo", language: "fi" },
] as const;

it("a company answers one round half in Slack, half in Teams", async () => {
  const world = await startWorld({
    slack: { over: "http", people: OFFICE, team: "koneet" },
    teams: { place: "channel", people: WORKSHOP },
  });
  try {
    const { slack, teams } = world;
    if (!slack || !teams) throw new Error("two platforms are needed");
    const [satu, jari, marja] = peopleOf(slack);
    const [liisa, jariInTeams, pekka] = peopleOf(teams);
    if (!(satu && jari && marja && liisa && jariInTeams && pekka)) throw new Error("six accounts are needed");
    await slack.addsLuotsi(satu.user);
    await satu.sees("Olen Luotsi", CHANNEL);
    await teams.addsLuotsi(liisa.user);
    await liisa.sees("Olen Luotsi", CHANNEL);

    await satu.says("liitoskoodi");
    const { words } = await satu.sees("Koodi toisen alustan liittämiseen");
    await liisa.says(`liity ${/[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(words)?.[0]}`);
    await liisa.sees("Liitetty: tämä alusta kuuluu nyt yritykseen");

    const joined = await liisa.says("liitä tiimiin koneet", CHANNEL);
    await liisa.sees("Tämä kanava kuuluu nyt tiimiin koneet. Mukaan tuli 3 henkilöä.", joined.answered);

    await satu.says("yhdistä henkilöt");
    const form = await satu.opens("Yhdistä henkilöt");
    const two = { kept: "Jari Lahtinen (Slack)", other: "Jari Lahtinen (Teams)", prefers: "Teams" };
    expect(await form.submit(two)).toEqual({ kind: "closed" });
    await satu.sees("Jari Lahtinen on nyt yksi henkilö, ja viestit tulevat tänne: Teams.");

    await startsRound(satu, 5);
    await liisa.sees("0/5 vastannut", CHANNEL);
    await Promise.all(
      [satu, marja, liisa, pekka].map(async (one) => {
        await one.taps("Vastaa", CHANNEL);
        await answers(one, "2 3 3 2 #2 2");
      }),
    );
    // He taps in Slack, and is asked where he reads his messages.
    await jari.taps("Vastaa", CHANNEL);
    await answers(jariInTeams, "4 3 3 4 2 2");
    expect(jari.count("1/6")).toBe(0);
    for (const one of [satu, liisa]) await one.sees("5/5 vastannut", CHANNEL);
    for (const one of [satu, liisa]) expect(one.count("vastannut", CHANNEL)).toBe(1);

    await closesAndAgrees(satu);
    for (const one of [satu, liisa]) await one.sees("Viisi vastasi.", CHANNEL);
    await lifts(satu);
    for (const one of [satu, liisa]) {
      const summary = await one.sees("Ensimmäinen teko", CHANNEL);
      expect([summary.hasPicture, one.count("Ensimmäinen teko", CHANNEL)]).toEqual([true, 1]);
      const card = await one.sees("Digikypsyys, 1. kierros\nKierros on valmis", CHANNEL);
      await one.sees("Muutos · Digikypsyys, 1. kierros", one.platform.under(card));
    }

    await world.stored(async (store) => {
      const [round, ...more] = await roundsIn(store);
      expect(more).toEqual([]);
      expect([round?.outbox, round?.invited.length]).toEqual([{}, 5]);
      const equals = { company: round?.company ?? "", round: round?._id ?? "" };
      const all = await store.find(responses, { name: "ofRound", equals });
      expect(all.map(({ finishedAt }) => finishedAt !== null)).toEqual([true, true, true, true, true]);
      const owned = await Promise.all(
        ["slack/T1/UJARI", `teams/${TENANT}/${teamsUser("UJARI")}`].map((id) => store.get(accounts, id)),
      );
      expect(owned[0]?.person).toBe(owned[1]?.person);
    });
  } finally {
    await world.end();
  }
}, 240_000);
