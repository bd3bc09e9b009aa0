import { describe, expect, it, test } from "vitest";
import { closedDays } from "../../src/calendar/closed-days.ts";
import { readLogLine } from "../../src/customers/line/read-log-line.ts";
import { unreadTime } from "../../src/customers/line/unread-time.ts";
import { fc } from "../support/properties.ts";
import { ALWAYS_OPEN } from "./sample-customer.ts";
import { namedCustomer, sampleIndex } from "./sample-names.ts";
import { ENGLISH_LINES, FINNISH_LINES, type LineRow, TODAY } from "./spoken-lines.ts";

const finder = sampleIndex([
  namedCustomer("Autohuolto Mattila", "Autohuolto Mattila", { contactPersons: [{ name: "Riitta Vuorinen" }] }),
]);
const read = (line: string, language: "fi" | "en" = "fi") =>
  readLogLine(line, { finder, today: TODAY, language, isClosed: ALWAYS_OPEN });

function said([line, , , ...rest]: LineRow, language: "fi" | "en") {
  const found = read(line, language);
  if (found.kind !== "contact") return [line, found];
  const { means, on, note, next, promise } = found.said;
  const tail = rest.length > 0 ? [on, note, next?.on ?? "", promise] : [];
  return [line, found.customers.join("|"), means ?? "", ...tail];
}

describe("a line dictated in a car is read as a contact", () => {
  it.each(FINNISH_LINES.map((row) => [row[0], row] as const))("%s", (_, row) => {
    expect(said(row, "fi")).toEqual(row);
  });
  it.each(ENGLISH_LINES.map((row) => [row[0], row] as const))("%s", (_, row) => {
    expect(said(row, "en")).toEqual(row);
  });
  it("from at least sixty Finnish lines and twenty English ones", () => {
    expect(FINNISH_LINES.length).toBeGreaterThanOrEqual(60);
    expect(ENGLISH_LINES.length).toBeGreaterThanOrEqual(20);
  });
});

describe("what was not reached", () => {
  it.each([
    "soitin virtasen konepajalle, ei vastannut",
    "soitin virtasen konepajalle ei vastausta, soitan huomenna",
    "soitin aallolle, en saanut kiinni",
    "kävin valmetilla, ei ollut paikalla",
    "called Valmet, no answer",
    "called Valmet, didn't answer, I'll call again tomorrow",
    "en tavoittanut valmetia, yritän uudestaan torstaina",
    "yritin soittaa valmetille",
  ])("is told apart: %s", (line) => {
    expect(read(line, line.startsWith("called") ? "en" : "fi")).toMatchObject({
      kind: "contact",
      said: { reached: false },
    });
  });
  it("is not guessed from a note", () => {
    expect(read("soitin virtaselle, ei vastannut vielä tarjoukseen")).toMatchObject({ said: { reached: true } });
  });
});

it("leaves no misspelt word of a name in the note", () => {
  const more = sampleIndex([namedCustomer("k1", "Päijät Hitsaus Oy"), namedCustomer("k2", "Päijät Maalaus")]);
  const reading = { finder: more, today: TODAY, language: "fi", isClosed: ALWAYS_OPEN } as const;
  expect(readLogLine("soitin paijat hitsauksele, tilaa syksyllä", reading)).toMatchObject({
    customers: ["k1"],
    said: { note: "tilaa syksyllä" },
  });
});

it("a line that a voice input wrote twice is one contact", () => {
  expect(read("Soitin Virtaselle tilaa syksyllä soitin virtaselle tilaa syksyllä")).toEqual(
    read("Soitin Virtaselle tilaa syksyllä"),
  );
});

