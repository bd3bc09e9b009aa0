import type { Means } from "../care-plan.ts";
import type { Token } from "./tokens.ts";

/** Words that tell of a contact that was made, by how. Folded. */
const MADE: readonly { readonly means: Means | null; readonly said: string }[] = [
  {
    means: "phone",
    said:
      "soitin, soittelin, soitimme, soitettiin, puhuin, puhuttiin, juttelin, juteltiin, puhelu, puhelua, soitto, soiteltu, " +
      "called, phoned, rang, spoke with, spoke to, talked to, talked with, had a call with, call with, phone call with, a call with",
  },
  {
    means: "visit",
    said:
      "kavin, kavimme, kaytiin, kayty, vierailin, vierailimme, poikkesin, piipahdin, pistaydyin, kaynti, vierailu, visiitti, olin kaymassa, kavin kaymassa, " +
      "visited, dropped by, dropped in at, stopped by, stopped at, went to see, was at, went to, visit to, visit at",
  },
  {
    means: "meeting",
    said:
      "tapasin, tapasimme, tavattiin, palaveerasin, palaveerasimme, palaveerattiin, neuvottelin, neuvottelimme, nain, tapaaminen, palaveri, neuvottelu, " +
      "pidin palaverin, pidettiin palaveri, oli palaveri, oli tapaaminen, met, met with, had a meeting with, meeting with, had lunch with, sat down with",
  },
  {
    means: "online",
    said:
      "teamsasin, teams-palaveri, teamspalaveri, teams palaveri, etapalaveri, videopalaveri, etatapaaminen, pidin teamsin, pidettiin teams, " +
      "video call with, teams call with, teams meeting with",
  },
  {
    means: "email",
    said:
      "mailasin, meilasin, mailasimme, emailasin, sahkopostitin, sahkoposti, meili, maili, " +
      "emailed, e-mailed, mailed, wrote to, sent an email to, sent email to, sent an e-mail to",
  },
  {
    means: "message",
    said:
      "viestitin, viestittelin, tekstasin, tekstailin, whatsappasin, wappasin, tekstiviesti, viesti, " +
      "texted, messaged, whatsapped, sent a message to, sent a text to, left a message for",
  },
  {
    means: null,
    said:
      "laitoin, laitettiin, lahetin, lahetimme, lahetettiin, pistin, kirjoitin, otin yhteytta, otettiin yhteytta, olin yhteydessa, oltiin yhteydessa, " +
      "vaihdoin kuulumisia, vaihdettiin kuulumisia, contacted, got in touch with, was in touch with, caught up with, sent",
  },
];

/** Words that tell of a contact that was tried, and nobody was reached. Folded. */
const TRIED: typeof MADE = [
  { means: "phone", said: "yritin soittaa, yritettiin soittaa, koitin soittaa, tried to call, tried calling" },
  {
    means: null,
    said:
      "en tavoittanut, emme tavoittaneet, ei tavoitettu, en saanut kiinni, yritin tavoittaa, yritin ottaa yhteytta, " +
      "couldnt reach, could not reach, didnt reach, did not reach, tried to reach",
  },
];

/** By what something was sent, where the verb does not tell: "laitoin virtaselle viestiä". Folded beginnings of words. */
const SENT_BY: readonly (readonly [RegExp, Means])[] = [
  [/^(?:sahkopost|meil|mail|e-?mail)/, "email"],
  [/^(?:viesti|tekstar|tekstivies|whatsap|wap|message|text|sms)/, "message"],
];

const PHRASES: ReadonlyMap<string, Pick<Verb, "means" | "reached">> = new Map(
  [MADE, TRIED].flatMap((list) =>
    list.flatMap(({ means, said }) =>
      said.split(", ").map((phrase) => [phrase, { means, reached: list === MADE }] as const),
    ),
  ),
);
const LONGEST_PHRASE = 5;

export interface Verb {
  readonly at: number;
  readonly length: number;
  /** How it was made; null: not said. */
  readonly means: Means | null;
  /** False: it was only tried. */
  readonly reached: boolean;
}

/** What is said of a contact that was made, at that place or later. */
export function findVerb(tokens: readonly Token[], from: number, to: number): Verb | undefined {
  for (let at = from; at < to; at++)
    for (let length = LONGEST_PHRASE; length > 0; length--) {
      if (at + length > to) continue;
      const phrase = tokens
        .slice(at, at + length)
        .map(({ word }) => word)
        .join(" ");
      const found = PHRASES.get(phrase);
      if (found !== undefined) return { at, length, ...found };
    }
  return undefined;
}

/** Where a word tells by what something was sent. */
export function findSentBy(tokens: readonly Token[]): { readonly at: number; readonly means: Means } | undefined {
  for (const [at, { word }] of tokens.entries()) {
    const found = SENT_BY.find(([test]) => test.test(word));
    if (found) return { at, means: found[1] };
  }
  return undefined;
}
