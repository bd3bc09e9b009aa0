/** A person's own records, and rounds in which nobody's answers are shown to anybody. */
export const ownFi = {
  // Who sees what
  seesMe: "Vastauksesi näet vain sinä.",
  seesCount: "Vastauksesi näet vain sinä. Muut näkevät vain, moniko on vastannut.",
  whoSeesCount:
    "Vastauksesi näet vain sinä, eikä niitä näytetä muille edes ilman nimeä. Tiimi ja esimies näkevät, moniko on vastannut, mutta eivät, kuka.",

  // Starting
  offerBoth: "Teetkö tämän itseksesi vai tiimin kanssa? Itseksesi tehdystä eivät muut näe mitään.",
  offerAlone: "Teet tämän itseksesi. Muut eivät näe siitä mitään.",
  offerBothSaves:
    "Teetkö tämän itseksesi vai tiimin kanssa? Itseksesi antamasi vastaukset näet vain sinä. Sen, minkä lopuksi tallennat rekisteriin, näkee koko yritys.",
  offerAloneSaves:
    "Teet tämän itseksesi, ja vastauksesi näet vain sinä. Sen, minkä lopuksi tallennat rekisteriin, näkee koko yritys.",
  started: "{{name}} on auki. Kysymykset tulevat tähän keskusteluun.",
  chooseTeam: "{{flow}}: minkä tiimin työhön se liittyy?",
  orAlone: "Voit tehdä sen myös itseksesi.",
  again: "{{flow}}, {{number}}. kerta",

  // One's own answers
  finished: "Kaikkiin kohtiin on vastattu. Voit muuttaa vastauksiasi milloin vain.",
  over: "Tähän on jo vastattu: {{round}}. Vastauksesi ovat tallessa, ja voit muuttaa niitä.",
  cancelled: "Lopetettu kesken: {{round}}. Kirjaamasi on tallessa, ja sen näet vain sinä.",
  confirmCancel: "Lopetetaanko tämä kesken: {{round}}? Kirjaamasi jää talteen, ja sen näet vain sinä.",
  others: "Muut vastauksesi",
  noAnswers: "Sinulla ei ole vastauksia tällä kierroksella.",
  sittingLater: "Jos jatkat toiste, kysymykset odottavat tässä keskustelussa.",

  // Rounds whose answers stay with those who gave them
  each: "{{counted}} Jokainen vastaa yksin, ja vastaukset näkee vain vastaaja itse. Sulkeutuu {{when}}.",
  eachNoClock: "{{counted}} Jokainen vastaa yksin, ja vastaukset näkee vain vastaaja itse.",
  closes: "Sulkeutuu {{when}}.",
  confirmClose: "Vasta {{done}}/{{total}} on vastannut, eikä suljettua kierrosta voi avata. Suljetaanko silti?",
  closedNone: "Vastauksia ei tullut.",
  closedKept:
    "Jokaisen vastaukset jäävät hänelle itselleen: ne saa esiin kirjoittamalla minulle ”vastaukseni”. Minkä ottaa käyttöön, siitä voi tehdä toimenpiteen.",
  cardDone: "Kierros on valmis. Vastaukset näkee vain vastaaja itse.",
  leadDone: "Kierros on valmis. Sovittavaa ei ole, sillä vastaukset näkee vain vastaaja itse.",

  // An own answer that becomes an action
  actionNote: "Toimenpide tulee tiimin suunnitelmaan, ja tiimi näkee sen. Muut vastauksesi pysyvät vain sinulla.",

  button: {
    alone: "Itseksesi",
    withTeam: "Tiimin kanssa",
    begin: "Aloita",
    startEach: "Aloita, kukin yksin",
    startTogether: "Aloita yhdessä",
    toAction: "Tee tästä toimenpide",
    mine: "Omat vastaukseni",
    older: "Vanhemmat",
    cancel: "Lopetetaan",
    keep: "Jatketaan",
  },
} as const;
