import type { Means } from "../care-plan.ts";
import type { Token } from "./tokens.ts";

/** Words by which somebody says what they will do themselves, by what means that is. Folded. */
const PROMISED: readonly { readonly means: Means | null; readonly said: string }[] = [
  {
    means: "phone",
    said:
      "soitan, soitellaan, soitetaan, soittelen, puhutaan, jutellaan, uusi soitto, seuraava soitto, pitaa soittaa, taytyy soittaa, muista soittaa, lupasin soittaa, sovittiin soitto, " +
      "ill call, ill ring, ill phone, well call, will call, call back, call again, calling back, calling again, ring back, next call, promised to call, agreed to call",
  },
  {
    means: "visit",
    said:
      "kayn, kaydaan, tulen, tullaan, menen, mennaan, poikkean, piipahdan, lupasin kayda, sovittiin kaynti, seuraava kaynti, pitaa kayda, " +
      "ill visit, well visit, ill go, ill come, ill drop by, will visit, will come, promised to visit, next visit",
  },
  {
    means: "meeting",
    said:
      "tapaan, tavataan, nahdaan, palaveerataan, sovittiin tapaaminen, sovittiin palaveri, sovimme tapaamisen, uusi tapaaminen, seuraava tapaaminen, seuraava palaveri, " +
      "ill meet, well meet, see them, see him, see her, meeting on, next meeting, agreed to meet, lets meet",
  },
  {
    means: "email",
    said: "mailaan, meilaan, sahkopostitan, mailataan, ill email, ill e-mail, ill mail, well email, will email, promised to email",
  },
  { means: "message", said: "viestitan, tekstaan, viestitellaan, ill text, ill message, well text, will text" },
  {
    means: null,
    said:
      "palaan, palataan, palaillaan, yritan, yritetaan, uusi yritys, kokeilen, otan yhteytta, otetaan yhteytta, ollaan yhteydessa, olen yhteydessa, laitan, laitetaan, lahetan, lahetetaan, muistutan, kysyn, kysellaan, katsotaan, " +
      "tarjous menee, tarjous lahtee, esite menee, esite lahtee, hinnasto lahtee, naytteet lahtevat, tarjoan, toimitan, vien, viedaan, teen, tehdaan, selvitan, selvitetaan, hoidan, lupasin, lupasimme, sovittiin, sovimme, sovittu, seuraava yhteydenotto, seuraavan kerran, seuraavaksi, uudestaan yhteys, " +
      "ill try again, will try again, ill, well, i will, we will, try again, trying again, will follow up, follow up, following up, get back, back to them, back to him, back to her, next contact, contact again, promised, agreed, i promised, we agreed, remind me, check back",
  },
];

/** Words by which the customer asks for it: they say when, and are no words of ours. Folded. */
const ASKED: typeof PROMISED = [
  {
    means: "phone",
    said: "pyysi soittamaan, pyysivat soittamaan, soita, kaski soittaa, toivoi soittoa, asked me to call, asked to call, wants a call",
  },
  { means: "visit", said: "pyysi kaymaan, pyysivat kaymaan, asked me to visit, asked to visit" },
  {
    means: null,
    said: "pyysi palaamaan, pyysivat palaamaan, pyysi ottamaan yhteytta, pyysivat ottamaan yhteytta, ota yhteytta, ota yhteys, asked to get back",
  },
];

/** Words that tell only when the next contact is to be, where a day follows at once. Folded. */
const DATED: typeof PROMISED = [{ means: null, said: "seuraava, seuraavan, next" }];

/** What was agreed on where a day is said of it; else it tells what was. Folded. */
const AGREED: typeof PROMISED = [{ means: "meeting", said: "tapaaminen, palaveri" }];

interface Phrase {
  readonly means: Means | null;
  readonly by: "us" | "customer" | "day";
  /** Without a day it promises nothing. */
  readonly needsDay: boolean;
}

const PHRASES: ReadonlyMap<string, Phrase> = new Map(
  (
    [
      [PROMISED, "us", false],
      [AGREED, "us", true],
      [ASKED, "customer", false],
      [DATED, "day", true],
    ] as const
  ).flatMap(([list, by, needsDay]) =>
    list.flatMap(({ means, said }) => said.split(", ").map((phrase) => [phrase, { means, by, needsDay }] as const)),
  ),
);
const LONGEST_PHRASE = 4;
/** Whoever is named by these promises something themselves: it is the customer's, not ours. */
const OTHERS: ReadonlySet<string> = new Set("they he she it customer asiakas han he ne nama hanen".split(" "));
/** "well" and "ill" are words of their own too: a verb follows what was "we'll". */
const SHORT: ReadonlySet<string> = new Set(["ill", "well"]);

export interface Promised extends Phrase {
  readonly at: number;
  readonly length: number;
}

/** What somebody says that they will do, at that place or later. */
export function findPromise(tokens: readonly Token[], from: number): Promised | undefined {
  for (let at = from; at < tokens.length; at++)
    for (let length = LONGEST_PHRASE; length > 0; length--) {
      const some = tokens.slice(at, at + length);
      if (some.length < length || OTHERS.has(tokens[at - 1]?.word ?? "")) continue;
      const phrase = some.map(({ word }) => word).join(" ");
      const found = PHRASES.get(phrase);
      if (found === undefined || (SHORT.has(phrase) && !/['’]/u.test(some[0]?.raw ?? ""))) continue;
      if (found.by === "day" && !/^\d/.test(tokens[at + length]?.raw ?? "")) continue;
      return { at, length, ...found };
    }
  return undefined;
}
