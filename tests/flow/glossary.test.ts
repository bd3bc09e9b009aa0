import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { findTerm, type Glossary, loadGlossary } from "../../src/flow/glossary/glossary.ts";
import { problemText } from "../../src/flow/loading/problem.ts";
import { LANGUAGES, type Language } from "../../src/text/text.ts";
import { fc } from "../support/properties.ts";

const glossary = builtIn();

describe("the glossary finds a term", () => {
  it.each([
    ["mittareita", "key-figure"],
    ["Mittarit", "key-figure"],
    ["mittareistakaan", "key-figure"],
    ["KPI:t", "key-figure"],
    ["kpi:n", "key-figure"],
    ["avainluvun", "key-figure"],
    ["tunnuslukuja", "key-figure"],
    ["CLV", "customer-lifetime-value"],
    ["clv:n", "customer-lifetime-value"],
    ["clvn", "customer-lifetime-value"],
    ["asiakkaan elinkaariarvon", "customer-lifetime-value"],
    ["elinkaariarvoista", "customer-lifetime-value"],
    ["RFM-analyysin", "rfm"],
    ["rfm analyyseja", "rfm"],
    ["NPS:ää", "net-promoter-score"],
    ["suositteluindeksillä", "net-promoter-score"],
    ["ROI:lla", "return-on-investment"],
    ["roi", "return-on-investment"],
    ["tuottoprosentin", "return-on-investment"],
    ["CRM-järjestelmään", "crm"],
    ["asiakasrekisterissä", "crm"],
    ["asiakkuudenhallinnan", "crm"],
    ["inboundin", "pull-marketing"],
    ["pull-strategiaa", "pull-marketing"],
    ["vuosikellossa", "annual-calendar"],
    ["ansaitun median", "earned-media"],
    ["omaa mediaa", "owned-media"],
    ["omistettua näkyvyyttä", "owned-media"],
    ["maksetussa mediassa", "paid-media"],
    ["ostettua mediaa", "paid-media"],
    ["myyntisuppilon", "sales-funnel"],
    ["suppilossa", "sales-funnel"],
    ["ostopolulla", "buying-path"],
    ["lisämyynnin", "up-selling"],
    ["upsell", "up-selling"],
    ["ristiinmyyntiä", "cross-selling"],
    ["cross sell", "cross-selling"],
    ["360 asteen asiakaskuvan", "customer-view-360"],
    ["toimituslinjaa", "editorial-line"],
    ["editoriaalisen linjan", "editorial-line"],
    ["personoinnilla", "personalisation"],
    ["markkinoinnin automaatiota", "marketing-automation"],
    ["markkinointiautomaatiolla", "marketing-automation"],
    ["asiakaslähtöisyyttä", "customer-orientation"],
    ["asiakasohjautuvuuden", "customer-led"],
    ["asiakkuusohjautuvuus", "customer-led"],
    ["asiakaskeskeisyydestä", "customer-centricity"],
    ["strategisen asiakaslähtöisyyden", "strategic-customer-orientation"],
    ["asiakkuuksien", "customer-relationship"],
    ["asiakkuuden", "customer-relationship"],
    ["asiakkaan", "customer"],
    ["asiakkaita", "customer"],
    ["segmenttejä", "segment"],
    ["asiakasryhmälle", "segment"],
    ["arvolupauksen", "value-proposition"],
    ["asiakaslupauksen", "customer-promise"],
    ["asiakaslupauksiin", "customer-promise"],
    ["hoitosuunnitelmia", "care-plan"],
    ["asiakaskokemuksesta", "customer-experience"],
    ["kosketuspisteitä", "touchpoint"],
    ["asiakaspolun", "customer-journey"],
    ["hajonnan", "spread"],
    ["jakaumasta", "spread"],
    ["kierroksen", "round"],
    ["vetäjäksi", "facilitator"],
    ["digikypsyyden", "digital-maturity"],
    ["alimediaanin", "lower-median"],
    ["tiekartalla", "roadmap"],
    ["toimenpiteitä", "action"],
    ["brändin", "brand"],
    ["liidejä", "lead"],
  ])("of the Finnish form %s", (text, id) => expect(found(text, "fi")).toBe(id));

  it.each([
    ["metrics", "key-figure"],
    ["Key figures", "key-figure"],
    ["customer lifetime value", "customer-lifetime-value"],
    ["segments", "segment"],
    ["care plans", "care-plan"],
    ["the customer's journey", "customer-journey"],
    ["personalization", "personalisation"],
    ["360-degree view", "customer-view-360"],
    ["cross-selling", "cross-selling"],
    ["year clock", "annual-calendar"],
    ["value propositions", "value-proposition"],
    ["pull strategy", "pull-marketing"],
  ])("of the English form %s", (text, id) => expect(found(text, "en")).toBe(id));

  it.each([
    ["asiakaslupuksen", "customer-promise"],
    ["arvolupuas", "value-proposition"],
    ["hoitosunnitelma", "care-plan"],
    ["asiakaslahtoisyys", "customer-orientation"],
    ["segmenti", "segment"],
    ["vuosikelo", "annual-calendar"],
    ["myyntisupilo", "sales-funnel"],
    ["personoiti", "personalisation"],
    ["ristinmyynti", "cross-selling"],
    ["touchpiont", "touchpoint"],
    ["facilitater", "facilitator"],
  ])("of the slip %s", (text, id) => expect(found(text, "fi")).toBe(id));

  it.each([
    ["mikä on clv?", "customer-lifetime-value"],
    ["mikäs se RFM olikaan", "rfm"],
    ["Mitä tarkoittaa ”arvolupaus”?", "value-proposition"],
    ["what does NPS mean?", "net-promoter-score"],
  ])("of the whole question %s", (text, id) => expect(found(text, "fi")).toBe(id));

  it("by the other language's name too", () => {
    expect(found("value proposition", "fi")).toBe("value-proposition");
    expect(found("hoitosuunnitelma", "en")).toBe("care-plan");
  });

  it("by every name that it gives, in either case", () => {
    for (const language of LANGUAGES)
      for (const term of glossary.terms)
        for (const name of [term[language].term.replace(/ \(.*/, ""), ...term[language].alsoKnownAs]) {
          expect(found(name.toUpperCase(), language), name).toBe(term.id);
          expect(found(name.toLowerCase(), language), name).toBe(term.id);
        }
  });
});

describe("the glossary guesses", () => {
  it("those terms that a part of a name could mean", () => {
    expect(guessed("media", "fi")).toEqual(expect.arrayContaining(["earned-media", "owned-media", "paid-media"]));
    expect(guessed("lupaus", "fi")).toEqual(expect.arrayContaining(["value-proposition", "customer-promise"]));
  });

  it("the term inside a longer question, but is not sure of it", () => {
    expect(guessed("miten elinkaariarvo lasketaan", "fi")[0]).toBe("customer-lifetime-value");
  });

  it("nothing when nothing is near", () => {
    for (const text of ["pesukone", "xyzzy", "", "???", "huomenna sataa", "12", "asiakashankinta?"])
      expect(findTerm(glossary, text, "fi").kind, text).toBe("guesses");
    expect(guessed("pesukone", "fi")).toEqual([]);
    expect(guessed("xyzzy", "fi")).toEqual([]);
  });

  it("at most three terms, each once, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        const guesses = guessed(text, "fi");
        expect(guesses.length).toBeLessThanOrEqual(3);
        expect(new Set(guesses).size).toBe(guesses.length);
      }),
    );
  });
});

