import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { channel, Journey, optionsOf, privately } from "../support/journey.ts";
import { onlyAction } from "../support/only-action.ts";
import { actionsNamed } from "../support/weekly.ts";

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

  it("asks about other days once it speaks of another week", async () => {
    await edits("toimenpide: hinnasto verkkoon, Jari, viikolla 50");
    expect(journey.sees("satu")).toContain("[ma 7.12.] [pe 11.12.]");
    await edits("toimenpide: hinnasto verkkoon, Jari, viikolla 49");
    expect(journey.sees("satu")).toContain("[ma 30.11.] [pe 4.12.]");
    expect(await onlyAction(journey)).toMatchObject({ due: null, mayBeDue: ["2026-11-30", "2026-12-04"] });
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

describe("a message about which something is asked before it is recorded", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin();
  });
  afterEach(() => journey.end());

  const said = (person: string, text: string, message = "m1") =>
    journey.receive({ ...journey.base(person, privately(person)), kind: "said", text, message, addressed: false });
  const edits = (person: string, text: string, message = "m1") =>
    journey.receive({ ...journey.base(person, privately(person)), kind: "edited", message, text });
  const deletes = (person: string, message = "m1") =>
    journey.receive({ ...journey.base(person, privately(person)), kind: "deleted", message });

  it("is recorded as it reads in the end, by someone of several teams", async () => {
    await said("jari", "toimenpide: siivotaan varasto, minä");
    await edits("jari", "toimenpide: siivotaan molemmat varastot, minä, 15.12.");
    expect(journey.messages(privately("jari"))).toHaveLength(1);
    expect(journey.sees("jari")).toContain("Minkä tiimin toimenpide on ”siivotaan molemmat varastot”?");
    await edits("jari", "kahvia lisää");
    expect(journey.sees("jari")).toContain("Viestissä ei ole enää toimenpidettä, joten en kirjannut mitään.");
    await edits("jari", "toimenpide: siivotaan molemmat varastot, minä, 16.12.");
    await journey.taps("jari", "koneet");
    expect(await onlyAction(journey)).toMatchObject({ what: "siivotaan molemmat varastot", dueOn: "2026-12-16" });
    await edits("jari", "toimenpide: siivotaan pihakin, minä, 16.12.");
    expect(await onlyAction(journey)).toMatchObject({ what: "siivotaan pihakin" });
    expect(journey.count("jari", "Minkä tiimin")).toBe(0);
  });

  it("leaves nothing when it is deleted", async () => {
    await said("jari", "toimenpide: siivotaan varasto, minä");
    await deletes("jari");
    expect(journey.sees("jari")).toBe("Viestissä ei ole enää toimenpidettä, joten en kirjannut mitään.\n");
    await deletes("jari");
    expect(journey.messages(privately("jari"))).toHaveLength(1);
  });

  it("says the same as another one: it is in the plan already, which is shown, and one tap notes it anyway", async () => {
    await said("satu", "toimenpide: hinnasto verkkoon, minä, 15.12.");
    await said("satu", "toimenpide: Hinnasto verkkoon", "m2");
    await onlyAction(journey);
    expect(journey.sees("satu")).toMatch(
      /Tämä on jo suunnitelmassa[^\n]*\nhinnasto verkkoon ti 15\.12\.\n\[Avaa\] \[Kirjaa silti\]/u,
    );
    await journey.taps("satu", "Kirjaa silti");
    expect(await actionsNamed(journey, "Hinnasto")).toHaveLength(1);
    expect(await actionsNamed(journey, "hinnasto")).toHaveLength(1);
    await said("satu", "toimenpide: Hinnasto verkkoon, Jari", "m3");
    expect(await actionsNamed(journey, "Hinnasto")).toHaveLength(2);
  });

  it("has the same words as one whose date could not be read just now: that one gets its date", async () => {
    await said("satu", "toimenpide: hinnasto verkkoon, Jari, 31.2.");
    const again = {
      ...journey.base("satu", privately("satu")),
      kind: "said",
      addressed: false,
      message: "m2",
    } as const;
    for (let times = 0; times < 2; times++)
      await journey.receive({ ...again, text: "toimenpide: hinnasto verkkoon, Jari, 4.12." });
    expect(await actionsNamed(journey, "hinnasto")).toMatchObject([{ dueOn: "2026-12-04" }]);
    expect(journey.sees("satu")).toContain("Valmis viimeistään: pe 4.12.");
    await said("satu", "toimenpide: hinnasto verkkoon, Jari, 18.12.", "m3");
    expect(await actionsNamed(journey, "hinnasto")).toHaveLength(2);
  });

  it("no longer says the same once it is edited, and is recorded", async () => {
    await said("satu", "toimenpide: hinnasto verkkoon, minä, 15.12.");
    await said("satu", "toimenpide: hinnasto verkkoon, minä, 15.12.", "m2");
    await edits("satu", "toimenpide: esite verkkoon, minä, 15.12.", "m2");
    expect(await actionsNamed(journey, "esite")).toMatchObject([{ dueOn: "2026-12-15" }]);
    expect(journey.count("satu", "Tämä on jo suunnitelmassa")).toBe(0);
    await edits("satu", "toimenpide: esite verkkoon, minä, 16.12.", "m2");
    expect(await actionsNamed(journey, "esite")).toMatchObject([{ dueOn: "2026-12-16" }]);
  });

  it("is asked about once, however often the platform tells of it", async () => {
    const first = { ...journey.base("satu", privately("satu")), kind: "said", addressed: false } as const;
    const told = { ...first, text: "toimenpide: hinnasto verkkoon", message: "m1" };
    await journey.receive(told);
    await journey.receive(told);
    expect(journey.messages(privately("satu"))).toHaveLength(1);
    const again = { ...told, ...journey.base("satu", privately("satu")), message: "m2" };
    await journey.receive(again);
    await journey.receive(again);
    expect(journey.count("satu", "Tämä on jo suunnitelmassa")).toBe(1);
  });
});

