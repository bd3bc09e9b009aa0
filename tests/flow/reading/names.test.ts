import { describe, expect, it } from "vitest";
import { answerTo, aStep, questionIn, read, reasonIn } from "./reader.ts";

const person = aStep("person");
const people = aStep("person", { many: true });
const customer = aStep("customer");
const customers = aStep("customer", { many: true });

describe("reading people", () => {
  it.each([
    ["Jari", "p-jari"],
    ["jari salo", "p-jari"],
    ["Jarille", "p-jari"],
    ["Pekalle", "p-pekka"],
    ["Virtaselle", "p-pekka"],
    ["Satu A", "p-satu"],
    ["Sadulle Niemelle", "p-satu2"],
    ["p-jari", "p-jari"],
  ])("reads %s", (text, id) => {
    expect(answerTo(person, text)).toEqual({ kind: "person", people: [id] });
  });

  it("asks which of two", () => {
    expect(questionIn(read(person, "Satu"))).toEqual({
      question: "Kumpi: Satu Aalto vai Satu Niemi?",
      labels: ["Satu Aalto", "Satu Niemi"],
    });
    expect(questionIn(read(people, "Jari ja Satu")).labels).toEqual(["Satu Aalto", "Satu Niemi"]);
  });

  it("asks when the name stands among other words or is a doubtful typo", () => {
    expect(questionIn(read(person, "Pekka hoitaa")).labels).toEqual(["Pekka Virtanen"]);
    expect(questionIn(read(person, "Jsri")).labels).toEqual(["Jari Salo"]);
    expect(answerTo(person, "ei ainakaan Pekka")).toBe("refused");
  });

  it("refuses strangers, and two where one is needed", () => {
    expect(reasonIn(read(person, "Kalle"))).toBe(
      "En tunnistanut henkilöä ”Kalle”. Kirjoita nimi: Satu Aalto, Jari Salo, Pekka Virtanen, Satu Niemi.",
    );
    expect(reasonIn(read(person, "Jari ja Pekka"))).toBe("Tähän tulee yksi henkilö. Kirjoita vain yksi nimi.");
    expect(answerTo(people, "Jari ja Pekka, Jari")).toEqual({ kind: "person", people: ["p-jari", "p-pekka"] });
  });
});

describe("reading customers", () => {
  it("knows the firm's customers and takes any other name for a new one", () => {
    expect(answerTo(customer, "virtasen konepaja")).toEqual({
      kind: "customer",
      customers: [{ id: "c-konepaja", name: "Virtasen Konepaja" }],
    });
    expect(answerTo(customer, "Mäkinen ja Pojat Oy")).toEqual({
      kind: "customer",
      customers: [{ id: null, name: "Mäkinen ja Pojat Oy" }],
    });
    expect(answerTo(customers, "Hiltunen, Uusi Oy")).toEqual({
      kind: "customer",
      customers: [
        { id: "c-leipomo", name: "Leipomo Hiltunen" },
        { id: null, name: "Uusi Oy" },
      ],
    });
  });

  it("asks which of two, and whether a near name is the known one or a new one", () => {
    expect(questionIn(read(customer, "Virtanen")).question).toBe("Kumpi: Virtasen Konepaja vai Kuljetus Virtanen?");
    expect(questionIn(read(customer, "Hiltonen")).labels).toEqual(["Leipomo Hiltunen", "Hiltonen (uusi)"]);
  });

  it("refuses a name that is none, or too long", () => {
    for (const nothing of ["…", "\u{fe70}"])
      for (const step of [customer, customers]) expect(answerTo(step, nothing)).toBe("refused");
    expect(reasonIn(read(customer, "x".repeat(201)))).toBe("Nimi on liian pitkä. Siihen mahtuu 200 merkkiä.");
  });
});
