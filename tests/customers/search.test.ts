import { describe, expect, it, test } from "vitest";
import { basesOf, stemsOf } from "../../src/customers/search/forms.ts";
import { nameKey } from "../../src/customers/search/name-key.ts";
import { fc } from "../support/properties.ts";
import { NAMES, namedCustomer, sampleIndex } from "./sample-names.ts";

describe("a customer is found by its name", () => {
  const index = sampleIndex();
  it.each([
    [
      "Virtasen Konepaja Oy",
      "virtasen konepajalle|Virtasen Konepajaan|virtaselle|virtanen|Virtaselta|virtasta|konepajan|konepajalta",
    ],
    ["Kuljetus Lehtonen", "kuljetus lehtoselle|lehtosen kuljetukselta|lehtoseen|kuljetuksesta"],
    ["Lehdon Puu Ky", "lehdon puulle|lehdon puuhun|puuta|Lehdon Puun|lehdon puulla"],
    ["Mäkinen & Pojat", "mäkinen ja pojille|makiselle|Mäkisen pojat|mäkiseltä|mäkistä"],
    ["Joen Sähkö", "joen sähkölle|joen sähköltä|Joen Sähköön|joen sähköä|joki"],
    ["Rakennus Niemi Oy", "rakennus niemelle|niemen rakennukselle|Niemeen|niemeltä|rakennus niemi oy:lle"],
    ["Tehdas-Kallio", "tehdas-kalliolle|tehtaalle|tehtaan kalliolta|Tehdaskalliolle|tehtaaseen|tehdasta"],
    ["Leipomo Salonen", "leipomo saloselle|salosen leipomolta|leipomoon|leipomossa"],
    ["Kone-Hirvonen Oy", "kone-hirvoselle|konehirvoselle|kone hirvosella|hirvosen koneelle"],
    ["Lammin Ikkuna", "lammin ikkunalle|lammin ikkunaan|ikkunasta"],
    ["Pellon Liike", "pellon liikkeelle|liikkeeseen|liikkeestä|pellolle|pelto"],
    ["Sähkötyöt Aalto", "sähkötyöt aallolle|aallolta|sähkötöille|aaltoa|aaltoon"],
    ["Metalli-Heikki", "metalli-heikille|heikille|heikin metallille|metalliheikille"],
    ["ABB", "abb:lle|ABB:n|abblle|abb:ltä|abb"],
    ["K-Rauta Hollola", "k-raudalle|hollolan k-raudalle|k-rautaan hollolassa"],
    ["Valmet", "valmetille|valmetin|valmetilta|valmetiin"],
    ["Terveystalo", "terveystalolle|terveystalosta|terveys talolle"],
    ["Huolto Rinne Tmi", "huolto rinteelle|rinteen huollolle|huollosta|rinteeltä"],
    ["Koskisen Saha", "koskisen sahalle|sahalta|koskiselle|sahaan"],
    ["Tilitoimisto Numerot", "tilitoimisto numeroille|numeroista|tilitoimistolle"],
    ["Veljekset Laine", "veljekset laineelle|laineen veljeksille|laineelta"],
    ["Kukkakauppa Ruusu", "kukkakaupalle|ruusulle|kukkakaupasta|kukkakauppaan"],
    ["Maalaus Saari", "maalaus saarelle|saaren maalaukselle|saaresta"],
    ["Wärtsilä", "wärtsilälle|wärtsilän|wartsilalta|wärtsilään"],
    ["Järvenpään Puhallin", "puhaltimelle|järvenpään puhaltimelta|puhallinta"],
  ])("%s, in whatever case it stands", (name, spoken) => {
    for (const said of spoken.split("|")) {
      const found = index.search(said);
      expect([said, found?.ids, ["form", "name"].includes(found?.how ?? "")]).toEqual([said, [name], true]);
    }
  });

  it.each([
    ["Virtasen Konepaja Oy", "virtasen konepja|virtansen konepajalle|wirtasen konepaja|virtaselel"],
    ["Terveystalo", "tervystalo|terveystaol|terveystalolel"],
    ["Valmet", "valmettille|vallmet"],
  ])("%s, with a typo, which is asked first", (name, typed) => {
    for (const said of typed.split("|")) {
      const found = index.search(said);
      expect([said, found?.ids]).toEqual([said, [name]]);
    }
  });

  it("with a letter missing in one word and only the beginning of another", () => {
    const more = sampleIndex([namedCustomer("k1", "Orimattilan Sahakone")]);
    for (const said of ["orimatilan saha", "orimatila sahako", "orimatil"])
      expect([said, more.search(said)]).toEqual([said, { how: "typo", ids: ["k1"] }]);
    expect(more.search("orimatilan kukkakauppa")).toBeUndefined();
  });

  it("whole, before any other in whose name it stands", () => {
    const more = sampleIndex([namedCustomer("k1", "Lehtonen Oy"), namedCustomer("k2", "Lehtosen Kone")]);
    expect(more.search("lehtonen")).toEqual({ how: "name", ids: ["k1"] });
    expect(more.search("lehtoselle")?.ids).toEqual(["k1", "Kuljetus Lehtonen", "k2"]);
  });

  it("beside another of which it may be a form too: it is asked which", () => {
    expect(index.search("lehtosta")?.ids).toEqual(["Kuljetus Lehtonen", "Lehdon Puu Ky"]);
  });

  it("by its beginning, as people type", () => {
    expect(index.search("lei")).toEqual({ how: "beginning", ids: ["Leipomo Salonen"] });
    expect(index.search("virt kone")?.ids).toEqual(["Virtasen Konepaja Oy"]);
  });

  it("by its business id, with the dash or without", () => {
    const more = sampleIndex([namedCustomer("k1", "Uusi Oy", { businessId: "1234567-8" })]);
    expect(more.search("1234567-8")).toEqual({ how: "name", ids: ["k1"] });
    expect(more.search("12345678")?.ids).toEqual(["k1"]);
  });

  it("by a contact person, where no customer has such a name", () => {
    const persons = [{ name: "Mika Vuorinen" }];
    const more = sampleIndex([namedCustomer("k1", "Uusi Oy", { contactPersons: persons })]);
    expect(more.search("mikalle")).toEqual({ how: "person", ids: ["k1"] });
    expect(more.search("mika vuoriselle")?.ids).toEqual(["k1"]);
    expect(more.search("salonen")?.how).toBe("form");
  });

  it("no more once it is removed or has another name", () => {
    const more = sampleIndex([namedCustomer("k1", "Uusi Oy")]);
    more.put(namedCustomer("k1", "Vanha Oy"));
    expect(more.search("uusi")).toBeUndefined();
    expect(more.search("vanhalle")?.ids).toEqual(["k1"]);
    more.remove("k1");
    expect(more.search("vanha")).toBeUndefined();
  });

  it("and nobody by what names nobody", () => {
    const strange = ["", "   ", "!!!", "tuntematon firma", "oy", "x".repeat(5000), "a ".repeat(500), "Satamakatu 4"];
    expect(strange.filter((text) => index.search(text) !== undefined)).toEqual([]);
  });
});

