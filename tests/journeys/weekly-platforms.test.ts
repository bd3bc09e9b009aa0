import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { accounts, installations, memberships, people } from "../../src/people/records.ts";
import { Journey, privately } from "../support/journey.ts";
import { recordingChannel, type Seen } from "../support/recording-channel.ts";
import { COMPANY } from "../support/sample-company.ts";

const MONDAY = "2026-11-30T09:00:00+02:00";

describe("someone with accounts on two platforms", () => {
  let journey: Journey;
  let onSlack: Seen[];
  beforeEach(async () => {
    onSlack = [];
    journey = await Journey.begin({
      startAt: "2026-11-26T12:00:00+02:00",
      also: [
        {
          ...recordingChannel(
            () => onSlack,
            () => journey.now,
          ),
          platform: "slack",
        },
      ],
    });
    const { store } = journey;
    await store.insert(installations, { _id: "slack/T1", company: COMPANY, platform: "slack", tenant: "T1" });
    for (const [user, person] of [
      ["U1", "satu"],
      ["U2", "marja"],
    ] as const)
      await store.insert(accounts, {
        _id: `slack/T1/${user}`,
        company: COMPANY,
        installation: "slack/T1",
        user,
        person,
      });
    await store.change(people, "satu", { set: { prefers: "slack" } });
    await store.change(people, "marja", { set: { prefers: "web" } });
    await journey.at(60_000);
    for (const person of ["satu", "marja"]) await journey.says(person, "toimenpide: hinnasto verkkoon, minä, 3.12.");
    onSlack.length = 0;
  });
  afterEach(() => journey.end());

  it("gets one weekly message, on the one that they prefer, and answers it there", async () => {
    await journey.at(MONDAY);
    expect(onSlack.map(({ message }) => message.text.split("\n")[0])).toEqual(["Viikko 49: yksi toimenpide"]);
    expect(journey.count("satu", "Viikko 49")).toBe(0);
    expect(journey.count("marja", "Viikko 49")).toBe(1);
    const [weekly] = onSlack;
    const done = weekly?.message.blocks.flatMap((block) => (block.kind === "choices" ? block.options : []))[0];
    expect(done?.label).toBe("Valmis");
    await journey.receive({
      ...journey.base("satu", privately("satu")),
      kind: "tapped",
      action: done?.action ?? "",
      message: weekly?.id ?? "",
    });
    expect(onSlack[0]?.message.text).toContain("hinnasto verkkoon valmis");
    expect(onSlack).toHaveLength(1);
  });

  it("gets nothing any more of a team that they have left", async () => {
    await journey.store.remove(memberships, "koneet/marja");
    await journey.at(MONDAY);
    expect(journey.count("marja", "Viikko 49")).toBe(0);
  });
});
