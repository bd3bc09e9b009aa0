/** What only Slack's own surfaces need: dialogs, menus, and what did not fit. */
export const slackFi = {
  modal: { close: "Peru", waitingTitle: "Luotsi", waiting: "Haetaan lomaketta.", read: "Sulje" },
  field: { choose: "Valitse", chooseDate: "Valitse päivä", chooseTime: "Valitse aika" },
  menu: "Lisää",
  chosen: "Valittu",
  moreRows_one: "… ja {{count}} rivi lisää",
  moreRows_other: "… ja {{count}} riviä lisää",
  earlierRows_one: "{{count}} aiempi rivi on tallessa, mutta ei mahdu tähän.",
  earlierRows_other: "{{count}} aiempaa riviä on tallessa, mutta ne eivät mahdu tähän.",
  commandAgain: "Tallennus ei onnistu juuri nyt. Kirjoita komento hetken päästä uudelleen.",
  elsewhere: "Vastaus on yksityisessä keskustelussamme. Jos haluat minut tälle kanavalle, kirjoita /invite @Luotsi.",
  formLate: "Lomake ei ehtinyt aueta. Paina uudelleen.",
  leftOut: "Kaikki ei mahtunut tähän viestiin.",
  noForm: "Tähän ei tarvita lomaketta. Uusin viesti näyttää, missä nyt mennään.",
  notHere:
    "Yhteyteni tähän työtilaan on vielä kesken. Kirjoita komento hetken päästä uudelleen. Jos sekään ei auta, kerro sille, joka asensi Luotsin.",
  openChat: "Avaa keskustelu",
  tapAgain: "Tallennus ei onnistu juuri nyt. Paina hetken päästä uudelleen.",
} as const;
