import { describe, expect, it } from "vitest";
import { fc } from "../../support/properties.ts";
import { aLevel, anOption, answerTo, aStep, questionIn, read, reasonIn, scale } from "./reader.ts";

const level = aLevel();
const spectrum = aStep("spectrum", {
  left: { fi: "Korjataan", en: "Mended" },
  right: { fi: "Huolletaan", en: "Serviced" },
});
const options = [
  anOption("digital-marketing", "Digimarkkinointi", "Digital marketing"),
  anOption("sales", "Myynti", "Sales"),
  anOption("structure", "Rakenne ja resurssit", "People and structure"),
  anOption("web-shop", "Verkkokauppa", "Web shop"),
];
const choice = aStep("choice", { options });
const choices = aStep("choices", { options, max: 3 });
const rank = aStep("rank", { options });
const ids = ["digital-marketing", "sales", "structure", "web-shop"];
const languages = ["fi", "en"] as const;

describe("reading a level", () => {
  it.each([
    ["3", 3],
    ["3.", 3],
    ["(3)", 3],
    ["3️⃣", 3],
    ["３", 3],
    ["3/5", 3],
    ["taso 3", 3],
    ["tasolla kolme", 3],
    ["level 3", 3],
    ["määritetty", 3],
    ["Määritetyllä", 3],
    ["maaritetty", 3],
    ["määrit", 3],
    ["defined", 3],
    ["kolmonen kai", 3],
    ["ehkä kolmos", 3],
    ["kakkonen kai", 2],
    ["kaks", 2],
    ["ykkönen", 1],
    ["yks", 1],
    ["nelonen", 4],
    ["vitonen", 5],
    ["third", 3],
    ["I'd say two", 2],
    ["suunattu", 2],
    ["optimoittu", 5],
    ["3, Määritetty", 3],
  ])("reads %s", (text, expected) => {
    for (const language of languages)
      expect(answerTo(level, text, language)).toEqual({ kind: "level", level: expected });
  });

  it.each(["en osaa sanoa", "eos", "En tiedä.", "no en tiedä kyllä", "can't say", "I don’t know", "vaikea sanoa"])(
    "takes %s for an answer",
    (text) => {
      expect(answerTo(level, text)).toEqual({ kind: "cannot-say" });
      expect(answerTo(spectrum, text)).toEqual({ kind: "cannot-say" });
    },
  );

  it("asks when two levels are named, or one stands among other words", () => {
    for (const text of ["2-3", "2,5", "kakkonen tai kolmonen", "2, Määritetty"]) {
      expect(questionIn(read(level, text)).labels).toEqual(["2, Suunnattu", "3, Määritetty"]);
    }
    expect(questionIn(read(level, "meitä on 3 tässä"))).toEqual({
      question: "Tarkoititko: 3, Määritetty?",
      labels: ["3, Määritetty"],
    });
    expect(questionIn(read(level, "diveted")).labels).toEqual(["2, Suunnattu"]);
  });

  it("says what it did not get and what is expected", () => {
    const reason = "En saanut tästä tasoa. Vastaa numerolla 1–5 tai napauta. Jos et osaa sanoa, sekin on vastaus.";
    for (const text of ["aika hyvin", "en kolmonen", "emme ole määritetty"])
      expect(reasonIn(read(level, text))).toBe(reason);
    expect(reasonIn(read(level, "6"))).toMatch(/^Numeroa 6 ei ole\. Vastaa numerolla 1–5/);
    expect(reasonIn(read(level, "👍", "en"))).toMatch(
      /^There was no answer in that\. Answer with a number from 1 to 5/,
    );
  });

  it("reads every level by number, number word, name and every beginning of two letters or more", () => {
    const spoken = ["yksi", "kaksi", "kolme", "neljä", "viisi"];
    const nominal = ["ykkönen", "kakkonen", "kolmonen", "nelonen", "vitonen"];
    scale.forEach(({ fi, en }, index) => {
      const texts = [
        String(index + 1),
        spoken[index],
        nominal[index],
        `${nominal[index]} kai`,
        fi,
        en,
        fi.toUpperCase(),
      ];
      for (const name of [fi, en]) for (let end = 3; end <= name.length; end++) texts.push(name.slice(0, end));
      for (const text of texts)
        expect([text, answerTo(level, text ?? "")]).toEqual([text, { kind: "level", level: index + 1 }]);
    });
  });

  it("reads places on a spectrum", () => {
    expect(answerTo(spectrum, "5/7")).toEqual({ kind: "spectrum", position: 5 });
    expect(answerTo(spectrum, "kuutonen")).toEqual({ kind: "spectrum", position: 6 });
    expect(answerTo(spectrum, "keskellä")).toEqual({ kind: "spectrum", position: 4 });
    expect(answerTo(spectrum, "Huolletaan")).toEqual({ kind: "spectrum", position: 7 });
    expect(reasonIn(read(spectrum, "8"))).toContain("1 on vasen laita, 7 oikea");
  });
});