describe("when the next contact is to be", () => {
  const nextOn = (said: string, today: string, isClosed = ALWAYS_OPEN) => {
    const found = readLogLine(`soitin valmetille, ${said}`, { finder, today, language: "fi", isClosed });
    return found.kind === "contact" ? found.said.next?.on : found.kind;
  };
  it.each([
    // Monday 29 March 2027 is Easter Monday.
    ["soitan ensi viikolla", "2027-03-24", "2027-03-30"],
    ["soitan huomenna", "2027-05-14", "2027-05-15"],
    ["soitan lauantaina", "2027-05-12", "2027-05-15"],
    ["soitan 1.5.", "2027-04-20", "2027-05-01"],
    ["palataan ensi kuussa", "2027-04-20", "2027-05-03"],
    ["palataan tammikuun lopussa", "2027-01-12", "2027-01-27"],
    ["palataan syksyllä", "2027-09-08", "2027-09-15"],
    ["palataan ensi syksynä", "2027-09-08", "2028-09-01"],
    ["palataan syksyllä", "2027-11-08", "2028-09-01"],
    ["palataan talvella", "2027-11-08", "2027-12-01"],
    ["palataan talvella", "2028-01-04", "2028-01-11"],
    ["soitan loppuviikosta", "2027-05-12", "2027-05-13"],
    ["soitan loppuviikosta", "2027-05-14", "2027-05-20"],
    ["palataan joskus", "2027-05-12", undefined],
  ])("of “%s” on %s is the day that is said, or the first working day of a longer time: %s", (said, today, on) => {
    expect(nextOn(said, today)).toBe(on);
  });
  it("is after closed weeks where a longer time begins in them, and in them only where such a day is said", () => {
    const isClosed = closedDays({ ranges: [{ from: "2027-07-12", to: "2027-08-08" }], through: 2027 });
    const on = (said: string) => nextOn(said, "2027-07-07", isClosed);
    expect(["soitan ensi viikolla", "palaan elokuussa", "soitan 2.8."].map(on)).toEqual([
      "2027-08-09",
      "2027-08-09",
      "2027-08-02",
    ]);
  });
});

describe("a day without a year", () => {
  it("is asked where last year's would be meant, and taken where the year is said or it has just gone by", () => {
    expect(read("kävin valmetilla 10.12.")).toMatchObject({ said: { doubted: { kind: "year", day: "10.12." } } });
    expect(read("kävin valmetilla 10.12.2026")).toMatchObject({ said: { on: "2026-12-10" } });
    expect(read("kävin valmetilla 10.2.")).toMatchObject({ said: { on: "2027-02-10" } });
    expect(read("kävin valmetilla to 10.12.")).toMatchObject({ said: { on: "2026-12-10" } });
  });
  it("is no day for the next contact where it was over just now", () => {
    expect(read("soitin valmetille, soitan 3.5.")).toMatchObject({ said: { promise: "soitan 3.5.", next: null } });
    expect(read("soitin valmetille, soitan 3.5.2028")).toMatchObject({ said: { next: { on: "2028-05-03" } } });
    expect(read("soitin valmetille, soitan 3.2.")).toMatchObject({ said: { next: { on: "2028-02-03" } } });
  });
  it.each([
    ["kysyn uudestaan 31.11.", { kind: "impossible", day: "31.11." }],
    ["soitan 32.1.", { kind: "impossible", day: "32.1." }],
    ["jutellaan joulun jälkeen", { kind: "vague" }],
    ["soitan 3.5.", { kind: "vague" }],
    ["I'll call on 3 May", { kind: "vague" }],
    ["lähetän tarjouksen", undefined],
  ])("that a promise does not give is told: %s", (promise, told) => {
    expect(unreadTime(promise, { today: TODAY, language: "fi" })).toEqual(told);
  });
});

describe("several customers in one line", () => {
  it.each([
    ["soitin virtaselle ja lehtoselle, kaikki kunnossa", ["soitin virtaselle", "soitin lehtoselle"]],
    ["soitin virtaselle, lehtoselle ja mäkiselle", ["soitin virtaselle", "soitin lehtoselle", "soitin mäkiselle"]],
    ["kävin valmetilla ja tapasin lehtosen", ["kävin valmetilla", "tapasin lehtosen"]],
    ["soitin virtaselle, tilaa syksyllä, mailasin valmetille", ["soitin virtaselle", "mailasin valmetille"]],
    ["tapasin virtasen kanssa ja aallon kanssa", ["tapasin virtasen", "tapasin aallon"]],
  ])("are refused with how each line begins: %s", (line, beginnings) => {
    expect(read(line)).toEqual({ kind: "several", beginnings });
  });
  it("are not seen where one customer's name has a joining word, or a note speaks of something", () => {
    expect(read("soitin mäkinen ja pojille, kaikki hyvin")).toMatchObject({ customers: ["Mäkinen & Pojat"] });
    expect(read("soitin virtaselle, kone rikki ja sähköt poikki")).toMatchObject({
      customers: ["Virtasen Konepaja Oy"],
    });
    expect(read("soitin virtaselle ja mailasin tarjouksen")).toMatchObject({ customers: ["Virtasen Konepaja Oy"] });
  });
});

