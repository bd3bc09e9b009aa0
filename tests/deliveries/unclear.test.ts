import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Channel, PostFailed } from "../../src/channels/channel.ts";
import { unsettledDeliveries } from "../../src/deliveries/unsettled.ts";
import { failingChannel, type Trouble } from "../support/failing-channel.ts";
import { Journey, privately } from "../support/journey.ts";
import { answers, responseOf, starts, TEAM } from "../support/maturity-round.ts";
import { COMPANY } from "../support/sample-company.ts";

const QUESTION = "Strategia · 1/6";
const REMINDER = "Muistutan kerran";

describe("a sending of which nobody knows whether it arrived", () => {
  let trouble: Trouble;
  let journey: Journey;
  beforeEach(async () => {
    trouble = { next: [], canBeAsked: true, tried: [] };
    journey = await Journey.begin({ channel: (recording) => failingChannel(recording, trouble) });
    await starts(journey);
  });
  afterEach(() => journey.end());

  async function unsettled(): Promise<readonly string[]> {
    const all = await journey.store.find(unsettledDeliveries, { name: "ofCompany", equals: { company: COMPANY } });
    return all.map((one) => `${one.class} ${one.place} ${one.outcome}`);
  }

  it("is looked for where the platform can be asked: what arrived is not repeated", async () => {
    trouble.next.push("lost");
    await journey.taps("jari", "Vastaa", TEAM);
    await journey.at(60_000);
    expect(journey.count("jari", QUESTION)).toBe(1);
    expect(await unsettled()).toEqual(["conversation private found"]);
    await journey.says("jari", "2");
    expect(journey.sees("jari")).toContain("Mittaaminen · 2/6");
  });

  it("is repeated when it did not arrive", async () => {
    trouble.next.push("vanishes");
    await journey.taps("jari", "Vastaa", TEAM);
    expect(journey.count("jari", QUESTION)).toBe(0);
    await journey.at(60_000);
    expect(journey.count("jari", QUESTION)).toBe(1);
    expect(await unsettled()).toEqual(["conversation private repeated"]);
  });

  it("is repeated where the platform cannot be asked, when it is a question", async () => {
    trouble.canBeAsked = false;
    trouble.next.push("lost");
    await journey.taps("jari", "Vastaa", TEAM);
    await journey.at(60_000);
    expect(journey.count("jari", QUESTION)).toBe(2);
    expect(await unsettled()).toEqual(["conversation private repeated"]);
    await journey.says("jari", "2");
    expect(journey.sees("jari")).toContain("Mittaaminen · 2/6");
  });

  it("is left alone where the platform cannot be asked, when it is a reminder", async () => {
    trouble.canBeAsked = false;
    for (const person of ["satu", "pekka", "marja", "priya"]) await answers(journey, person, "2 2 2 2 2 2");
    trouble.next.push("vanishes");
    await journey.at("2026-11-25T09:00:00+02:00");
    await journey.at(60_000);
    await journey.at(60_000);
    expect(journey.count("jari", REMINDER)).toBe(0);
    expect(await unsettled()).toEqual(["reminder private dropped"]);
    expect((await responseOf(journey, "jari")).outbox).toEqual({});
  });

  it("is listed once, in whatever order processes die and come back", async () => {
    trouble.next.push("vanishes", "vanishes", "lost");
    await journey.taps("jari", "Vastaa", TEAM);
    for (let nth = 0; nth < 3; nth++) {
      journey = await journey.restart();
      await journey.at(120_000);
    }
    expect(journey.count("jari", QUESTION)).toBe(1);
    expect([...(await unsettled())].sort()).toEqual(["conversation private found", "conversation private repeated"]);
  });
});

it("a reminder that the platform's limits turn away holds up nothing that is said to the same person after it", async () => {
  let storms = 0;
  const full = (channel: Channel): Channel => ({
    ...channel,
    post: (company, place, message, delivery, hurry, mayGo) => {
      if (hurry !== "storm") return channel.post(company, place, message, delivery, hurry, mayGo);
      storms += 1;
      return Promise.reject(new PostFailed("no room so soon", { retryAfterSeconds: 300 }));
    },
  });
  const journey = await Journey.begin({ channel: full });
  await starts(journey);
  for (const person of ["satu", "pekka", "marja", "priya"]) await answers(journey, person, "2 2 2 2 2 2");
  await journey.at("2026-11-25T09:00:00+02:00");
  expect([storms, journey.messages(privately("jari")).length]).toEqual([1, 0]);
  await journey.taps("jari", "Vastaa", TEAM);
  await journey.says("jari", "2");
  expect(journey.sees("jari")).toContain("Mittaaminen · 2/6");
  await journey.end();
});

