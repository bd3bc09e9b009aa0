import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Journey } from "../support/journey.ts";
import { DEFAULT_PEOPLE } from "../support/sample-company.ts";

const SATU_ADMIN = {
  ...DEFAULT_PEOPLE,
  satu: { name: "Satu Virtanen", roles: ["admin", "member"], teams: ["koneet"] },
} as const;

describe("who comes back after a week or more", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin({ people: SATU_ADMIN, startAt: "2026-11-26T12:00:00+02:00" });
    await journey.at(1_000);
  });
  afterEach(() => journey.end());

  async function mornings(...days: readonly string[]): Promise<void> {
    for (const day of days) await journey.at(`${day}T09:00:30+02:00`);
  }

  it("from an absence of their own begins with three things, and nothing is late", async () => {
    for (const what of ["hinnasto", "esite", "messut", "kuvat"])
      await journey.says("satu", `toimenpide: ${what}, minä, 4.12.`);
    await journey.says("satu", "poissa 2.12.–13.12.");
    await mornings("2026-11-30", "2026-12-07", "2026-12-14");
    expect(journey.sees("satu")).toMatch(/^Viikko 51: neljä toimenpidettä\nAloita näistä\n/u);
    expect(journey.sees("satu")).toContain("[Näytä kaikki (4)]");
    expect(journey.sees("satu").match(/ pe 4\.12\./gu)).toHaveLength(3);
    await journey.taps("satu", "Menossa");
    await journey.says("satu", "koti");
    expect(journey.sees("satu")).not.toContain("myöhässä");
    await mornings("2026-12-21");
    expect(journey.sees("satu")).toMatch(/^Viikko 52: neljä toimenpidettä\nMyöhässä\n/u);
    await journey.says("satu", "koti");
    expect(journey.sees("satu")).toContain("pe 4.12. · myöhässä");
  });

  it("begins so, but not who was away for a day or two", async () => {
    await journey.says("satu", "toimenpide: hinnasto, minä, 4.12.");
    await journey.says("satu", "poissa 3.12.–4.12.");
    await mornings("2026-11-30", "2026-12-07");
    expect(journey.sees("satu")).toMatch(/^Viikko 50: yksi toimenpide\nMyöhässä\n/u);
  });

  it("on a Thursday is not late on the next Monday; a month later the old card stands as it stood", async () => {
    await journey.says("satu", "lomaviikot 2026: 24.12.–6.1.");
    await journey.says("satu", "toimenpide: hinnasto, minä, 28.12.");
    await mornings("2027-01-07");
    expect(journey.sees("satu")).toMatch(/^Viikko 1: yksi toimenpide\nAloita näistä\nhinnasto ma 28\.12\.2026\n/u);
    const { option, seen: old } = journey.find({ kind: "private", person: "satu" }, "Menossa");
    await mornings("2027-01-11");
    expect(journey.sees("satu")).toMatch(/^Viikko 2: yksi toimenpide\nAloita näistä\n/u);
    await journey.says("satu", "toimenpide: messut, minä, 3.2.");
    await mornings("2027-01-18", "2027-01-25", "2027-02-01");
    const place = { kind: "private", person: "satu" } as const;
    await journey.receive({
      ...journey.base("satu", place),
      kind: "tapped",
      action: option.action,
      message: old.id,
    });
    expect(old.message.text).toMatch(
      /^Viikko 1: yksi toimenpide\nAloita näistä\nhinnasto ma 28\.12\.2026 · menossa\n\[[^\n]*\nTulee/u,
    );
  });

  it("and is asked first whether to go on gets the same list after that question, as of the day of the answer", async () => {
    await journey.says("satu", "toimenpide: hinnasto, minä, 28.12.");
    await journey.says("satu", "lomaviikot 2026: 24.12.–6.1.");
    await mornings("2026-11-30", "2026-12-07", "2027-01-07");
    expect(journey.sees("satu")).toContain("Jatketaanko");
    await mornings("2027-01-15");
    await journey.taps("satu", "Kuten ennen");
    expect(journey.sees("satu")).toMatch(/^Viikko 2: yksi toimenpide\nAloita näistä\n/u);
  });
});
