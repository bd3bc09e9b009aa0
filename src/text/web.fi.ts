export const webFi = {
  cards: {
    required: "Tähän tarvitaan vastaus.",
  },
  server: {
    malformed: "Pyyntöä ei voitu lukea. Lataa sivu uudestaan ja kokeile sitten.",
    notJson: "Palvelin lukee vain JSON-muotoa.",
    noPerson: "Tätä henkilöä ei ole. Valitse henkilö luettelosta.",
    noRoom: "Tätä keskustelua ei ole, tai se ei näy sinulle.",
    noMessage: "Tätä viestiä ei enää ole.",
    notYours: "Vain oman viestin voi muuttaa tai poistaa.",
    notMember: "Liity ensin kanavalle.",
    noPath: "Tässä osoitteessa ei ole mitään. Keskustelu on osoitteen alussa: /",
    noMethod: "Tämä osoite ei ota tällaista pyyntöä.",
    tooBig: "Viesti on liian suuri. Raja on 64 kilotavua.",
    textTooLong: "Viesti on liian pitkä: {{length}} merkkiä. Raja on {{limit}} merkkiä. Jaa se kahtia.",
    textEmpty: "Viesti on tyhjä.",
    tooMany: "Pyyntöjä tulee liian nopeasti. Odota hetki.",
    foreignHost: "Keskustelu aukeaa vain tältä koneelta, osoitteesta http://127.0.0.1:{{port}}",
    foreignOrigin: "Pyyntö tuli toiselta sivulta, joten sitä ei otettu vastaan.",
    storeAway: "Tallennus ei onnistu juuri nyt. Sivu kokeilee itse uudestaan.",
    failed: "Palvelimessa tapahtui virhe, ja se on kirjattu lokiin. Kokeile hetken päästä uudestaan.",
  },
} as const;