describe("a glossary with mistakes", () => {
  const folder = mkdtempSync(join(tmpdir(), "glossary-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const problemsOf = (yaml: string) => {
    const file = join(folder, "glossary.yaml");
    writeFileSync(file, yaml);
    const loaded = loadGlossary(file);
    return loaded.ok ? [] : loaded.problems.map((problem) => problemText(problem).replace(`${folder}/`, ""));
  };
  const term = (id: string, fi: string, more = "") =>
    `  - id: ${id}\n    fi:\n      term: ${fi}\n      explanation: selitys.${more}\n    en: { term: ${id}, explanation: words. }\n`;

  it("is told where each of them is", () => {
    expect(problemsOf(`terms:\n${term("one", "Yksi", "\n      alsoknownas: [eka]")}${term("two", "Kaksi")}`)).toEqual([
      'glossary.yaml:6 terms.one.fi.alsoknownas: unknown key "alsoknownas", did you mean "alsoKnownAs"?',
    ]);
  });

  it("may not give one name to two terms", () => {
    expect(problemsOf(`terms:\n${term("one", "Yksi (Y)")}${term("two", "yksi")}`)).toEqual([
      'glossary.yaml:8 terms.two.fi: "yksi" names one already',
    ]);
    expect(problemsOf(`terms:\n${term("one", "Yksi")}${term("one", "Kaksi")}`)).toContain(
      'glossary.yaml:7 terms.one.id: another term is called "one" already',
    );
  });

  it("may not be longer than a message with its term", () => {
    const long = `${"selitys ".repeat(36)}selite`;
    expect(problemsOf(`terms:\n${term("one", "Yksi").replace("selitys.", long)}`)).toEqual([]);
    expect(problemsOf(`terms:\n${term("one", "Yksi").replace("selitys.", `${long}t`)}`)).toEqual([
      expect.stringContaining("has 301 characters with its term, the limit is 300"),
    ]);
  });

  it("may be missing or no YAML at all", () => {
    expect(loadGlossary(join(folder, "none.yaml"))).toMatchObject({
      ok: false,
      problems: [{ problem: "there is no such file" }],
    });
    expect(problemsOf("terms: [")).toEqual([expect.stringMatching(/^glossary\.yaml:1: not readable as YAML/)]);
    expect(problemsOf("")).toEqual([expect.stringContaining("must be a set of keys")]);
  });
});

function builtIn(): Glossary {
  const loaded = loadGlossary("flows/glossary.yaml");
  if (!loaded.ok) throw new Error(loaded.problems.map(problemText).join("\n"));
  return loaded.value;
}

function found(text: string, language: Language): string {
  const result = findTerm(glossary, text, language);
  return result.kind === "found" ? result.term.id : `guesses: ${result.guesses.map(({ id }) => id).join(", ")}`;
}

function guessed(text: string, language: Language): readonly string[] {
  const result = findTerm(glossary, text, language);
  return result.kind === "found" ? [`found: ${result.term.id}`] : result.guesses.map(({ id }) => id);
}
