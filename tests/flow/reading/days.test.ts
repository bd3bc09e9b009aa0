import { describe, expect, it } from "vitest";
import { addDays, addMonths, weekdayOf } from "../../../src/flow/reading/plain/calendar.ts";
import { readDate } from "../../../src/flow/reading/read-plain.ts";
import { formatDate, formatDay, formatQuarter } from "../../../src/flow/wording/format.ts";
import { fc } from "../../support/properties.ts";
import { answerTo, aStep, questionIn, read, reasonIn, TODAY } from "./reader.ts";

const date = aStep("date");
const ahead = aStep("date", { earliest: "today" });
const past = aStep("date", { latest: TODAY });
const quarter = aStep("quarter");
const anyDay = fc.integer({ min: -20_000, max: 60_000 }).map((days) => addDays("2000-01-01", days));

describe("reading days (today is Wednesday 2.12.2026)", () => {
  it.each([
    ["24.12.2026", "2026-12-24"],
    ["24.12.26", "2026-12-24"],
    ["24.12.", "2026-12-24"],
    ["1.10.", "2027-10-01"],
    ["29.2.", "2028-02-29"],
    ["2026-12-24", "2026-12-24"],
    ["24. joulukuuta", "2026-12-24"],
    ["24. joulukuuta 2027", "2027-12-24"],
    ["December 24", "2026-12-24"],
    ["24th of December 2026", "2026-12-24"],
    ["tänään", "2026-12-02"],
    ["huomenna", "2026-12-03"],
    ["tomorrow", "2026-12-03"],
    ["ylihuomenna", "2026-12-04"],
    ["perjantaina", "2026-12-04"],
    ["ensi perjantaina", "2026-12-04"],
    ["ensi pe", "2026-12-04"],
    ["next friday", "2026-12-04"],
    ["tiistaina", "2026-12-08"],
    ["ensi viikon perjantaina", "2026-12-11"],
    ["ensi viikolla ma", "2026-12-07"],
    ["viikon päästä", "2026-12-09"],
    ["kahden viikon kuluttua", "2026-12-16"],
    ["in 3 months", "2027-03-02"],
    ["vuoden lopussa", "2026-12-31"],
    ["pe 4.12.", "2026-12-04"],
    ["viimeistään 11.12.", "2026-12-11"],
    ["31/12/2026", "2026-12-31"],
    ["12/31/2026", "2026-12-31"],
    ["perjantaina viikolla 50", "2026-12-11"],
    ["viikon 50 loppuun", "2026-12-11"],
    ["ensi viikon lopussa", "2026-12-11"],
  ])("reads %s", (text, expected) => {
    expect(answerTo(date, text)).toEqual({ kind: "date", date: expected });
  });

  it("takes the nearest day before today where only that keeps to the limits", () => {
    expect(answerTo(past, "24.11.")).toEqual({ kind: "date", date: "2026-11-24" });
  });

  it("takes the weekday before today where only that keeps to the limits, unless the next one is said", () => {
    expect(answerTo(past, "perjantaina")).toEqual({ kind: "date", date: "2026-11-27" });
    expect(reasonIn(read(past, "next Friday"))).toContain("4.12.2026");
  });

  it("gives an example that keeps to the limits", () => {
    expect(reasonIn(read(past, "joskus"))).toContain("esimerkiksi 25.11.2026 tai ”eilen”.");
    expect(reasonIn(read(aStep("date", { latest: "today" }), "joskus"))).toContain("25.11.2026 tai ”eilen”.");
    expect(reasonIn(read(ahead, "joskus"))).toContain("ensi perjantaina");
  });

  it("asks about the year where the day was over just now", () => {
    const over = questionIn(read(ahead, "20.11."));
    expect(over).toMatchObject({ question: "Tarkoititko: la 20.11.2027?", labels: ["la 20.11.2027"] });
    expect(questionIn(read(date, "1.12.")).labels).toEqual(["ti 1.12.2026", "ke 1.12.2027"]);
    expect(answerTo(ahead, "2.12.")).toEqual({ kind: "date", date: "2026-12-02" });
    expect(readDate("20.11.", { today: TODAY, language: "fi", earliest: TODAY })).toEqual({
      ok: false,
      reason: "Tarkoititko: la 20.11.2027?",
    });
  });

  it("asks which day is meant", () => {
    expect(questionIn(read(date, "keskiviikkona")).labels).toEqual(["ke 2.12.2026", "ke 9.12.2026"]);
    for (const said of ["viikolla 12", "vko 12", "viikko 12/2027", "viikko 12 2027", "wk 12"])
      expect(questionIn(read(date, said)).labels, said).toEqual(["ma 22.3.2027", "pe 26.3.2027"]);
    expect(questionIn(read(date, "viikolla 12")).question).toContain("24.3.2027");
    expect(questionIn(read(date, "viikko 12/2028")).labels).toEqual(["ma 20.3.2028", "pe 24.3.2028"]);
    expect(questionIn(read(date, "joulukuussa")).labels).toEqual(["ke 2.12.2026", "to 31.12.2026"]);
    expect(questionIn(read(date, "5/6/2027", "en")).labels).toEqual(["Sat 5 June 2027", "Thu 6 May 2027"]);
    expect(questionIn(read(date, "ke 4.12.2026")).labels).toEqual(["pe 4.12.2026"]);
  });

  it("refuses a day that is not in the calendar or outside the limits, and says why", () => {
    expect(reasonIn(read(date, "31.2."))).toBe(
      "Päivää ”31.2.” ei ole kalenterissa. Kirjoita päivä, esimerkiksi 2.6.2027 tai ”ensi perjantaina”.",
    );
    expect(reasonIn(read(date, "29.2.2027", "en"))).toContain("The calendar has no “29.2.2027”.");
    expect(reasonIn(read(ahead, "1.1.2020"))).toBe("Sain päivän 1.1.2020. Aikaisin sopiva päivä on 2.12.2026.");
    expect(reasonIn(read(past, "3.12.2026"))).toBe("Sain päivän 3.12.2026. Viimeinen sopiva päivä on 2.12.2026.");
    expect(reasonIn(read(date, "joskus"))).toContain("En saanut tästä päivää.");
    expect(reasonIn(read(date, "viikolla 60"))).toContain("ei ole kalenterissa");
  });

  it.each(["fi", "en"] as const)("reads back every date as it is written in %s", (language) => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(answerTo(date, formatDate(day, language), language)).toEqual({ kind: "date", date: day });
        expect(answerTo(date, formatDay(day, language), language)).toEqual({ kind: "date", date: day });
        expect(answerTo(date, day, language)).toEqual({ kind: "date", date: day });
      }),
    );
  });

  it("counts days and months the way calendars do", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -500, max: 500 }), (day, days) => {
        expect(addDays(addDays(day, days), -days)).toBe(day);
        expect(weekdayOf(addDays(day, 7))).toBe(weekdayOf(day));
      }),
    );
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2026-12-31", -1)).toBe("2026-11-30");
  });
});