describe("what somebody else does to an action", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin();
    await journey.says("satu", "toimenpide: hinnasto verkkoon, minä, 15.12.");
  });
  afterEach(() => journey.end());

  it("is told to its owner once: another day", async () => {
    await journey.says("satu", "siirrä: hinnasto, 16.12.");
    const before = journey.messages(privately("satu")).length;
    await journey.says("marja", "siirrä: hinnasto, 18.12.");
    expect(journey.sees("satu")).toBe("Marja Koski vaihtoi toimenpiteen ”hinnasto verkkoon” määräpäivän: pe 18.12.\n");
    expect(journey.messages(privately("satu"))).toHaveLength(before + 1);
    await journey.says("marja", "siirrä: hinnasto, Q1/2027");
    expect(journey.sees("satu")).toContain("määräpäivän: Q1/2027, viimeistään ke 31.3.2027.");
  });

  it("is seen in the weekly message that they have: the day it is due now", async () => {
    await journey.at("2026-11-30T09:00:00+02:00");
    const { id } = journey.last(privately("satu"));
    const week = () => journey.messages(privately("satu")).find((one) => one.id === id)?.message.text;
    expect(week()).toContain("hinnasto verkkoon ti 15.12.");
    await journey.says("marja", "siirrä: hinnasto, 18.12.");
    expect(week()).toContain("hinnasto verkkoon siirretty, pe 18.12.");
  });

  it("is told to whose it is: who joined in, and to whom it was handed over", async () => {
    await journey.says("pekka", "luovuta: hinnasto, Jari");
    expect(journey.count("satu", "Pekka Salo luovutti toimenpiteesi ”hinnasto verkkoon” toiselle.")).toBe(1);
    expect(journey.transcript(privately("satu"))).toContain("Tekijä on nyt Jari Lahtinen.");
    await journey.taps("jari", "Otan tämän");
    await journey.says("marja", "otan: hinnasto");
    await journey.taps("marja", "Lähden mukaan");
    expect(journey.count("jari", "Marja Koski lähti mukaan toimenpiteeseen ”hinnasto verkkoon”.")).toBe(1);
    expect(journey.count("satu", "lähti mukaan") + journey.count("marja", "lähti mukaan")).toBe(0);
  });

  it("is told to who proposed it to them: they do not take it; and handed over it is not under way", async () => {
    await journey.says("satu", "menossa: hinnasto");
    await journey.says("marja", "luovuta: hinnasto, Jari");
    await journey.says("marja", "toimenpiteet");
    const [row] = optionsOf(journey.last(privately("marja")).message);
    expect(row && "sign" in row ? row.sign : "").toBe("Jari Lahtinen · ehdotettu · ti 15.12.");
    await journey.taps("jari", "Ei minun");
    expect(journey.count("marja", "Jari Lahtinen ei ota ehdottamaasi toimenpidettä ”hinnasto verkkoon”.")).toBe(1);
    expect(journey.count("satu", "ei ota")).toBe(0);
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
