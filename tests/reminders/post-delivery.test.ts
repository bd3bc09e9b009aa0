import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { deliveries } from "../../src/deliveries/due/delivery.ts";
import { unsettledDeliveries } from "../../src/deliveries/unsettled.ts";
import { failingChannel, type Trouble } from "../support/failing-channel.ts";
import { Journey, privately } from "../support/journey.ts";
import { COMPANY } from "../support/sample-company.ts";

const KEY = `${COMPANY}/satu/weekly/2026-W49`;

describe("sending a weekly message to a platform", () => {
  let journey: Journey;
  let trouble: Trouble;
  beforeEach(async () => {
    trouble = { next: [], canBeAsked: true, tried: [] };
    journey = await Journey.begin({
      startAt: "2026-11-26T12:00:00+02:00",
      channel: (channel) => failingChannel(channel, trouble),
    });
    await journey.at(1_000);
    await journey.says("satu", "toimenpide: hinnasto verkkoon, minä, 3.12.");
    trouble.tried.length = 0;
  });
  afterEach(() => journey.end());

  const monday = () => journey.at("2026-11-30T09:00:00+02:00");
  const arrived = () => journey.count("satu", "Viikko 49");
  const standing = () => journey.store.get(deliveries, KEY);
  async function listed() {
    const all = await journey.store.find(unsettledDeliveries, { name: "ofCompany", equals: { company: COMPANY } });
    return all.map(({ delivery, outcome, class: kind }) => ({ delivery, outcome, class: kind }));
  }

  it("that refuses for now is tried again when it says", async () => {
    trouble.next.push("fails", "fails");
    await monday();
    expect([arrived(), (await standing())?.state]).toEqual([0, "planned"]);
    await journey.at(6_000);
    await journey.at(6_000);
    expect([arrived(), (await standing())?.state, (await standing())?.attempts]).toEqual([1, "sent", 0]);
    expect(await listed()).toEqual([]);
  });

  it("whose answer is lost is asked before anything is repeated", async () => {
    trouble.next.push("lost");
    await monday();
    expect((await standing())?.state).toBe("sending");
    await journey.at(10_000);
    expect([arrived(), (await standing())?.state, trouble.tried]).toEqual([1, "sent", [KEY]]);
    expect(await listed()).toEqual([{ delivery: KEY, outcome: "found", class: "reminder" }]);
    await journey.taps("satu", "Valmis");
    expect(journey.sees("satu")).toContain("hinnasto verkkoon valmis");
  });

  it("that lost the message gets it once more", async () => {
    trouble.next.push("vanishes");
    await monday();
    await journey.at(10_000);
    expect([arrived(), (await standing())?.state, trouble.tried.length]).toEqual([1, "sent", 2]);
    expect(await listed()).toMatchObject([{ outcome: "repeated" }]);
  });

  it("that cannot be asked gets nothing twice: it is listed, and next week's message tells it again", async () => {
    trouble.canBeAsked = false;
    trouble.next.push("vanishes");
    await monday();
    await journey.at(10_000);
    await journey.at(3_600_000);
    expect([arrived(), (await standing())?.state, trouble.tried]).toEqual([0, "unclear", [KEY]]);
    expect(await listed()).toEqual([{ delivery: KEY, outcome: "dropped", class: "reminder" }]);
    await journey.at("2026-12-07T09:00:00+02:00");
    expect(journey.count("satu", "Viikko 50")).toBe(1);
  });

  it("whose unclear message did arrive takes its taps all the same", async () => {
    trouble.canBeAsked = false;
    trouble.next.push("lost");
    await monday();
    await journey.at(10_000);
    expect((await standing())?.state).toBe("unclear");
    await journey.taps("satu", "Valmis");
    expect(journey.sees("satu")).toMatch(/^Viikko 49: mitään ei ole nyt avoinna\n.*hinnasto verkkoon valmis/su);
  });

  it("that refuses for good is not tried again, and the admin can see it", async () => {
    trouble.next.push("hopeless");
    await monday();
    await journey.at(3_600_000);
    expect([arrived(), (await standing())?.state, (await standing())?.reason]).toEqual([0, "dropped", "given-up"]);
    expect(await listed()).toMatchObject([{ outcome: "given-up" }]);
  });

  it("that lost it and then keeps saying wait is not asked for ever: after a day the next one tells it", async () => {
    trouble.next.push("vanishes", ...Array.from({ length: 400 }, () => "fails" as const));
    await monday();
    for (let hours = 0; hours < 25; hours += 1) await journey.at(3_600_000);
    expect(await standing()).toMatchObject({ state: "dropped", reason: "late" });
    const tried = trouble.tried.length;
    for (let hours = 0; hours < 5; hours += 1) await journey.at(3_600_000);
    expect(trouble.tried).toHaveLength(tried);
    expect(await listed()).toMatchObject([{ outcome: "repeated" }]);
  });

  it("that is slow holds up neither the tick nor the others", async () => {
    await journey.says("marja", "toimenpide: messut, minä, 3.12.");
    let release: () => void = () => undefined;
    const stuck = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = journey.secondProcess({
      channel: (channel) => ({
        ...channel,
        post: async (company, place, ...rest) => {
          if (place.kind === "private" && place.person === "satu") await stuck;
          return channel.post(company, place, ...rest);
        },
      }),
    });
    journey.now = Date.parse("2026-11-30T09:00:00+02:00");
    await slow.tick(journey.now);
    await slow.tick(journey.now);
    await expect.poll(() => journey.count("marja", "Viikko 49")).toBe(1);
    expect(arrived()).toBe(0);
    release();
    await slow.due.settled();
    expect(arrived()).toBe(1);
  });

  it("that has no room for it yet is asked before anything is made ready, and gets it when it said", async () => {
    let isFull = true;
    const full = journey.secondProcess({
      channel: (channel) => ({
        ...failingChannel(channel, trouble),
        stormWait: () => Promise.resolve(isFull ? 7 : 0),
      }),
    });
    const ticks = async (at: number) => {
      journey.now = at;
      await full.tick(at);
      await full.due.settled();
    };
    const nine = Date.parse("2026-11-30T09:00:00+02:00");
    await ticks(nine);
    expect(await standing()).toMatchObject({ state: "planned", claimAt: nine + 7_000, fence: 1, attempts: 0 });
    expect(trouble.tried).toEqual([]);
    isFull = false;
    await ticks(nine + 7_000);
    expect([arrived(), (await standing())?.state, trouble.tried]).toEqual([1, "sent", [KEY]]);
  });

  it("has nowhere to go: it waits, and when it is a day late, the next one tells it", async () => {
    await journey.end();
    journey = await Journey.begin({
      startAt: "2026-11-26T12:00:00+02:00",
      channel: (channel) => ({ ...channel, platform: "teams" }),
    });
    await journey.at(1_000);
    await journey.says("satu", "toimenpide: hinnasto verkkoon, minä, 3.12.");
    await monday();
    expect((await standing())?.state).toBe("planned");
    await journey.at("2026-12-01T09:00:01+02:00");
    expect(await standing()).toMatchObject({ state: "dropped", reason: "late" });
    expect(journey.messages(privately("satu"))).toEqual([]);
  });
});
