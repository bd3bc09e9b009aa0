/** Bringing platforms, channels and accounts of one company together. */
export const joiningFi = {
  code: "Koodi toisen alustan liittämiseen: {{code}}. Kirjoita se siellä yksityiseen keskusteluumme: ”liity {{code}}”. Koodi toimii kerran, vuorokauden ajan.",
  codeInPrivate: "Kirjoita koodi yksityiseen keskusteluumme sillä alustalla, jota liität.",
  codeUnknown:
    "Tämä koodi ei kelpaa: se on vanhentunut, käytetty tai väärin kirjoitettu. Uuden saa ylläpitäjä kirjoittamalla ”liitoskoodi”.",
  form: {
    intro:
      "Kun sama ihminen on täällä kahtena, yhdistä heidät: yksi muisti, yksi viikkoviesti. Yhdistämistä ei voi perua.",
    kept: "Henkilö, joka jää",
    other: "Sama henkilö toisella alustalla",
    prefers: "Missä viestit luetaan",
    submit: "Yhdistä",
    title: "Yhdistä henkilöt",
  },
  hasData:
    "Täällä on jo omia kierroksia, joten yrityksiä ei voi enää liittää yhteen. Vastaukset pysyvät tallessa täällä.",
  joined:
    "Liitetty: tämä alusta kuuluu nyt yritykseen {{company}}. Sama muisti ja samat työkirjat molemmissa. Jos tiimillä on kanava kummassakin, kirjoita täkäläisellä kanavalla minulle ”liitä tiimiin” ja tiimin nimi.",
  joinPeople:
    "Sama ihminen voi olla täällä kahtena, kerran kummallakin alustalla. Valitse heidät, niin heillä on yksi muisti ja yksi viikkoviesti.",
  joinPeopleButton: "Yhdistä henkilöt",
  noOtherTeam: "Muita tiimejä ei vielä ole, joihin tämän kanavan voisi liittää.",
  onlyAdmin: "Tämän tekee ylläpitäjä: {{names}}.",
  peopleJoined: "Yhdistetty. {{name}} on nyt yksi henkilö, ja viestit tulevat tänne: {{platform}}.",
  pickOther: "Valitse toinen henkilö.",
  pickPerson: "Valitse henkilö.",
  sameCompany: "Tämä alusta kuuluu jo samaan yritykseen.",
  samePlatform: "Nämä kaksi ovat samalla alustalla, joten he ovat eri ihmisiä. Valitse henkilö toiselta alustalta.",
  teamHasRounds: "Tällä kanavalla on jo omia kierroksia, joten se pysyy omana tiiminään.",
  teamInChannel: "Kirjoita tämä sillä kanavalla, jonka liität tiimiin.",
  teamJoined_one: "Tämä kanava kuuluu nyt tiimiin {{team}}. Mukaan tuli yksi henkilö.",
  teamJoined_other: "Tämä kanava kuuluu nyt tiimiin {{team}}. Mukaan tuli {{count}} henkilöä.",
  teamUnknown: "Tiimiä ”{{name}}” en löytänyt. Tiimit: {{teams}}.",
} as const;
