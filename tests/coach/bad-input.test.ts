import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readAction } from "../../src/coach/action.ts";
import { responses } from "../../src/rounds/response.ts";
import { Journey, privately, thread } from "../support/journey.ts";
import {
  answers,
  finishesRound,
  levelsOf,
  ROUND,
  responseOf,
  roundOf,
  starts,
  TEAM,
} from "../support/maturity-round.ts";

const NASTY = [
  "<script>alert('x')</script> & <b>lihava</b>",
  "*tähti* _alaviiva_ ~yli~ `koodi` [linkki](http://x.example) # otsikko",
  "<!channel> <@U123> @everyone <at>Jari</at> @luotsi2",
  "\u202Ekäännetty שלום مرحبا\u202C",
  "👩‍🔧🇫🇮 vain merkkejä 🙂",
  "=CMD()|'/c calc'!A0 {{name}} $t(coach.help) $" + "{process.env}",
  "__proto__",
  "constructor",
];

describe("what people write", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin();
  });
  afterEach(() => journey.end());

  it("is shown back literally and stored whole, whatever it looks like", async () => {
    await finishesRound(journey);
    await journey.says("satu", "aloita seuraava taso", { in: TEAM });
    await journey.submits("satu", await journey.opensForm("satu", "Aloita kierros", TEAM), {}, TEAM);
    const place = thread("koneet", "koneet:next-level:1");
    for (const text of NASTY) {
      await journey.says("jari", text, { in: place });
      expect(journey.sees(place)).toContain(text.replace(/\s+/gu, " "));
    }
    const { proposals } = await responseOf(journey, null, "koneet:next-level:1");
    const texts = Object.values(proposals["data-management"] ?? {}).map(({ value }) =>
      value.kind === "text" ? value.text : "",
    );
    expect(new Set(texts)).toEqual(new Set(NASTY));
  });

  it("is refused with the limit named when it is too long, and nothing of it is recorded", async () => {
    await finishesRound(journey);
    await journey.says("satu", "aloita seuraava taso", { in: TEAM });
    await journey.submits("satu", await journey.opensForm("satu", "Aloita kierros", TEAM), {}, TEAM);
    const place = thread("koneet", "koneet:next-level:1");
    await journey.says("jari", "a".repeat(1_000_000), { in: place });
    expect(journey.sees(place)).toMatch(/Vastauksessa on .*merkkiä, ja tähän mahtuu/u);
    expect((await responseOf(journey, null, "koneet:next-level:1")).proposals).toEqual({});
    const form = {
      lift: ["data-management"],
      deed: "x".repeat(301),
      owner: "satu",
      due: "2026-12-11",
      lookAgain: "2027-03-15",
    };
    const action = JSON.stringify({ kind: "save-lift", round: ROUND });
    const outcome = await journey.receive({
      ...journey.base("satu", privately("satu")),
      kind: "submitted",
      action,
      values: form,
    });
    expect(outcome).toEqual({ kind: "mistakes", mistakes: { deed: "Lyhennä enintään 300 merkkiin." } });
  });

  it("gets a kind word when it is no answer to a level: empty, emoji, a megabyte, right-to-left", async () => {
    await starts(journey);
    await journey.taps("jari", "Vastaa", TEAM);
    for (const text of ["", "   ", "🙂", "\u202E3\u202C?", "x".repeat(1_000_000), ...NASTY]) {
      await journey.says("jari", text);
      expect(journey.sees("jari").length).toBeLessThan(1500);
    }
    for (const text of ["", "🙂", "x".repeat(1_000_000)]) await journey.says("uusi", text);
    const { answers: standing } = await responseOf(journey, "jari");
    expect(Object.keys(standing).filter((step) => step !== "strategic-approach")).toEqual([]);
    await journey.says("jari", "2");
    expect(journey.sees("jari")).toContain("/6");
  });

  it("is nobody's when nobody of the company wrote it", async () => {
    const before = journey.seen.length;
    expect(await journey.says("tuntematon", "moi")).toEqual({ kind: "taken" });
    expect(await journey.opens("__proto__")).toEqual({ kind: "taken" });
    expect(journey.seen.length).toBe(before);
  });
});