describe("who was meant", () => {
  it("is asked where two are called so", () => {
    const index = sampleIndex([namedCustomer("Kuljetus Virtanen", "Kuljetus Virtanen")]);
    const found = readLogLine("soitin virtaselle", {
      finder: index,
      today: TODAY,
      language: "fi",
      isClosed: ALWAYS_OPEN,
    });
    expect(found).toMatchObject({ kind: "contact", customers: ["Kuljetus Virtanen", "Virtasen Konepaja Oy"] });
  });
  it("is a guess where letters were changed", () => {
    expect(read("soitin virtansen konepajalle, tilaa syksyllä")).toMatchObject({
      kind: "contact",
      sure: false,
      customers: ["Virtasen Konepaja Oy"],
    });
  });
  it("is a guess where the name begins with a word that is nobody's", () => {
    expect(read("soitin hakkaraisen konepajalle")).toMatchObject({ sure: false, customers: ["Virtasen Konepaja Oy"] });
  });
  it("is sure where the word before the name is somebody's who works there", () => {
    expect(read("tapasin riitan mattilan autohuollossa")).toMatchObject({
      sure: true,
      customers: ["Autohuolto Mattila"],
    });
  });
  it("is sure where several words of one name stand behind other words", () => {
    const line = "lähetin tarjouksen koskisen sahalle";
    expect(read(line)).toMatchObject({ sure: true, customers: ["Koskisen Saha"] });
  });
  it("is found by a contact person where no customer is named", () => {
    expect(read("soitin vuorisen riitalle, tarjous tulossa")).toMatchObject({
      customers: ["Autohuolto Mattila"],
      sure: true,
    });
  });
  it("is a stranger where nobody is called so", () => {
    expect(read("soitin hakkaraiselle, kysyi hintoja, soitan perjantaina")).toMatchObject({
      kind: "stranger",
      called: "hakkaraiselle",
      said: { means: "phone", note: "kysyi hintoja", next: { on: "2027-05-14", means: "phone" } },
    });
  });
  it("is nobody where the line ends with the verb", () => {
    expect(read("soitin")).toEqual({ kind: "nobody" });
    expect(read("soitin eilen")).toEqual({ kind: "nobody" });
  });
});

describe("a line that tells of no contact", () => {
  it.each([
    "menossa virtaselle",
    "soitan virtaselle huomenna",
    "en soittanut virtaselle",
    "soita virtaselle",
    "mitä virtaselle kuuluu",
    "soitinko virtaselle?",
    "virtanen",
    "",
    "   ,,, ",
    "soitin virtaselle ".repeat(200),
  ])("is left to others: %s", (line) => {
    expect(read(line).kind).toBe("no-contact");
  });
  it.each(["I haven't called Valmet", "call Valmet", "did you call Valmet?"])("also in English: %s", (line) => {
    expect(read(line, "en").kind).toBe("no-contact");
  });
});

test("any line is read without an error, and nothing that was said is lost", () => {
  const word = fc.constantFrom(
    ..."soitin kävin virtaselle valmetin konepaja ja , 3.9. huomenna soitan tilaa syksyllä ei vastannut klo 10 to la ❤ & palaan".split(
      " ",
    ),
  );
  const line = fc.oneof(
    fc.array(word, { maxLength: 20 }).map((words) => words.join(" ")),
    fc.string({ maxLength: 200 }),
  );
  fc.assert(
    fc.property(line, (text) => {
      const found = read(text);
      if (found.kind !== "contact") return;
      expect(found.said.on <= TODAY).toBe(true);
      expect(found.said.next === null || found.said.next.on >= TODAY).toBe(true);
      expect(found.customers.length).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
});
