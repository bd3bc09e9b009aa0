/** A person's own page. */
export const homeFi = {
  title: "Oma sivusi",
  welcome:
    "Olen Luotsi. Vien tiimejä työkirjojen läpi, yksi aihe kerrallaan, ja katson perään, ettei sovittu unohdu. Tästä näet aina, missä mennään.",
  noTeam: "Et ole vielä missään tiimissä. Liity tiimisi kanavalle, niin sen kierrokset ja tulokset näkyvät tässä.",
  nothing: "Mikään ei odota sinua juuri nyt.",
  inPrivate: "Oma sivusi on yksityisessä keskustelussamme.",
  section: {
    rounds: "Avoimet kierrokset",
    led: "Vedät näitä",
    teams: "Tiimiesi tilanne",
    results: "Missä mennään",
  },
  roundOf: "{{round}}, {{team}}:",
  notBegun: "Et ole vielä vastannut.",
  answered: "{{done}}/{{total}} vastattu.",
  allAnswered: "Olet vastannut kaikkeen.",
  together: "Vastataan yhdessä kierroksen viestin alla.",
  closes: "Sulkeutuu {{when}}.",
  team: {
    noneOpen: "Kierroksia ei ole auki.",
    open: "Auki {{rounds}}.",
    lifted: "Nostettu {{lifted}}, katsotaan uudestaan {{date}}.",
    noneLifted: "Mitään ei ole vielä nostettu.",
  },
  page: "Sivu {{page}}/{{pages}}",
  button: {
    all: "Näytä kaikki ({{count}})",
    before: "Edelliset",
    next: "Seuraavat",
    home: "Oma sivu",
  },
} as const;