describe("a sending that the platform refused", () => {
  const errors: string[] = [];
  let trouble: Trouble;
  let journey: Journey;
  beforeEach(async () => {
    errors.splice(0);
    trouble = { next: [], canBeAsked: false, tried: [] };
    journey = await Journey.begin({ errors, channel: (recording) => failingChannel(recording, trouble) });
    await starts(journey);
  });
  afterEach(() => journey.end());

  it("is made again when the platform said, once, and what waited behind it follows in order", async () => {
    trouble.next.push("fails");
    await journey.taps("jari", "Vastaa", TEAM);
    await journey.at(4_000);
    expect(journey.count("jari", QUESTION)).toBe(0);
    await journey.at(1_000);
    expect(journey.count("jari", QUESTION)).toBe(1);
    expect(await journey.store.find(unsettledDeliveries, { name: "ofCompany", equals: { company: COMPANY } })).toEqual(
      [],
    );
  });

  it("does not make a reminder that stands behind it doubtful", async () => {
    for (const person of ["satu", "pekka", "marja", "priya"]) await answers(journey, person, "2 2 2 2 2 2");
    await journey.at("2026-11-25T08:59:50+02:00");
    trouble.next.push("fails", "fails", "fails");
    await journey.taps("jari", "Vastaa", TEAM);
    await journey.at("2026-11-25T09:00:00+02:00");
    for (let minute = 0; minute < 5; minute++) await journey.at(60_000);
    expect(journey.count("jari", QUESTION)).toBe(1);
    expect(journey.count("jari", REMINDER)).toBe(1);
    expect((await responseOf(journey, "jari")).outbox).toEqual({});
  });

  it("comes through after an hour, and is given up and listed only after that", async () => {
    trouble.next.push(...Array<"fails">(7).fill("fails"));
    await journey.taps("jari", "Vastaa", TEAM);
    for (let minute = 0; minute < 90; minute++) await journey.at(60_000);
    expect(journey.count("jari", QUESTION)).toBe(1);
    trouble.next.push(...Array<"fails">(20).fill("fails"));
    await journey.taps("pekka", "Vastaa", TEAM);
    for (let minute = 0; minute < 240; minute += 5) await journey.at(5 * 60_000);
    const listed = await journey.store.find(unsettledDeliveries, { name: "ofCompany", equals: { company: COMPANY } });
    expect(listed.map(({ outcome }) => outcome)).toEqual(["given-up"]);
    expect(errors).toEqual(["gave up sending"]);
  });

  it("is given up at once when it can never succeed, and what stands behind it is sent", async () => {
    trouble.next.push("hopeless");
    await journey.taps("jari", "Vastaa", TEAM);
    await journey.at(1_000);
    expect(trouble.tried.length).toBe(new Set(trouble.tried).size);
    const listed = await journey.store.find(unsettledDeliveries, { name: "ofCompany", equals: { company: COMPANY } });
    expect(listed.map(({ outcome }) => outcome)).toEqual(["given-up"]);
    expect(errors).toEqual(["gave up sending"]);
    await journey.says("jari", "tilanne");
    expect(journey.sees("jari").length).toBeGreaterThan(0);
  });

  it("holds nothing up when it only redraws a message that was deleted; a card that was deleted is posted anew", async () => {
    await journey.taps("jari", "Vastaa", TEAM);
    journey.seen.splice(0);
    await journey.says("jari", "2");
    expect(journey.sees("jari")).toContain("Mittaaminen · 2/6");
    await journey.says("satu", "sulje kierros");
    await journey.taps("satu", "Suljetaan silti");
    expect(journey.count(TEAM, "Digikypsyys, 1. kierros")).toBe(2);
    expect((await responseOf(journey, "jari")).outbox).toEqual({});
  });
});
