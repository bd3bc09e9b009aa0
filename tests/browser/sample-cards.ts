import { type CardDrawing, drawCard } from "../../src/channels/cards/draw-card.ts";
import { drawForm } from "../../src/channels/cards/draw-form.ts";
import type { Form } from "../../src/message/form.ts";
import type { Message } from "../../src/message/message.ts";

/** A one-colour picture, so that tests need no drawing. */
const PICTURE =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAD0lEQVR4nGNg+F//n+E/AArpA3/1S1zHAAAAAElFTkSuQmCC";

type Mistaken = Pick<CardDrawing, "mistakes" | "values">;

function draw(message: Message, mistaken: Mistaken = {}): { readonly text: string; readonly card: object } {
  return { text: message.text, card: drawCard(message, { pictureUrl: () => PICTURE, ...mistaken }) };
}

const LEVELS = [
  ["Satunnainen", "Asiakastieto on muistissa ja paperilla.", "Asiakkaiden numerot ovat Jarin puhelimessa."],
  ["Suunnattu", "Asiakastieto on monessa paikassa.", "Sama osoite korjataan kolmeen taulukkoon."],
  ["Määritetty", "Asiakastieto on sovitussa paikassa.", "Uusi työntekijä löytää asiakkaan historian itse."],
  ["Hallittu", "Tieto on ajan tasalla ja sitä seurataan.", "Viikkopalaverissa katsotaan samaa näkymää."],
  ["Uudistuva", "Tieto ohjaa, mitä tehdään seuraavaksi.", "Järjestelmä ehdottaa, kenelle soitetaan."],
] as const;

/** A question of the maturity flow, as the coach asks it in the private chat. */
export function levelQuestion(chosen?: number) {
  return draw({
    language: "fi",
    text: `Asiakastieto, 4/6. Missä teidän asiakastietonne on? ${LEVELS.map(([label], index) => `${index + 1} ${label}`).join(", ")}`,
    blocks: [
      { kind: "heading", text: "Asiakastieto, 4/6" },
      { kind: "paragraph", words: "Missä teidän asiakastietonne on?" },
      {
        kind: "levels",
        options: LEVELS.map(([label, description, sign], index) => ({
          mark: `${index + 1}`,
          label,
          description,
          sign,
          action: `level.${index + 1}`,
          chosen: chosen === index + 1,
        })),
      },
      {
        kind: "choices",
        options: [{ label: "En osaa sanoa", action: "cannot-say" }],
        more: [
          { label: "Miksi tätä kysytään", action: "why" },
          { label: "Esimerkki", action: "example" },
          { label: "Edellinen", action: "back" },
          { label: "Tauko", action: "pause" },
        ],
      },
    ],
  });
}

/** The card of a round in a team's channel. */
export function roundCard(answered = 2) {
  return draw({
    language: "fi",
    text: `Digikypsyys, 1. kierros. ${answered}/7 vastannut.`,
    blocks: [
      { kind: "heading", text: "Digikypsyys, 1. kierros" },
      {
        kind: "paragraph",
        words:
          "Kuusi kysymystä, noin 8 minuuttia. Lopuksi näette, missä olette jo hyviä ja mitä kannattaa nostaa seuraavaksi.",
      },
      {
        kind: "facts",
        facts: [
          { label: "Kuka näkee", value: "Vastaukset näytetään jakaumana, nimiä ei näe kukaan." },
          { label: "Avoinna", value: "ke 2.12. klo 14" },
        ],
      },
      {
        kind: "choices",
        options: [
          { label: "Vastaa", action: "answer", primary: true },
          { label: "Kuka näkee mitä", action: "who-sees" },
          { label: "Muuta", action: "settings", opensForm: true },
        ],
      },
      { kind: "progress", done: answered, total: 7, label: `${answered}/7 vastannut` },
    ],
  });
}

/** The summary of a round: a picture, three lines and a table. */
export function summaryCard() {
  return draw({
    language: "fi",
    text: "Digikypsyys, syksy 2026. Nostamme: asiakastieto yhteen paikkaan.",
    blocks: [
      { kind: "heading", text: "Digikypsyys, syksy 2026" },
      { kind: "picture", chart: { kind: "levels", title: "Tasot", max: 5, rows: [], legend: [] }, alt: "Tasot kuvana" },
      { kind: "paragraph", words: [{ kind: "strong", text: "Nostamme: " }, "asiakastieto yhteen paikkaan."] },
      {
        kind: "table",
        caption: "Tasot",
        columns: ["Ulottuvuus", "Nyt", "Viimeksi"],
        rows: [
          ["Asiakastieto", "2", "1"],
          ["Suorituskyvyn mittaaminen", "3", "3"],
        ],
      },
    ],
  });
}

const startForm: Form = {
  title: "Aloita kierros",
  intro: "Kierros alkaa, kun lähetät tämän. Jokainen saa kysymykset yksityiseen keskusteluun.",
  fields: [
    { kind: "text", id: "goal", label: "Mitä kierroksella haetaan", maxLength: 200, hint: "Yksi lause riittää." },
    { kind: "date", id: "closes", label: "Sulkeutuu", value: "2026-12-02" },
    { kind: "time", id: "hour", label: "Kello", value: "14:00" },
    {
      kind: "pick-many",
      id: "invited",
      label: "Ketkä kutsutaan",
      options: [
        { value: "satu", label: "Satu Mäkinen" },
        { value: "jari", label: "Jari Koskela" },
      ],
      values: ["satu", "jari"],
    },
    { kind: "text", id: "note", label: "Saate", maxLength: 500, multiline: true, optional: true },
  ],
  submit: "Aloita",
  action: "start-round",
};

/** The dialog with which a round starts. */
export function startDialog() {
  return { kind: "form", title: startForm.title, card: drawForm(startForm, { language: "fi" }) } as const;
}

/** A message with a field of its own. */
export function inlineForm(mistaken: Mistaken = {}) {
  const message: Message = {
    language: "fi",
    text: "Montako viittasi tasolle 3?",
    blocks: [
      { kind: "paragraph", words: "Montako viittasi tasolle 3?" },
      {
        kind: "form",
        form: {
          title: "Kädet",
          fields: [{ kind: "number", id: "hands", label: "Käsiä" }],
          submit: "Kirjaa",
          action: "hands",
        },
      },
    ],
  };
  return draw(message, mistaken);
}
