/** What is asked for by a word alone. */
type Word =
  | "help"
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

/** Whole messages only: "miksi" is a command, "miksi asiakas vaihtaa" is an answer. The first form of each is the one that is taught. */
const PHRASES: readonly (readonly [PhraseCommand, readonly string[]])[] = [
  [
    { kind: "help" },
    [
      "ohje",
      "ohjeet",
      "apua",
      "help",
      "mitä osaat",
      "mitä sinä osaat",
      "what can you do",
      "moi",
      "hei",
      "terve",
      "moikka",
      "huomenta",
      "hi",
      "hello",
      "hey",
    ],
  ],
  [{ kind: "home" }, ["koti", "oma sivu", "etusivu", "home", "my page", "alku", "valikko", "menu"]],
  [
    { kind: "digest" },
    ["kooste", "näytä kooste", "esihenkilön kooste", "digest", "show the digest", "manager's digest"],
  ],
  [{ kind: "team-settings" }, ["tiimin asetukset", "tiimiasetukset", "team settings", "the team's settings"]],
  [
    { kind: "topics" },
    ["aiheet", "aihe", "valitse aihe", "työkirjat", "työkirja", "topics", "workbooks", "choose a topic"],
  ],
  [
    { kind: "where-we-are" },
    ["missä mennään", "missä me mennään", "tilanne", "status", "where are we", "where we are", "what's up"],
  ],
  [{ kind: "explain", what: "why" }, ["miksi", "miksi kysytään", "miksi tätä kysytään", "why", "why do you ask"]],
  [{ kind: "explain", what: "tip" }, ["vinkki", "vihje", "tip", "hint"]],
  [{ kind: "explain", what: "example" }, ["esimerkki", "anna esimerkki", "example", "give an example"]],
  [{ kind: "back" }, ["edellinen", "takaisin", "palaa", "back", "previous", "go back"]],
  [{ kind: "skip" }, ["ohita", "ohitetaan", "seuraava", "skip", "next", "pass"]],
  [{ kind: "pause" }, ["tauko", "keskeytä", "myöhemmin", "pause", "later", "not now"]],
  [{ kind: "resume" }, ["jatka", "jatketaan", "continue", "resume", "go on", "let's continue"]],
  [
    { kind: "my-answers" },
    ["vastaukseni", "omat vastaukset", "näytä vastaukseni", "katso vastaukset", "my answers", "show my answers"],
  ],
  [{ kind: "facilitate" }, ["vetäjän kortti", "avaa vetäjän kortti", "facilitator card", "facilitator's card"]],
  [{ kind: "close" }, ["sulje kierros", "sulje", "close round", "close the round"]],
  [
    { kind: "cancel" },
    [
      "peru kierros",
      "peruuta kierros",
      "peruuta",
      "peru",
      "lopeta",
      "cancel",
      "cancel round",
      "cancel the round",
      "stop",
    ],
  ],
];

/** Phrase → what it asks for. */
export const commandPhrases: ReadonlyMap<string, PhraseCommand> = new Map(
  PHRASES.flatMap(([command, phrases]) => phrases.map((phrase) => [phrase, command] as const)),
);
