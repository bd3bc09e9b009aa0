import { type Named, NameIndex } from "../../src/customers/search/name-index.ts";

/** The customers of the tests that read and search: names of every kind that a Finnish register holds. */
export const NAMES = [
  "Virtasen Konepaja Oy",
  "Kuljetus Lehtonen",
  "Lehdon Puu Ky",
  "Mäkinen & Pojat",
  "Joen Sähkö",
  "Rakennus Niemi Oy",
  "Tehdas-Kallio",
  "Leipomo Salonen",
  "Kone-Hirvonen Oy",
  "Lammin Ikkuna",
  "Pellon Liike",
  "Sähkötyöt Aalto",
  "Metalli-Heikki",
  "ABB",
  "K-Rauta Hollola",
  "Valmet",
  "Terveystalo",
  "Huolto Rinne Tmi",
  "Satamakatu 3",
  "Koskisen Saha",
  "Tilitoimisto Numerot",
  "Veljekset Laine",
  "Kukkakauppa Ruusu",
  "Maalaus Saari",
  "Wärtsilä",
  "Järvenpään Puhallin",
] as const;

export function namedCustomer(id: string, name: string, over: Partial<Named> = {}): Named {
  return { id, name, businessId: "", contactPersons: [], ...over };
}

/** An index of those names and of more; a customer's id is its name. */
export function sampleIndex(more: readonly Named[] = []): NameIndex {
  const index = new NameIndex();
  for (const name of NAMES) index.put(namedCustomer(name, name));
  for (const one of more) index.put(one);
  return index;
}
