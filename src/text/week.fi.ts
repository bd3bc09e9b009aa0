/** The weekly message and the nudge. */
export const weekFi = {
  // The first line
  title: "Viikko {{week}}: {{counts}}",
  titleBoth: "Viikko {{week}}: {{counts}}, myöhemmin {{later}}",
  titleLater: "Viikko {{week}}: {{later}} myöhemmin",
  titleTold: "Viikko {{week}}. {{told}}",
  titleNothing: "Viikko {{week}}: mitään ei ole nyt avoinna",
  titleWaits: "Viikko {{week}}: odottaa {{counts}}",
  titleWaitsUntil: "Viikko {{week}}: {{day}} asti odottaa {{counts}}",
  titleClosed: "Viikko {{week}} on lomaviikko",
  titleClosedWaits: "Viikko {{week}} on lomaviikko: odottaa {{counts}}",
  count: {
    actions_one: "{{number}} toimenpide",
    actions_other: "{{number}} toimenpidettä",
  },

  section: {
    late: "Myöhässä",
    week: "Tällä viikolla",
    back: "Aloita näistä",
    closing: "Lomaviikoilla {{from}}–{{to}}",
    standingIn: "Sijaisena",
    asked: "Ehdotettu sinulle",
    marked: "Merkitty valmiiksi puolestasi",
    later: "Myöhemmin",
  },
  line: {
    notYours: "ei enää sinulla",
    snoozed: "palaan tähän {{day}}",
    stopped: "en muistuta tästä",
    late: "{{line}} · myöhässä",
    moved: "siirretty, {{due}}",
    deed: "{{line}} · ensimmäinen askel {{day}}: {{deed}}",
  },
  marked: {
    one: "Toinen merkitsi valmiiksi: {{what}}",
    many: "Toiset merkitsivät valmiiksi {{number}} toimenpidettäsi",
  },
  page: "{{from}}–{{to}}/{{total}}",

  // Why it came, and how to have it otherwise
  because: { actions: "sinulla on avoimia toimenpiteitä", marked: "joku merkitsi toimenpiteesi valmiiksi" },
  why: "Tulee {{weekday}} klo {{hour}}, koska {{because}}.",
  whyThinned: "Tulee joka toinen viikko, {{weekday}} klo {{hour}}, koska {{because}}.",
  preview: {
    title: "Esikatselu: tämän viikkoviestisi kertoisi nyt. {{next}}",
    next: "Seuraava tulee {{when}}.",
    nothing: "Mitään ei ole nyt avoinna, joten viikkoviestiä ei lähtisi. {{next}}",
    closed: "Nyt on lomaviikko, joten viikkoviestiä ei lähde. {{next}}",
    waits: "{{counts}} odottaa, mistään muusta en nyt muistuttaisi. {{next}}",
    waitsUntil: "{{counts}} odottaa {{day}} asti, mistään muusta en nyt muistuttaisi. {{next}}",
    waiting: "Odottaa: {{what}}",
    nextMay: "Seuraava voi tulla {{when}}.",
    how: "Aika vaihtuu napista tai kirjoittamalla vaikka ”muistuta tiistaisin klo 8”.",
  },
  ask: "Jatketaanko, harvennetaanko vai lopetetaanko?",
  askThinned: "Jatketaanko vai lopetetaanko?",
  whyAsk: "Kysyn viikkoviesteistä, koska kaksi edellistä jäi koskematta.",
  isStopped: "En lähetä enää viikkoviestiä. Saat sen takaisin, kun kirjoitat ”jatka muistutuksia”.",

  nudge: {
    one: "Määräpäivä {{day}}: {{what}}",
    many: "Määräpäivä nyt: {{number}} toimenpidettä",
    manyThings: "Määräpäivä nyt: {{number}} asiaa",
    why: "Muistutan kerran, koska määräpäivä on nyt.",
  },

  button: {
    all: "Näytä kaikki ({{count}})",
    allSettled: "Näytä kaikki ({{count}}, joista {{settled}} hoidettu)",
    next: "Näytä lisää",
    previous: "Edelliset",
    time: "Muuta aikaa",
    stop: "Lopeta",
    weekly: "Kuten ennen",
    everyWeek: "Joka viikko",
    everySecond: "Joka toinen viikko",
    goOn: "Jatka muistutuksia",
    home: "Oma sivu",
  },
} as const;
