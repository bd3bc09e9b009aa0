/** What has happened with a customer: what was edited, and what a sales plan means to do. */
export const historyFi = {
  changed: {
    businessId: "Y-tunnus",
    buys: "ostaako jo",
    closedWeeks: "lomaviikot",
    contactPersons: "yhteyshenkilöt",
    givenClass: "annettu luokka",
    lifecycle: "elinkaaren vaihe",
    name: "nimi",
    ownPlan: "oma hoitosuunnitelma",
    person: "vastuuhenkilö",
    potential: "potentiaalinen arvo",
    present: "nykyinen arvo",
    products: "tuotteet",
    scores: "pisteet",
    segment: "segmentti",
    town: "paikkakunta",
    will: "yhteistyön tila",
  },
} as const;
