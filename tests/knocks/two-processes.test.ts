import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Luotsi } from "../../src/assemble.ts";
import type { Incoming } from "../../src/channels/incoming.ts";
import { Journey, privately, thread } from "../support/journey.ts";
import { answers, levelsOf, PLAN, responseOf, roundOf, starts, TEAM } from "../support/maturity-round.ts";

describe("two processes on one store", () => {
  let journey: Journey;
  let other: Luotsi;
  beforeEach(async () => {
    journey = await Journey.begin();
    other = journey.secondProcess();
  });
  afterEach(async () => {
    await other.courier.settled();
    await journey.end();
  });

  /** The platform delivers to both, twice each. */
  async function toBoth(incoming: Incoming): Promise<readonly string[]> {
    const outcomes = await Promise.all(
      [journey.luotsi, other, journey.luotsi, other].map(({ receiver }) => receiver.receive(incoming)),
    );
    await settled();
    return outcomes.map(({ kind }) => kind).sort();
  }

  async function settled(): Promise<void> {
    await journey.luotsi.courier.settled();
    await other.courier.settled();
  }

  async function timePasses(to: string): Promise<void> {
    journey.now = Date.parse(to);
    await Promise.all([journey.luotsi.tick(journey.now), other.tick(journey.now), other.tick(journey.now)]);
    await settled();
  }

  it("take each event once, though both get it twice", async () => {
    await starts(journey);
    for (const person of ["jari", "pekka", "marja"]) {
      const { option, seen } = journey.find(TEAM, "Vastaa");
      await toBoth({ ...journey.base(person, TEAM), kind: "tapped", action: option.action, message: seen.id });
      expect(journey.count(person, "Strategia · 1/6")).toBe(1);
      for (const [nth, level] of ["2", "4", "2", "1", "3", "2"].entries()) {
        const said = {
          ...journey.base(person, privately(person)),
          kind: "said",
          text: level,
          message: `m${nth}`,
          addressed: false,
        } as const;
        expect(await toBoth(said)).toEqual(["repeated", "repeated", "repeated", "taken"]);
      }
      expect(await levelsOf(journey, person)).toBe("2 4 2 1 3 2");
      expect(journey.count(person, "Kaikkiin kohtiin on vastattu.")).toBe(1);
      for (const title of ["Strategia", "Mittaaminen", "Asiakastieto"])
        expect(journey.count(person, `${title} · `)).toBe(1);
    }
    expect(journey.messages(TEAM).filter(({ message }) => message.text.includes("3/5 vastannut"))).toHaveLength(1);
  });

  it("open one round, remind once, close once, and summarise once", async () => {
    await journey.says("satu", "Aloita digikypsyys", { in: TEAM });
    const form = await journey.opensForm("satu", "Aloita kierros", TEAM);
    const values = { invited: ["satu", "jari", "pekka", "marja", "priya"], date: "26.11.", time: "14.00" };
    await toBoth({ ...journey.base("satu", TEAM), kind: "submitted", action: form.action, values });
    expect(journey.count(TEAM, "vastannut")).toBe(1);
    for (const person of ["satu", "jari", "pekka"]) await answers(journey, person, "2 4 2 1 3 2");
    await timePasses("2026-11-25T09:00:00+02:00");
    expect(journey.count("marja", "Muistutan kerran")).toBe(1);
    expect(journey.count("jari", "Muistutan kerran")).toBe(0);
    await timePasses("2026-11-26T14:00:00+02:00");
    await timePasses("2026-11-26T14:01:00+02:00");
    expect(journey.count(TEAM, "Kolme vastasi.")).toBe(1);
    const { option, seen } = journey.find(privately("satu"), "Hyväksy nämä yhdessä");
    await toBoth({
      ...journey.base("satu", privately("satu")),
      kind: "tapped",
      action: option.action,
      message: seen.id,
    });
    const lift = await journey.opensForm("satu", "Valitse nostettavat");
    await toBoth({ ...journey.base("satu", privately("satu")), kind: "submitted", action: lift.action, values: PLAN });
    expect(journey.count(TEAM, "Katsomme uudestaan")).toBe(1);
    expect((await roundOf(journey)).agreed.lift).toMatchObject({ revision: 1 });
    expect((await roundOf(journey)).outbox).toEqual({});
  });

  it("let a round that is answered together begin and end once", async () => {
    await starts(journey);
    for (const person of ["satu", "jari", "pekka"]) await answers(journey, person, "2 3 2 4 2 2");
    await journey.closes("satu");
    await journey.taps("satu", "Hyväksy nämä yhdessä");
    const lift = await journey.opensForm("satu", "Valitse nostettavat");
    await journey.submits("satu", lift, PLAN);
    await journey.says("satu", "aloita seuraava taso", { in: TEAM });
    const form = await journey.opensForm("satu", "Aloita kierros", TEAM);
    await toBoth({ ...journey.base("satu", TEAM), kind: "submitted", action: form.action, values: {} });
    const place = thread("koneet", "koneet:next-level:1");
    expect(journey.messages(place)).toHaveLength(1);
    for (const person of ["jari", "pekka"]) {
      const said = {
        ...journey.base(person, place),
        kind: "said",
        text: `Ehdotus, ${person}`,
        message: `m-${person}`,
        addressed: false,
      } as const;
      await toBoth(said);
    }
    const { proposals } = await responseOf(journey, null, "koneet:next-level:1");
    expect(Object.keys(proposals["data-management"] ?? {})).toHaveLength(2);
    expect(journey.messages(place)).toHaveLength(1);
  });

  it("lose no answer when one person answers in both at the same moment", async () => {
    await starts(journey);
    await journey.taps("jari", "Vastaa", TEAM);
    const base = () => ({ ...journey.base("jari", privately("jari")), kind: "tapped", message: "m" }) as const;
    const answer = (step: string, level: number) =>
      JSON.stringify({ kind: "answer", round: "koneet:digital-maturity:1", step, value: { kind: "level", level } });
    const steps = ["strategic-approach", "performance-measurement", "structure-resources", "data-management"];
    await Promise.all(
      steps.map((step, nth) =>
        (nth % 2 === 0 ? journey.luotsi : other).receiver.receive({ ...base(), action: answer(step, nth + 1) }),
      ),
    );
    await settled();
    const { answers: standing, asked } = await responseOf(journey, "jari");
    expect(Object.keys(standing).sort()).toEqual([...steps].sort());
    expect(asked?.step).toBe("marketing-communications");
    await journey.at(31_000);
    expect((await responseOf(journey, "jari")).outbox).toEqual({});
  });
});