describe("a button that was tampered with", () => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await Journey.begin();
    await starts(journey);
    await answers(journey, "jari", "2 3");
  });
  afterEach(() => journey.end());

  const taps = (person: string, action: unknown, values = {}) =>
    journey.receive({
      ...journey.base(person, privately(person)),
      kind: "submitted",
      action: typeof action === "string" ? action : JSON.stringify(action),
      values,
    });

  it("that is no action of ours gets a kind word", async () => {
    const old = { kind: "taken", notice: expect.stringContaining("Tämä nappi on vanha.") };
    for (const action of [
      "",
      "{",
      "null",
      "[]",
      "7",
      '"help"',
      "{}",
      '{"kind":"drop-all"}',
      '{"kind":"help","more":1}',
      `{"kind":"help","x":"${"y".repeat(100_000)}"}`,
      '{"__proto__":{"kind":"help"}}',
      "[".repeat(3_000),
    ])
      expect([action.slice(0, 20), await taps("jari", action)]).toEqual([action.slice(0, 20), old]);
    expect(readAction('{"kind":"constructor"}')).toBeUndefined();
  });

  it("cannot answer for another person, in another team's round or in one that is not there", async () => {
    const value = { kind: "level", level: 5 };
    const step = "strategic-approach";
    for (const round of ["x", "", "__proto__", "myynti:digital-maturity:1", `${ROUND}/pekka`, `${ROUND}/jari`])
      expect(await taps("pekka", { kind: "answer", round, step, value })).toMatchObject({ notice: expect.any(String) });
    expect(await taps("uusi", { kind: "answer", round: ROUND, step, value })).toMatchObject({
      notice: expect.any(String),
    });
    expect(await levelsOf(journey, "jari")).toBe("2 3");
    expect(await journey.store.get(responses, `${ROUND}/pekka`)).toBeUndefined();
  });

  it("cannot give an answer that its question does not take", async () => {
    const answer = (step: string, value: object) => taps("jari", { kind: "answer", round: ROUND, step, value });
    await answer("strategic-approach", { kind: "level", level: 99 });
    await answer("strategic-approach", { kind: "text", text: "viisi" });
    await answer("strategic-approach", { kind: "skipped" });
    await answer("no-such-step", { kind: "level", level: 5 });
    expect(await levelsOf(journey, "jari")).toBe("2 3");
  });

  it("does nothing with the names of every object's own things", async () => {
    for (const step of ["__proto__", "constructor", "toString", "hasOwnProperty"]) {
      for (const kind of [
        "answer-form",
        "explain",
        "back",
        "change",
        "row",
        "save-row",
        "rows-done",
        "talked",
        "reopen",
        "support",
        "join",
        "take",
        "settle",
        "untake",
      ]) {
        const extra = kind === "explain" ? { what: "why" } : {};
        await taps("jari", { kind, round: ROUND, step, ...extra }, { [step]: "1", constructor: "1" });
        await taps("satu", { kind, round: ROUND, step, ...extra }, { proposals: [step], own: "" });
      }
      await taps("satu", { kind: "fix", round: ROUND, step, level: 1 });
      await taps("jari", { kind: "meant", round: ROUND, pending: step, nth: 0 });
      await taps("jari", { kind: "reuse", round: ROUND, from: step });
    }
    await taps("satu", { kind: "save-tallies", round: ROUND }, { __proto__: "1 1 1 1 1", constructor: "1 1 1 1 1" });
    expect(await levelsOf(journey, "jari")).toBe("2 3");
    const { talked, reopened, support, tallies, agreed } = await roundOf(journey);
    expect({ talked, reopened, support, tallies, agreed }).toEqual({
      talked: {},
      reopened: {},
      support: {},
      tallies: {},
      agreed: {},
    });
    await journey.says("jari", "4");
    expect(await levelsOf(journey, "jari")).toBe("2 3 4");
  });

  it("cannot propose or take what a question answered together does not take", async () => {
    await journey.taps("satu", "Peru kierros");
    await journey.taps("satu", "Peru kierros");
    await journey.end();
    journey = await Journey.begin();
    await finishesRound(journey);
    await journey.says("satu", "aloita seuraava taso", { in: TEAM });
    await journey.submits("satu", await journey.opensForm("satu", "Aloita kierros", TEAM), {}, TEAM);
    const round = "koneet:next-level:1";
    const step = "data-management";
    await taps("jari", { kind: "propose", round, step, value: { kind: "level", level: 3 } });
    await taps("jari", { kind: "propose", round, step, value: { kind: "skipped" } });
    expect((await responseOf(journey, null, round)).proposals).toEqual({});
    for (const proposals of [["constructor"], ["__proto__"], ["none"]])
      expect(await taps("satu", { kind: "take", round, step }, { proposals, own: "" })).toMatchObject({
        kind: "mistakes",
      });
    await taps("satu", { kind: "take-value", round, step, value: { kind: "level", level: 3 } });
    await taps("satu", { kind: "change", round, step: "constructor" });
    expect((await responseOf(journey, null, round)).taken).toBeNull();
  });
});
