import { describe, expect, it } from "vitest";
import { readNote } from "../../../src/coach/plan/noting/read-note.ts";
import { readPlanCommand } from "../../../src/coach/plan/read-plan-command.ts";
import type { Person } from "../../../src/people/records.ts";
import { LONGEST } from "../../../src/plan/action.ts";
import { dueDate } from "../../../src/plan/due.ts";
import { fc } from "../../support/properties.ts";

const person = (_id: string, name: string): Person => ({
  _id,
  company: "c1",
  name,
  language: "fi",
  timeZone: "Europe/Helsinki",
  roles: [],
});
const people = [
  person("satu", "Satu Virtanen"),
  person("jari", "Jari Lahtinen"),
  person("marja", "Marja Koski"),
  person("marjo", "Marjo Koskinen"),
];
const known = { people, me: "jari", today: "2026-11-23", language: "fi" } as const;

/** What was read, in short: what · who · when · what is asked. */
function read(text: string, language: "fi" | "en" = "fi") {
  const { what, owners, due, doubt } = readNote(text, { ...known, language });
  return [
    what,
    owners.join("+"),
    due ? dueDate(due) : "",
    doubt ? [...doubt.people, ...doubt.days].join("|") || "?" : "",
  ];
}

describe("a written action", () => {
  it.each([
    ["tehdään hinnasto verkkoon, Satu, 15.12.", ["tehdään hinnasto verkkoon", "satu", "2026-12-15", ""]],
    ["tehdään hinnasto verkkoon, 15.12., Sadulle", ["tehdään hinnasto verkkoon", "satu", "2026-12-15", ""]],
    ["tehdään hinnasto verkkoon; Satu ja Jari; Q1/2027", ["tehdään hinnasto verkkoon", "satu+jari", "2027-03-31", ""]],
    ["hinnasto verkkoon, Satu 15.12.", ["hinnasto verkkoon", "satu", "2026-12-15", ""]],
    ["hinnasto verkkoon – minä – ensi neljännes", ["hinnasto verkkoon", "jari", "2027-03-31", ""]],
    ["kuvat, tekstit ja hinnat verkkoon, Satu", ["kuvat, tekstit ja hinnat verkkoon", "satu", "", ""]],
    ["hinnasto verkkoon 15.12. mennessä", ["hinnasto verkkoon", "", "2026-12-15", ""]],
    ["hinnasto verkkoon viikolla 3", ["hinnasto verkkoon", "", "", "2027-01-18|2027-01-22"]],
    ["hinnasto verkkoon, vko 3", ["hinnasto verkkoon", "", "", "2027-01-18|2027-01-22"]],
    ["hinnasto verkkoon Satu viikon 3 loppuun", ["hinnasto verkkoon", "satu", "2027-01-22", ""]],
    ["soitetaan Virtaselle", ["soitetaan Virtaselle", "", "", ""]],
    ["nosto 3,5 prosenttia, huomenna", ["nosto 3,5 prosenttia", "", "2026-11-24", ""]],
    ["hinnasto verkkoon, Marj, 15.12.", ["hinnasto verkkoon", "", "2026-12-15", "marja|marjo"]],
    ["hinnasto verkkoon, Pirkko", ["hinnasto verkkoon, Pirkko", "", "", "satu|jari|marja|marjo"]],
    ["hinnasto verkkoon, Pirkko 15.12.", ["hinnasto verkkoon, Pirkko", "", "2026-12-15", "satu|jari|marja|marjo"]],
    [
      "hinnasto verkkoon, Satu ja Pirkko, 15.12.",
      ["hinnasto verkkoon, Satu ja Pirkko", "satu", "2026-12-15", "satu|jari|marja|marjo"],
    ],
    [
      "hinnasto verkkoon, Pirkko ja Anna-Liisa",
      ["hinnasto verkkoon, Pirkko ja Anna-Liisa", "", "", "satu|jari|marja|marjo"],
    ],
    ["hinnasto verkkoon, Pirkko, 31.2.", ["hinnasto verkkoon, Pirkko", "", "", "?"]],
    ["hinnasto verkkoon, Satu, 1.1.2020", ["hinnasto verkkoon", "satu", "", "?"]],
    ["hinnasto verkkoon, Satu, Q1/2020", ["hinnasto verkkoon", "satu", "", "?"]],
    ["hinnasto verkkoon, Satu, Q4/2026", ["hinnasto verkkoon", "satu", "2026-12-31", ""]],
    ["hinnasto verkkoon, Satu, 3/2027", ["hinnasto verkkoon", "satu", "", "?"]],
    ["hinnasto verkkoon, Satu, Q7", ["hinnasto verkkoon", "satu", "", "?"]],
    ["julkaistaan lehti 3/2027", ["julkaistaan lehti 3/2027", "", "", ""]],
    ["hinnasto verkkoon, Satu, 31.2.", ["hinnasto verkkoon", "satu", "", "?"]],
    ["hinnasto verkkoon ensi viikolla", ["hinnasto verkkoon", "", "", "2026-11-30|2026-12-04"]],
    ["hinnasto verkkoon Satu ensi perjantaina", ["hinnasto verkkoon", "satu", "2026-11-27", ""]],
    ["soitetaan kaikille huomenna", ["soitetaan kaikille", "", "2026-11-24", ""]],
    ["suunnitellaan ensi vuosi", ["suunnitellaan ensi vuosi", "", "", ""]],
    ["hinnasto", ["hinnasto", "", "", ""]],
    ["Satu", ["Satu", "", "", ""]],
    ["@Satu Virtanen, siivoaa varaston, perjantaina", ["@Satu Virtanen, siivoaa varaston", "", "2026-11-27", ""]],
  ] as const)("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ["price list online, Satu, 15 Dec", ["price list online", "satu", "2026-12-15", ""]],
    ["price list online, me, by 15 December", ["price list online", "jari", "2026-12-15", ""]],
    ["price list online, Satu and Jari, Q1 2027", ["price list online", "satu+jari", "2027-03-31", ""]],
  ] as const)("%s", (text, expected) => {
    expect(read(text, "en")).toEqual(expected);
  });

  it("asks which day of a longer time was meant", () => {
    const { due, doubt } = readNote("siivotaan varasto, Satu, ensi viikolla", known);
    expect(due).toBeNull();
    expect(doubt?.days.length).toBeGreaterThan(0);
  });

  it("asks about the year where the day was over just now", () => {
    const { due, doubt } = readNote("siivotaan varasto, Satu, 20.11.", known);
    expect(due).toBeNull();
    expect(doubt).toMatchObject({ question: "Tarkoititko: la 20.11.2027?", days: ["2027-11-20"] });
  });

  it("reads anything at all into something that can be kept", () => {
    const words = fc.constantFrom(
      "Satu",
      "15.12.",
      ",",
      ";",
      "\n",
      " – ",
      "Q1",
      "3,5",
      "me",
      "31.2.",
      "hinnasto",
      "Marj",
    );
    const texts = fc.oneof(
      fc.string({ maxLength: 3000 }),
      fc.array(words, { maxLength: 40 }).map((all) => all.join(" ")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const note = readNote(text, known);
        expect(note.what.length).toBeLessThanOrEqual(LONGEST.what);
        expect(note.rest.length).toBeLessThanOrEqual(LONGEST.text);
        expect(note.owners.every((id) => people.some(({ _id }) => _id === id))).toBe(true);
        if (note.due) expect(dueDate(note.due) >= known.today).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("longer than a line keeps the whole of it in its notes", () => {
    const long = "Asiakasrekisteri siivotaan ".repeat(20);
    const note = readNote(long, known);
    expect(note.what).toMatch(/…$/u);
    expect(note.rest).toBe(long.trim());
  });
});

describe("what is said about actions", () => {
  it.each([
    ["toimenpide: siivotaan varasto", { kind: "note", text: "siivotaan varasto" }],
    ["Toimenpide:siivotaan", { kind: "note", text: "siivotaan" }],
    ["uusi toimenpide – siivotaan", { kind: "note", text: "siivotaan" }],
    ["/luotsi toimenpide: siivotaan\nvarasto", { kind: "note", text: "siivotaan\nvarasto" }],
    ["Action: clean up", { kind: "note", text: "clean up" }],
    ["toimenpide, CRM-kentät, Satu", { kind: "note", text: "CRM-kentät, Satu" }],
    ["Toimenpide; siivotaan", { kind: "note", text: "siivotaan" }],
    ["todo: clean up", { kind: "note", text: "clean up" }],
    ["Toimenpiteet.", { kind: "list", of: "team" }],
    ["my actions", { kind: "list", of: "mine" }],
    ["Sadun toimenpiteet", { kind: "list-by", words: "sadun" }],
    ["Satu's actions", { kind: "list-by", words: "satu" }],
    ["year plan", { kind: "year" }],
    ["uusi toimenpide", { kind: "how" }],
    ["Valmis: hinnasto", { kind: "do", doing: { verb: "done", text: "hinnasto" } }],
    ["hand over: price list, Jari", { kind: "do", doing: { verb: "hand", text: "price list, Jari" } }],
  ] as const)("%s", (text, expected) => {
    expect(readPlanCommand(text)).toEqual(expected);
  });

  it.each([
    "action-packed week",
    "toimenpide",
    "mikä on toimenpide",
    "toimenpide:",
    "Action, not words",
    "todo tomorrow",
    "3",
    "teemme toimenpiteet ensin",
    "",
  ])("is not written down: %s", (text) => {
    expect(readPlanCommand(text)?.kind).not.toBe("note");
  });
});