describe("reading a choice", () => {
  it.each([
    ["myynti", "sales"],
    ["Sales", "sales"],
    ["2", "sales"],
    ["toinen", "sales"],
    ["vaihtoehto 2", "sales"],
    ["myynnin", "sales"],
    ["digi", "digital-marketing"],
    ["resurssit", "structure"],
    ["rakenne ja resurssit", "structure"],
    ["web-shop", "web-shop"],
    ["verkokauppa", "web-shop"],
  ])("reads %s", (text, option) => {
    expect(answerTo(choice, text)).toEqual({ kind: "choice", option });
  });

  it("asks when a beginning fits two", () => {
    const two = aStep("choice", { options: [anOption("a", "Myynti Suomessa"), anOption("b", "Myynti muualla")] });
    expect(questionIn(read(two, "myynti")).labels).toEqual(["Myynti Suomessa", "Myynti muualla"]);
  });

  it("prefers a label that is a number to the number of an option", () => {
    const years = aStep("choice", { options: [anOption("a", "2"), anOption("b", "1"), anOption("c", "10–20 henkeä")] });
    expect(answerTo(years, "1")).toEqual({ kind: "choice", option: "b" });
    expect(answerTo(years, "10")).toEqual({ kind: "choice", option: "c" });
  });

  it("never takes one numbered name for another", () => {
    const products = aStep("choice", { options: [anOption("a", "Tuote yksi 10"), anOption("b", "Muu")] });
    expect(answerTo(products, "tuote yksi 11")).not.toEqual({ kind: "choice", option: "a" });
  });

  it("reads yes and no as people say them", () => {
    const yes = aStep("choice", { options: [anOption("yes", "Kyllä", "Yes"), anOption("no", "Ei", "No")] });
    expect(answerTo(yes, "joo")).toEqual({ kind: "choice", option: "yes" });
    expect(answerTo(yes, "ei")).toEqual({ kind: "choice", option: "no" });
  });
});

describe("reading several options", () => {
  it.each([
    ["1 ja 3", ["digital-marketing", "structure"]],
    ["1,3", ["digital-marketing", "structure"]],
    ["3 1", ["digital-marketing", "structure"]],
    ["digi, myynti", ["digital-marketing", "sales"]],
    ["Rakenne ja resurssit ja myynti", ["sales", "structure"]],
    ["- myynti\n- verkkokauppa", ["sales", "web-shop"]],
    ["sales and web shop", ["sales", "web-shop"]],
  ])("reads %s", (text, expected) => {
    expect(answerTo(choices, text)).toEqual({ kind: "choices", options: expected });
  });

  it("asks whether a range is meant", () => {
    expect(questionIn(read(choices, "1-3")).labels).toEqual([
      "Digimarkkinointi, Myynti, Rakenne ja resurssit",
      "Digimarkkinointi, Rakenne ja resurssit",
    ]);
  });

  it("names the part that it did not get, and the limits", () => {
    expect(reasonIn(read(choices, "myynti, kahvi"))).toMatch(/^En tunnistanut kohtaa ”kahvi”\. /);
    expect(reasonIn(read(choices, "ostot vuodessa 40 %"))).toMatch(/^En tunnistanut kohtaa ”ostot vuodessa 40 %”\. /);
    expect(reasonIn(read(choices, "kaikki"))).toBe("Valintoja on 4, ja tähän mahtuu enintään 3.");
  });
});

describe("reading an order", () => {
  it("reads every order as numbers, as one row of digits, as names and as a numbered list", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(ids, { minLength: 4, maxLength: 4 }), (order) => {
        const numbers = order.map((id) => ids.indexOf(id) + 1);
        const names = order.map((id) => choice.options?.find((option) => option.id === id)?.label.fi);
        const numbered = names.map((name, index) => `${index + 1}. ${name}`);
        const texts = [numbers.join(", "), numbers.join(" "), numbers.join(""), names.join(" > "), numbered.join("\n")];
        for (const text of texts) expect(answerTo(rank, text)).toEqual({ kind: "rank", options: order });
      }),
    );
  });

  it("puts the one that was left out last", () => {
    expect(answerTo(rank, "4, 1, 2")).toEqual({
      kind: "rank",
      options: ["web-shop", "digital-marketing", "sales", "structure"],
    });
  });

  it("refuses doubles and too few", () => {
    expect(reasonIn(read(rank, "1, 1, 2, 3"))).toMatch(/^”Digimarkkinointi” on mukana kahdesti\./);
    expect(reasonIn(read(rank, "1, 2"))).toMatch(/^Järjestä 4 vaihtoehtoa, sain 2\./);
  });
});