describe("reading quarters (now it is Q4/2026)", () => {
  it.each([
    ["Q3/2027", 2027, 3],
    ["q3 2027", 2027, 3],
    ["3. kvartaali 2027", 2027, 3],
    ["kolmas neljännes", 2027, 3],
    ["third quarter of 2027", 2027, 3],
    ["2027 Q3", 2027, 3],
    ["Q3/27", 2027, 3],
    ["Q4", 2026, 4],
    ["Q1", 2027, 1],
    ["ensi kvartaali", 2027, 1],
    ["this quarter", 2026, 4],
  ])("reads %s", (text, year, number) => {
    expect(answerTo(quarter, text)).toEqual({ kind: "quarter", year, quarter: number });
  });

  it("asks where a quarter and a month are written alike, and by a date's quarter", () => {
    expect(questionIn(read(quarter, "3/2027")).labels).toEqual(["Q3/2027", "Q1/2027"]);
    expect(questionIn(read(quarter, "24.12.2026")).labels).toEqual(["Q4/2026"]);
  });

  it("refuses one that is over where the field wants none, and takes the one that is running", () => {
    const ahead = aStep("quarter", { earliest: "today" });
    expect(reasonIn(read(ahead, "Q1/2020"))).toBe(
      "Sain neljänneksen Q1/2020, ja se on jo ohi. Aikaisin sopiva on Q4/2026.",
    );
    expect(answerTo(ahead, "Q4/2026")).toEqual({ kind: "quarter", year: 2026, quarter: 4 });
    expect(reasonIn(read(ahead, "24.9.2026"))).toContain("Q3/2026");
    expect(questionIn(read(ahead, "4/2026")).labels).toEqual(["Q4/2026"]);
    expect(answerTo(quarter, "Q1/2020")).toEqual({ kind: "quarter", year: 2020, quarter: 1 });
  });

  it("refuses a quarter that does not exist", () => {
    expect(reasonIn(read(quarter, "Q5/2027"))).toBe(
      "Neljännestä ”Q5/2027” ei ole. Kirjoita neljännes ja vuosi, esimerkiksi Q2/2027.",
    );
  });

  it.each(["fi", "en"] as const)("reads back every quarter as it is written in %s", (language) => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2199 }), fc.integer({ min: 1, max: 4 }), (year, number) => {
        const value = { year, quarter: number };
        expect(answerTo(quarter, formatQuarter(value, language), language)).toEqual({ kind: "quarter", ...value });
      }),
    );
  });
});
