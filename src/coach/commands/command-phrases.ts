import type { Language } from "../../text/text.ts";

/** What is asked for by a word alone. */
type Word =
  | "help"
  | "thanks"
  | "home"
  | "digest"
  | "team-settings"
  | "topics"
  | "where-we-are"
  | "back"
  | "skip"
  | "pause"
  | "resume"
  | "my-answers"
  | "facilitate"
  | "close"
  | "cancel";

/** Commands that are one of some phrases, said by itself. */
export type PhraseCommand =
  | { readonly [word in Word]: { readonly kind: word } }[Word]
  | { readonly kind: "explain"; readonly what: "why" | "tip" | "example" };

/** What people say in each language. */
export type InBoth = { readonly [language in Language]: readonly string[] };

/** Whole messages only: "miksi" is a command, "miksi asiakas vaihtaa" is an answer. The first form of each is the one that is taught. */
const PHRASES: readonly (readonly [PhraseCommand, InBoth])[] = [
  [
    { kind: "help" },
    { fi: ["ohje", "ohjeet", "apua", "mitä osaat", "mitä sinä osaat"], en: ["help", "what can you do"] },
  ],
  [
    { kind: "help" },
    { fi: ["mikä tämä on", "mitä tämä on", "kuka olet", "kuka sinä olet"], en: ["what is this", "who are you"] },
  ],
  [{ kind: "help" }, { fi: ["moi", "hei", "terve", "moikka", "huomenta"], en: ["hi", "hello", "hey"] }],
  [
    { kind: "thanks" },
    {
      fi: ["kiitos", "kiitti", "kiitoksia", "kiitos paljon", "ok kiitos", "selvä kiitos", "hyvä kiitos"],
      en: ["thanks", "thank you", "many thanks", "ok thanks", "great thanks"],
    },
  ],
  [{ kind: "home" }, { fi: ["koti", "oma sivu", "etusivu", "alku", "valikko"], en: ["home", "my page", "menu"] }],
  [
    { kind: "digest" },
    { fi: ["kooste", "näytä kooste", "esihenkilön kooste"], en: ["digest", "show the digest", "manager's digest"] },
  ],
  [
    { kind: "team-settings" },
    { fi: ["tiimin asetukset", "tiimiasetukset"], en: ["team settings", "the team's settings"] },
  ],
  [
    { kind: "topics" },
    {
      fi: ["aiheet", "aihe", "valitse aihe", "työkirjat", "työkirja", "aloita", "aloitetaan"],
      en: ["topics", "workbooks", "choose a topic", "start", "begin"],
    },
  ],
  [
    { kind: "where-we-are" },
    {
      fi: ["missä mennään", "missä me mennään", "tilanne"],
      en: ["status", "where are we", "where we are", "what's up"],
    },
  ],
  [
    { kind: "explain", what: "why" },
    { fi: ["miksi", "miksi kysytään", "miksi tätä kysytään"], en: ["why", "why do you ask"] },
  ],
  [
    { kind: "explain", what: "tip" },
    { fi: ["vinkki", "vihje"], en: ["tip", "hint"] },
  ],
  [
    { kind: "explain", what: "example" },
    { fi: ["esimerkki", "anna esimerkki"], en: ["example", "give an example"] },
  ],
  [{ kind: "back" }, { fi: ["edellinen", "takaisin", "palaa"], en: ["back", "previous", "go back"] }],
  [{ kind: "skip" }, { fi: ["ohita", "ohitetaan", "seuraava"], en: ["skip", "next", "pass"] }],
  [{ kind: "pause" }, { fi: ["tauko", "keskeytä", "myöhemmin"], en: ["pause", "later", "not now"] }],
  [{ kind: "resume" }, { fi: ["jatka", "jatketaan"], en: ["continue", "resume", "go on", "let's continue"] }],
  [
    { kind: "my-answers" },
    {
      fi: ["vastaukseni", "omat vastaukset", "näytä vastaukseni", "katso vastaukset"],
      en: ["my answers", "show my answers"],
    },
  ],
  [
    { kind: "facilitate" },
    { fi: ["vetäjän kortti", "avaa vetäjän kortti"], en: ["facilitator card", "facilitator's card"] },
  ],
  [{ kind: "close" }, { fi: ["sulje kierros", "sulje"], en: ["close round", "close the round"] }],
  [
    { kind: "cancel" },
    {
      fi: ["peru kierros", "peruuta kierros", "peruuta", "peru", "lopeta"],
      en: ["cancel", "cancel round", "cancel the round", "stop"],
    },
  ],
];

const commandPhrases: ReadonlyMap<string, PhraseCommand> = new Map(
  PHRASES.flatMap(([command, { fi, en }]) => [...fi, ...en].map((phrase) => [phrase, command] as const)),
);

/** What only shows something, and so may be asked for as well: "tilanne?" */
const SHOWS: ReadonlySet<PhraseCommand["kind"]> = new Set([
  "help",
  "home",
  "digest",
  "topics",
  "where-we-are",
  "my-answers",
  "explain",
]);

/** The command that a tidied message is as a whole. */
export function phraseCommand(said: string): PhraseCommand | undefined {
  const stated = said.replaceAll(",", "").replace(/\s*\?+$/u, "");
  const command = commandPhrases.get(stated);
  return command && (SHOWS.has(command.kind) || !said.endsWith("?")) ? command : undefined;
}

/** What is taught, by language. */
export const taughtCommands: InBoth = {
  fi: PHRASES.flatMap(([, { fi }]) => fi),
  en: PHRASES.flatMap(([, { en }]) => en),
};
