import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { channel, Journey, privately } from "../support/journey.ts";
import { onlyAction } from "../support/only-action.ts";

const TEAM = channel("koneet");

describe("the message in which an action was written", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin();
    await journey.says("satu", "toimenpide: hinnasto verkkoon, Jari, 15.12.");
  });
  afterEach(() => journey.end());

  const message = async () => {
    const { origin } = await onlyAction(journey);
    return origin.kind === "message" ? origin.message : "";
  };
  const edits = async (text: string, person = "satu") =>
    journey.receive({ ...journey.base(person, privately(person)), kind: "edited", message: await message(), text });

  it("is followed when it is edited, as often as it likes, and everybody's card says so", async () => {
    await edits("toimenpide: hinnasto ja kuvat verkkoon, Jari, 18.12.");
    expect(await onlyAction(journey)).toMatchObject({ what: "hinnasto ja kuvat verkkoon", dueOn: "2026-12-18" });
    expect(journey.sees("jari")).toContain("hinnasto ja kuvat verkkoon");
    await edits("toimenpide: hinnasto verkkoon, Marja, 18.12.");
    expect(Object.keys((await onlyAction(journey)).owners)).toEqual(["marja"]);
    expect(journey.sees("marja")).toContain("Satu Virtanen ehdottaa tätä sinulle.");
    expect(journey.messages(privately("satu"))).toHaveLength(1);
  });

  it("changes nothing when no word of it changed, or when somebody else says that they edited it", async () => {
    const before = (await onlyAction(journey)).revision;
    await edits("toimenpide: hinnasto verkkoon, Jari, 15.12.");
    await edits("toimenpide: jotain muuta", "pekka");
    expect((await onlyAction(journey)).revision).toBe(before);
    expect(journey.messages(privately("satu"))).toHaveLength(1);
  });

  it("is followed no more once somebody has done something to the action, and says so", async () => {
    await journey.taps("jari", "Otan tämän");
    await edits("toimenpide: jotain muuta, Jari, 18.12.");
    expect((await onlyAction(journey)).what).toBe("hinnasto verkkoon");
    expect(journey.sees("satu")).toContain("Toimenpidettä ”hinnasto verkkoon” on jo muutettu");
  });

  it("leaves the action when it is deleted or says no action any more, and says so", async () => {
    await edits("ei sittenkään mitään");
    expect(journey.sees("satu")).toContain("”hinnasto verkkoon” pysyy ennallaan.");
    await journey.receive({ ...journey.base("satu", privately("satu")), kind: "deleted", message: await message() });
    expect(journey.sees("satu")).toContain("toimenpide ”hinnasto verkkoon” pysyy listalla");
    expect((await onlyAction(journey)).open).toBe(true);
  });
});

describe("an action that somebody else marks as done", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin({ startAt: "2026-11-23T09:30:00+02:00" });
    await journey.at(1_000);
    await journey.says("satu", "toimenpide: hinnasto verkkoon");
    await journey.taps("jari", "Otan tämän", TEAM);
  });
  afterEach(() => journey.end());

  it("says who marked it, on its card and in its owner's next weekly message, from where it can be opened again", async () => {
    await journey.taps("pekka", "Valmis", TEAM);
    expect(journey.sees(TEAM)).toContain("Tilanne: valmis ma 23.11., sen merkitsi Pekka Salo");
    expect(journey.messages(privately("jari"))).toEqual([]);
    await journey.at("2026-11-30T09:00:00+02:00");
    expect(journey.sees("jari")).toContain("Viikko 49. Toinen merkitsi valmiiksi: hinnasto verkkoon");
    expect(journey.sees("jari")).toContain("valmis ma 23.11., sen merkitsi Pekka Salo");
    await journey.taps("jari", "Avaa uudelleen");
    expect((await onlyAction(journey)).owners).toMatchObject({ jari: { state: "accepted" } });
    await journey.at("2026-12-07T09:00:00+02:00");
    expect(journey.sees("jari")).not.toContain("Toinen merkitsi");
  });

  it("is told once, and not to who marked their own", async () => {
    await journey.taps("jari", "Valmis", TEAM);
    await journey.at("2026-11-30T09:00:00+02:00");
    expect(journey.messages(privately("jari"))).toEqual([]);
  });
});

describe("an action that nobody has taken", () => {
  it("is agreed by nobody: its card says how it stands", async () => {
    const journey = await Journey.begin();
    await journey.says("satu", "toimenpide: siivotaan varasto");
    expect(journey.sees(TEAM)).toContain("Tilanne: kukaan ei ole ottanut");
    await journey.says("satu", "toimenpide: hinnasto verkkoon, Jari");
    expect(journey.sees("jari")).toContain("Tilanne: ehdotettu");
    await journey.taps("jari", "Otan tämän");
    expect(journey.sees("jari")).toContain("Tilanne: sovittu");
    await journey.end();
  });
});