test("names that differ in capitals, accents, punctuation or the form of the company only are the same", () => {
  expect(nameKey("Mäkinen & Pojat Oy")).toBe(nameKey("MAKINEN  & POJAT, oy"));
  expect(nameKey("Oy Ab")).toBe("oy ab");
  expect(nameKey("A. Virtanen Tmi")).toBe("a virtanen");
});

test("any text finds without an error, and each name finds its own customer", () => {
  const index = sampleIndex();
  fc.assert(fc.property(fc.string({ maxLength: 60 }), (text) => index.search(text)?.ids.length !== 0));
  for (const name of NAMES) expect(index.search(name)?.ids[0]).toBe(name);
});

test("every word is a form of itself", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{1,12}$/), (word) => {
      expect(stemsOf(word)).toContain(word);
      expect(basesOf(word)).toContain(word);
    }),
  );
});

describe("a customer is found by a phone number", () => {
  const contactPersons = [
    { name: "Mika", phone: "+358 40 555 1111" },
    { name: "Liisa", phone: "ark. 8–16 (03) 123 4567 / 0500 998877" },
  ];
  const index = sampleIndex([namedCustomer("k1", "Nastolan Paja", { contactPersons })]);

  it.each([
    "040 555 1111",
    "0405551111",
    "+358405551111",
    "00358 40 5551111",
    "040-555 1111",
    "555 1111",
    "031234567",
    "0500998877",
  ])("%s", (number) => expect(index.search(number)).toEqual({ how: "person", ids: ["k1"] }));

  it.each(["040 555 1112", "112"])("%s is nobody's", (number) => expect(index.search(number)).toBeUndefined());
});
