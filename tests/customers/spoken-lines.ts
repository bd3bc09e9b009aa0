/** The line, whose contact it is, by what means, on which day, the note, the day of the next one, what was promised. */
export type LineRow = readonly [
  line: string,
  customer: string,
  means: string,
  on: string,
  note: string,
  next: string,
  promise: string,
];

/** The day on which they are read: a Wednesday. In the tables "=". */
export const TODAY = "2027-05-12";

function rows(table: string): readonly LineRow[] {
  return table
    .trim()
    .split("\n")
    .map((row) => {
      const [line = "", customer = "", means = "", on = "", note = "", next = "", promise = ""] = row
        .split("|")
        .map((cell) => cell.trim());
      return [line, customer, means, on === "=" ? TODAY : on, note, next, promise];
    });
}

/** As salespeople say them, with the names in all cases. */
export const FINNISH_LINES = rows(`
soitin virtasen konepajalle, tilaa syksyllä, soitan 3.9. | Virtasen Konepaja Oy | phone | = | tilaa syksyllä | 2027-09-03 | soitan 3.9.
Soitin Virtasen Konepajalle tilaa syksyllä soitan 3.9. | Virtasen Konepaja Oy | phone | = | tilaa syksyllä | 2027-09-03 | soitan 3.9.
soitin virtaselle | Virtasen Konepaja Oy | phone | = |  |  |
soitin virtaselle eilen | Virtasen Konepaja Oy | phone | 2027-05-11 |  |  |
soitin eilen virtaselle | Virtasen Konepaja Oy | phone | 2027-05-11 |  |  |
eilen soitin virtaselle | Virtasen Konepaja Oy | phone | 2027-05-11 |  |  |
virtaselle soitin toissapäivänä | Virtasen Konepaja Oy | phone | 2027-05-10 |  |  |
soitin maanantaina virtaselle, ei tarvetta nyt | Virtasen Konepaja Oy | phone | 2027-05-10 | ei tarvetta nyt |  |
soitin 5.5. virtasen konepajalle | Virtasen Konepaja Oy | phone | 2027-05-05 |  |  |
minä juuri soitin virtaselle | Virtasen Konepaja Oy | phone | = |  |  |
soittelin lehtoselle, autot rikki | Kuljetus Lehtonen | phone | = | autot rikki |  |
puhuin lehtosen kanssa, palataan syksyllä asiaan | Kuljetus Lehtonen | phone | = |  | 2027-09-01 | palataan syksyllä asiaan
juttelin lehtosen kuljetuksen kanssa uudesta sopimuksesta | Kuljetus Lehtonen | phone | = | uudesta sopimuksesta |  |
puhelu lehtosen kanssa: haluaa tarjouksen, lähetän perjantaina | Kuljetus Lehtonen | phone | = | haluaa tarjouksen | 2027-05-14 | lähetän perjantaina
soitin lehdon puulle, kysyi hintoja, mailaan huomenna | Lehdon Puu Ky | phone | = | kysyi hintoja | 2027-05-13 | mailaan huomenna
kävin lehdon puulla, sahaavat täysillä | Lehdon Puu Ky | visit | = | sahaavat täysillä |  |
kävin mäkisellä, pojat ottaa vetovastuun, palaan kuukauden päästä | Mäkinen & Pojat | visit | = | pojat ottaa vetovastuun | 2027-06-14 | palaan kuukauden päästä
kävin eilen joen sähköllä | Joen Sähkö | visit | 2027-05-11 |  |  |
kävin Joen Sähkössä, uusi yhteyshenkilö Tiina | Joen Sähkö | visit | = | uusi yhteyshenkilö Tiina |  |
kävin rakennus niemellä katsomassa työmaata | Rakennus Niemi Oy | visit | = | katsomassa työmaata |  |
käytiin niemen rakennuksella, tarvitsevat telineitä, tarjoan viikolla 20 | Rakennus Niemi Oy | visit | = | tarvitsevat telineitä | 2027-05-17 | tarjoan viikolla 20
vierailin tehtaan kalliolla | Tehdas-Kallio | visit | = |  |  |
poikkesin tehdas-kalliossa, soitan ensi viikolla | Tehdas-Kallio | visit | = |  | 2027-05-17 | soitan ensi viikolla
olin käymässä leipomo salosella | Leipomo Salonen | visit | = |  |  |
piipahdin salosen leipomossa, pullat hyviä, soitellaan kesäkuussa | Leipomo Salonen | visit | = | pullat hyviä | 2027-06-01 | soitellaan kesäkuussa
tapasin konehirvosen, haluaa leasingin | Kone-Hirvonen Oy | meeting | = | haluaa leasingin |  |
tapasin kone-hirvosen toimitusjohtajan | Kone-Hirvonen Oy | meeting | = | toimitusjohtajan |  |
tavattiin lammin ikkunan kanssa, sovittiin tapaaminen 20.5. klo 10 | Lammin Ikkuna | meeting | = |  | 2027-05-20 | sovittiin tapaaminen 20.5. klo 10
palaveerasin lammin ikkunalla | Lammin Ikkuna | meeting | = |  |  |
pidin palaverin pellon liikkeen kanssa eilen | Pellon Liike | meeting | 2027-05-11 |  |  |
palaveri pellon liikkeessä, päättävät ensi kuussa | Pellon Liike | meeting | = | päättävät ensi kuussa |  |
mailasin aallolle, tarjous 2300 e | Sähkötyöt Aalto | email | = | tarjous 2300 e |  |
meilasin sähkötyöt aallolle hinnaston | Sähkötyöt Aalto | email | = | hinnaston |  |
lähetin aallolle sähköpostia hinnoista | Sähkötyöt Aalto | email | = | hinnoista |  |
laitoin aallolle meilin, soitan maanantaina | Sähkötyöt Aalto | email | = |  | 2027-05-17 | soitan maanantaina
laitoin viestiä heikille, kysyi aikataulua | Metalli-Heikki | message | = | kysyi aikataulua |  |
laitoin metalliheikille whatsappia, palaan asiaan parin viikon päästä | Metalli-Heikki | message | = |  | 2027-05-26 | palaan asiaan parin viikon päästä
tekstasin heikin metallille | Metalli-Heikki | message | = |  |  |
viestittelin heikin kanssa toimituksesta | Metalli-Heikki | message | = | toimituksesta |  |
soitin abb:lle | ABB | phone | = |  |  |
soitin ABB:n ostoon, pyysivät referenssit, lähetän 14.5. | ABB | phone | = | ostoon, pyysivät referenssit | 2027-05-14 | lähetän 14.5.
kävin hollolan k-raudassa, esillepano kunnossa | K-Rauta Hollola | visit | = | esillepano kunnossa |  |
mailasin k-raudalle uudet hinnat | K-Rauta Hollola | email | = | uudet hinnat |  |
soitin valmetille, projekti siirtyy, otan yhteyttä 1.10. | Valmet | phone | = | projekti siirtyy | 2027-10-01 | otan yhteyttä 1.10.
teamspalaveri valmetin kanssa, käytiin läpi tarjous | Valmet | online | = | käytiin läpi tarjous |  |
otin yhteyttä valmetiin | Valmet |  | = |  |  |
soitin terveystalolle, ostaja vaihtui | Terveystalo | phone | = | ostaja vaihtui |  |
kävin terveys talolla | Terveystalo | visit | = |  |  |
soitin huolto rinteelle, nähdään torstaina | Huolto Rinne Tmi | phone | = |  | 2027-05-13 | nähdään torstaina
rinteen huollosta soitin ja kyselin varaosia | Huolto Rinne Tmi | phone | = | kyselin varaosia |  |
soitin koskisen sahalle, maksut myöhässä, soitan kahden viikon kuluttua | Koskisen Saha | phone | = | maksut myöhässä | 2027-05-26 | soitan kahden viikon kuluttua
kävin koskisella sahalla katsomassa uutta linjaa | Koskisen Saha | visit | = | katsomassa uutta linjaa |  |
soitin tilitoimisto numeroille, tyytyväisiä | Tilitoimisto Numerot | phone | = | tyytyväisiä |  |
tapasin veljekset laineen, toinen jää eläkkeelle | Veljekset Laine | meeting | = | toinen jää eläkkeelle |  |
soitin laineen veljeksille, 3.9. soitan uudestaan | Veljekset Laine | phone | = |  | 2027-09-03 | 3.9. soitan uudestaan
kävin kukkakaupassa, äitienpäivä meni hyvin | Kukkakauppa Ruusu | visit | = | äitienpäivä meni hyvin |  |
soitin maalaus saarelle, tarjouspyyntö tulossa kesäkuussa | Maalaus Saari | phone | = | tarjouspyyntö tulossa kesäkuussa |  |
kävin wärtsilässä 10.5., esittelin huoltosopimuksen, lähetän tarjouksen 17.5. | Wärtsilä | visit | 2027-05-10 | esittelin huoltosopimuksen | 2027-05-17 | lähetän tarjouksen 17.5.
soitin järvenpään puhaltimelle, lupasin soittaa 1.6. | Järvenpään Puhallin | phone | = |  | 2027-06-01 | lupasin soittaa 1.6.
mailasin järvenpään puhaltimeen, lähetän tarjouksen | Järvenpään Puhallin | email | = |  |  | lähetän tarjouksen
soitin virtasen konepaja oy:lle ja sovittiin että soitan 24.5. | Virtasen Konepaja Oy | phone | = |  | 2027-05-24 | sovittiin että soitan 24.5.
soitin virtaselta eilisestä tilauksesta, kaikki ok, seuraava yhteydenotto 1.8.2027 | Virtasen Konepaja Oy | phone | = | eilisestä tilauksesta, kaikki ok | 2027-08-01 | seuraava yhteydenotto 1.8.2027
käynti virtasella perjantaina, huolto hoidettu | Virtasen Konepaja Oy | visit | 2027-05-07 | huolto hoidettu |  |
näin lehtosen messuilla | Kuljetus Lehtonen | meeting | = | messuilla |  |
soitin lehtoselle, yritän huomenna uudestaan | Kuljetus Lehtonen | phone | = |  | 2027-05-13 | yritän huomenna uudestaan
soitin valmetille, palataan ensi kuussa | Valmet | phone | = |  | 2027-06-01 | palataan ensi kuussa
kävin koskisen sahalla, palaan elokuussa | Koskisen Saha | visit | = |  | 2027-08-02 | palaan elokuussa
soitin wärtsilään, soitan ensi kuun lopussa | Wärtsilä | phone | = |  | 2027-06-28 | soitan ensi kuun lopussa
kävin terveystalossa, ovat tyytyväisiä, palaan keväällä | Terveystalo | visit | = | ovat tyytyväisiä | 2028-03-01 | palaan keväällä
soitin salosen leipomoon, pyysi soittamaan ensi viikolla | Leipomo Salonen | phone | = | pyysi soittamaan ensi viikolla | 2027-05-17 |
soitin maalaus saarelle, pyysi palaamaan maanantaina | Maalaus Saari | phone | = | pyysi palaamaan maanantaina | 2027-05-17 |
soitin aallolle, soitan alkuviikosta | Sähkötyöt Aalto | phone | = |  | 2027-05-17 | soitan alkuviikosta
puhuin mäkisen kanssa, palataan ensi vuonna | Mäkinen & Pojat | phone | = |  | 2028-01-03 | palataan ensi vuonna
soitin virtasen konepajalle että tulen käymään 10.6. klo 9 | Virtasen Konepaja Oy | phone | = |  | 2027-06-10 | tulen käymään 10.6. klo 9
en tavoittanut koskisen sahaa, yritän uudestaan torstaina | Koskisen Saha |  | = |  | 2027-05-13 | yritän uudestaan torstaina
vaihdoin kuulumisia koskisen sahan Penan kanssa, kaikki ok | Koskisen Saha |  | = | Penan kanssa, kaikki ok |  |
soitin valmetille, ota yhteyttä 2 viikon päästä | Valmet | phone | = | ota yhteyttä 2 viikon päästä | 2027-05-26 |
kirjaa käynti virtasella, hyvä fiilis, seuraava 7.9. | Virtasen Konepaja Oy | visit | = | hyvä fiilis | 2027-09-07 |
soitin valmetille, tarjous menee 15.6. | Valmet | phone | = |  | 2027-06-15 | tarjous menee 15.6.
puhuin aallon kanssa puhelimessa haluavat uuden hinnaston | Sähkötyöt Aalto | phone | = | haluavat uuden hinnaston |  |
lähetin tarjouksen koskisen sahaan, pyysi hinnaston | Koskisen Saha |  | = | tarjouksen, pyysi hinnaston |  |
kävin Lahden Valmetilla, kiinnostuivat | Valmet | visit | = | kiinnostuivat |  |
soitin valmetille, seuraava tilaus 7.9. | Valmet | phone | = | seuraava tilaus 7.9. |  |
`);

