/** What whoever starts Luotsi reads in the terminal. */
export const startFi = {
  listening: "Luotsi on käynnissä: {{address}}",
  running: "Luotsi on käynnissä, portti {{port}}.",
  inSlack: "Slackissa: kutsu Luotsi tiimin kanavalle (/invite @Luotsi) ja kirjoita /luotsi",
  tryThis: "Avaa osoite selaimessa, valitse henkilö ja kirjoita tiimin kanavalle: aloita digikypsyys",
  storesEmbedded: "Vastaukset tallennetaan kansioon {{folder}}",
  storesMongo: "Vastaukset tallennetaan MongoDB-tietokantaan",
  stopHint: "Lopeta painamalla Ctrl+C. Kaikki jää talteen.",
} as const;
