import { folderOf, problemsOf } from "../../support/flow-folder.ts";

/** A flow in order: four questions, a scale, a condition, drawn options. Its lines are counted by the tests. */
export const SMALL = `id: small
workbook: book
title: { fi: Pieni osio, en: Small flow }
gives: { fi: Näette jotain., en: You see something. }
participation: each
minutes: 8
scales:
  grade:
    - { fi: Alku, en: Start }
    - { fi: Loppu, en: End }
steps:
  - kind: say
    id: hello
    text: { fi: Aloitetaan tästä., en: Start from here. }
  - kind: choice
    id: market
    title: { fi: Markkina, en: Market }
    ask: { fi: Missä myytte?, en: Where do you sell? }
    why: { fi: Matka maksaa., en: Travel costs. }
    tip: { fi: Katso laskuja., en: Look at invoices. }
    example: { fi: Lahdessa., en: In Lahti., answer: "1" }
    options:
      - { id: near, label: { fi: Lähellä, en: Near } }
      - { id: far, label: { fi: Kaukana, en: Far } }
  - kind: level
    id: service
    title: { fi: Palvelu, en: Service }
    ask: { fi: Millainen palvelu on?, en: How is the service? }
    why: { fi: Taso ohjaa., en: The level steers. }
    tip: { fi: Katso viikkoa., en: Look at a week. }
    example: { fi: Ensimmäinen., en: The first one., answer: "1" }
    scale: grade
    levels:
      - { description: { fi: Satunnainen, en: Occasional }, sign: { fi: Kalenteri on tyhjä., en: The calendar is empty. } }
      - { description: { fi: Sovittu, en: Agreed }, sign: { fi: Kalenteri on täysi., en: The calendar is full. } }
  - kind: number
    id: visits
    title: { fi: Käynnit, en: Visits }
    ask: { fi: Montako käyntiä?, en: How many visits? }
    why: { fi: Aika on rajallinen., en: Time is short. }
    tip: { fi: Laske kalenterista., en: Count from the calendar. }
    example: { fi: Neljä käyntiä., en: Four visits., answer: "4" }
    min: 0
    max: 50
    when: { step: market, is: far }
  - kind: text
    id: thought
    title: { fi: Ajatus, en: Thought }
    ask: { fi: Mitä muuta?, en: What else? }
    why: { fi: Jotain voi unohtua., en: Something may be forgotten. }
    tip: { fi: Yksi riittää., en: One will do. }
    example: { fi: Avaimet puuttuvat., en: Keys are missing. }
result: answers
`;

export const BOOK = "title: { fi: Kirja, en: Book }\nflows: [small]\n";

/** The small flow with pieces of its text replaced; a piece that is not there is a mistake of the test. */
export function small(changes: { readonly [piece: string]: string } = {}): string {
  let text = SMALL;
  for (const [piece, replacement] of Object.entries(changes)) {
    if (!text.includes(piece)) throw new Error(`the small flow has no "${piece}"`);
    text = text.replace(piece, replacement);
  }
  return text;
}

/** What the loader says about the small flow with pieces of its text replaced. */
export function mistakes(
  changes: { readonly [piece: string]: string },
  names?: { results?: Set<string>; effects?: Set<string>; saves?: Set<string> },
): string[] {
  return problemsOf(folderOf({ "book/small.yaml": small(changes), "book/workbook.yaml": BOOK }), names);
}
