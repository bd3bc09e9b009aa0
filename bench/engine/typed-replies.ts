import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { FlowContext } from "../../src/flow/context.ts";
import { type Flow, flowSchema } from "../../src/flow/flow.ts";
import { ownStrings } from "../../src/flow/own-strings.ts";
import type { Language } from "../../src/text/text.ts";

/** The sample flow of the tests: twenty questions of all kinds, conditions, drawn options, three sittings. Read from the project's folder as the loader does. */
export function benchFlow(): Flow {
  const read = parse(readFileSync("tests/support/flows/samples/every-kind.yaml", "utf8"));
  return ownStrings(flowSchema.parse(read));
}

export const benchContext: FlowContext = {
  earlier: {},
  people: [
    { id: "p-satu", name: "Satu Aalto" },
    { id: "p-jari", name: "Jari Salo" },
    { id: "p-pekka", name: "Pekka Virtanen" },
  ],
  customers: [
    { id: "c-konepaja", name: "Virtasen Konepaja" },
    { id: "c-leipomo", name: "Leipomo Hiltunen" },
  ],
  today: "2026-12-02",
};

/** What people type to each step; conversations take turns with the variants. None of them is unclear. */
export const replies: { readonly [language in Language]: { readonly [step: string]: readonly string[] } } = {
  fi: {
    "service-name": ["Koneen vuosihuolto", "Huoltosopimus ja varaosat"],
    "customer-count": ["42", "1 200"],
    "yearly-sales": ["86 500 €", "12 500,50", "1,2 milj."],
    "contract-share": ["33 %", "12,5"],
    market: ["1", "muualla", "Kauempana"],
    "export-barrier": ["Varaosat jäävät tulliin kahdeksi viikoksi."],
    channels: ["1, 2", "puhelin ja käynti"],
    "best-channel": ["1", "puhelin"],
    "service-level": ["3", "kakkonen kai", "taso 4", "sovittu", "en osaa sanoa"],
    "next-deed": ["Satu kokoaa sopimukset perjantaina."],
    stance: ["5", "kolmonen"],
    "launch-date": ["2.2.2032", "24.12.", "ensi perjantaina"],
    "review-quarter": ["Q3/2032", "3. kvartaali 2027"],
    services: ["Vuosihuolto; 1200; 8\nPikahuolto; 90,50; 1,5"],
    "main-service": ["1", "pikahuolto"],
    owner: ["Satu", "Pekka Virtanen"],
    helpers: ["Jari, Pekka"],
    "first-customers": ["Virtasen Konepaja", "Leipomo Hiltunen, Uusi Oy"],
    priorities: ["2, 1, 4", "hinta, nopeus, laatu"],
    notes: ["Portille tarvitaan kulkulupa, ja avaimet ovat Jarilla."],
  },
  en: {
    "service-name": ["Yearly machine check", "Repairs and spare parts"],
    "customer-count": ["42", "1,200"],
    "yearly-sales": ["€86,500", "12500.50", "1.2 million"],
    "contract-share": ["33%", "12.5"],
    market: ["1", "elsewhere", "Further away"],
    "export-barrier": ["Spare parts stay in customs for two weeks."],
    channels: ["1, 2", "phone and visit"],
    "best-channel": ["1", "phone"],
    "service-level": ["3", "two I guess", "level 4", "agreed", "can't say"],
    "next-deed": ["Satu gathers the contracts on Friday."],
    stance: ["5", "three"],
    "launch-date": ["2032-02-02", "24 December", "next friday"],
    "review-quarter": ["Q3 2032", "third quarter of 2027"],
    services: ["Yearly check; 1200; 8\nQuick repair; 90.50; 1.5"],
    "main-service": ["1", "quick repair"],
    owner: ["Satu", "Pekka Virtanen"],
    helpers: ["Jari, Pekka"],
    "first-customers": ["Virtasen Konepaja", "Leipomo Hiltunen, Uusi Oy"],
    priorities: ["2, 1, 4", "price, speed, quality"],
    notes: ["A pass is needed at the gate, and Jari has the keys."],
  },
};

/** The reply that conversation number `conversation` gives to a step. */
export function replyTo(step: string, language: Language, conversation: number): string {
  const variants = replies[language][step] ?? [];
  const reply = variants[conversation % variants.length];
  if (reply === undefined) throw new Error(`no reply to ${step}`);
  return reply;
}