export const ENGLISH_LINES = rows(`
called Valmet, will order in autumn, I'll call on 3 September | Valmet | phone | = | will order in autumn | 2027-09-03 | I'll call on 3 September
Called Virtasen Konepaja yesterday | Virtasen Konepaja Oy | phone | 2027-05-11 |  |  |
called Virtanen | Virtasen Konepaja Oy | phone | = |  |  |
I called ABB, new buyer | ABB | phone | = | new buyer |  |
yesterday I called Terveystalo | Terveystalo | phone | 2027-05-11 |  |  |
phoned Lehtonen about the trucks | Kuljetus Lehtonen | phone | = | about the trucks |  |
spoke with Lehtonen, get back next week | Kuljetus Lehtonen | phone | = |  | 2027-05-17 | get back next week
talked to Lehdon Puu, they will call on Friday | Lehdon Puu Ky | phone | = | they will call on Friday |  |
met Salonen, wants a quote, I'll email tomorrow | Leipomo Salonen | meeting | = | wants a quote | 2027-05-13 | I'll email tomorrow
met with Salonen on Monday | Leipomo Salonen | meeting | 2027-05-10 |  |  |
had a meeting with Wärtsilä, next meeting 1 June | Wärtsilä | meeting | = |  | 2027-06-01 | next meeting 1 June
meeting with Wartsila: decision in June | Wärtsilä | meeting | = | decision in June |  |
visited Koskisen Saha, new line running | Koskisen Saha | visit | = | new line running |  |
dropped by K-Rauta Hollola | K-Rauta Hollola | visit | = |  |  |
went to see Mäkinen & Pojat, follow up in two weeks | Mäkinen & Pojat | visit | = |  | 2027-05-26 | follow up in two weeks
emailed Aalto the price list | Sähkötyöt Aalto | email | = | the price list |  |
sent an email to Aalto, call back on Friday | Sähkötyöt Aalto | email | = |  | 2027-05-14 | call back on Friday
texted Heikki | Metalli-Heikki | message | = |  |  |
sent a message to Heikki about delivery, I'll see him on 20 May | Metalli-Heikki | message | = | about delivery | 2027-05-20 | I'll see him on 20 May
video call with Valmet, agreed to meet in a couple of weeks | Valmet | online | = |  | 2027-05-26 | agreed to meet in a couple of weeks
got in touch with Terveystalo | Terveystalo |  | = |  |  |
called Aalto, I'll call again next month | Sähkötyöt Aalto | phone | = |  | 2027-06-01 | I'll call again next month
couldn't reach Valmet, will try again on Thursday | Valmet |  | = |  | 2027-05-13 | will try again on Thursday
visited Valmet, back to them in autumn | Valmet | visit | = |  | 2027-09-01 | back to them in autumn
`);
