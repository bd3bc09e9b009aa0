import { describe, expect, it } from "vitest";
import type { Channel } from "../../src/channels/channel.ts";
import { deliveries } from "../../src/deliveries/due/delivery.ts";
import { unsettledDeliveries } from "../../src/deliveries/unsettled.ts";
import { Journey, privately } from "../support/journey.ts";
import { Mortal } from "../support/mortal.ts";
import { COMPANY } from "../support/sample-company.ts";

const MONDAY = "2026-11-30T09:00:00+02:00";
const PEOPLE = ["satu", "marja"] as const;

/** Two people to whom a weekly message is due; the platform can be asked what arrived, or not. */
async function aMonday(canBeAsked: boolean): Promise<Journey> {
  const silent = (channel: Channel): Channel => ({ ...channel, find: () => Promise.resolve("unknown") });
  const journey = await Journey.begin({
    startAt: "2026-11-26T12:00:00+02:00",
    errors: [],
    ...(canBeAsked ? {} : { channel: silent }),
  });
  await journey.at(1_000);
  for (const person of PEOPLE) await journey.says(person, `toimenpide: asia ${person}, minä, 3.12.`);
  journey.now = Date.parse(MONDAY);
  return journey;
}

const weekly = (journey: Journey, person: string) =>
  journey.messages(privately(person)).filter(({ message }) => message.text.startsWith("Viikko 49")).length;

/** The other process looks after it, until every lease is over and every wait too. */
async function othersTakeOver(journey: Journey): Promise<void> {
  for (let nth = 0; nth < 6; nth++) await journey.at(31_000);
}

/** Kills a process at its nth call while it plans and sends; undefined when it had fewer. */
async function killedAt(nth: number, when: "before" | "after", canBeAsked: boolean) {
  const journey = await aMonday(canBeAsked);
  try {
    const mortal = new Mortal(nth, when);
    const silent = (channel: Channel): Channel => ({ ...channel, find: () => Promise.resolve("unknown") });
    const killed = journey.secondProcess({
      wrap: mortal.store,
      channel: (channel) => mortal.channel(canBeAsked ? channel : silent(channel)),
    });
    await killed.tick(journey.now).catch(() => undefined);
    await killed.due.settled();
    if (!mortal.dead) return undefined;
    await othersTakeOver(journey);
    const all = await Promise.all(
      PEOPLE.map((person) => journey.store.get(deliveries, `${COMPANY}/${person}/weekly/2026-W49`)),
    );
    const listed = await journey.store.find(unsettledDeliveries, { name: "ofCompany", equals: { company: COMPANY } });
    return {
      arrived: PEOPLE.map((person) => weekly(journey, person)),
      states: all.map((one) => one?.state),
      listed: listed.map(({ outcome }) => outcome),
    };
  } finally {
    await journey.end();
  }
}

describe("a process that is killed while it sends what is due", () => {
  it.each(["before", "after"] as const)(
    "%s any of its calls: nothing is lost or doubled where the platform can be asked",
    async (when) => {
      let nth = 1;
      for (; ; nth++) {
        const outcome = await killedAt(nth, when, true);
        if (!outcome) break;
        expect(outcome, `killed ${when} call ${nth}`).toMatchObject({ arrived: [1, 1], states: ["sent", "sent"] });
      }
      expect(nth).toBeGreaterThan(8);
    },
    120_000,
  );

  it.each(["before", "after"] as const)(
    "%s any of its calls: nothing is doubled where it cannot be asked, and what is unclear is listed",
    async (when) => {
      const unclear: number[] = [];
      for (let nth = 1; ; nth++) {
        const outcome = await killedAt(nth, when, false);
        if (!outcome) break;
        const { arrived, states, listed } = outcome;
        const told = `killed ${when} call ${nth}`;
        expect(Math.max(...arrived), told).toBeLessThanOrEqual(1);
        arrived.forEach((count, at) => {
          if (count === 0) expect(states[at], told).toBe("unclear");
        });
        const doubts = states.filter((state) => state === "unclear");
        expect(listed, told).toEqual(doubts.map(() => "dropped"));
        if (doubts.length > 0) unclear.push(nth);
      }
      expect(unclear.length).toBeGreaterThan(0);
    },
    120_000,
  );

  it("two processes at the same moment: each message once", async () => {
    const journey = await aMonday(true);
    const other = journey.secondProcess();
    await Promise.all([journey.luotsi.tick(journey.now), other.tick(journey.now)]);
    await Promise.all([journey.luotsi.tick(journey.now), other.tick(journey.now)]);
    await Promise.all([journey.luotsi.due.settled(), other.due.settled()]);
    expect(PEOPLE.map((person) => weekly(journey, person))).toEqual([1, 1]);
    await journey.end();
  });
});
