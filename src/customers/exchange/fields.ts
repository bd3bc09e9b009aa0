import { distance } from "fastest-levenshtein";
import { fold, normalise } from "../../flow/reading/plain/normalise.ts";
import { LANGUAGES, words } from "../../text/text.ts";
import { MOST } from "../customer.ts";

/** What a column of a file may hold, in the order in which files are written. */
export const FIELDS = [
  "name",
  "businessId",
  "town",
  "person",
  "contactName",
  "contactRole",
  "contactPhone",
  "contactEmail",
  "segment",
  "products",
  "class",
  "buys",
  "present",
  "potential",
  "lifecycle",
  "will",
  "contactsPerYear",
  "wishDays",
  "worstDays",
  "closedWeeks",
  "lastContact",
  "nextContact",
] as const;
export type Field = (typeof FIELDS)[number];

/** A column that is understood: a field, of which contact person it is (0 the first), or a criterion's value. */
export type Column =
  | { readonly kind: "field"; readonly field: Field; readonly nth: number }
  | { readonly kind: "score"; readonly criterion: string };

/** What files call the fields, beside what Luotsi itself calls them. Folded, letters and digits only. */
const CALLED: { readonly [field in Field]: string } = {
  name: "asiakas asiakkaannimi nimi yritys yrityksennimi yritysnimi firma organisaatio customer customername company companyname name account accountname client",
  businessId:
    "yritysid lytunnus asiakkaanytunnus companynumber registrationnumber orgno ytunnus ytunnusvat yritystunnus alvnumero vat vatnumber vatid businessid businessidentitycode companyid orgnumber",
  town: "paikka sijainti kotipaikka kotipaikkakunta asiakkaanpaikkakunta postitmp location place paikkakunta kaupunki kunta postitoimipaikka toimipaikka town city municipality",
  person:
    "vastuussa vastuu asiakkaanvastuuhenkilo vastuuhenkilonnimi myyjannimi myyntiedustaja edustaja asiakaspaallikko avainasiakaspaallikko yhteyspaallikko accountowner salespersonname incharge assignedto responsibleperson keyaccountmanager rep vastuuhenkilo vastuumyyja myyja asiakasvastaava asiakasvastuuhenkilo hoitaja omistaja personincharge salesperson salesrep owner accountmanager responsible",
  contactName:
    "yhteyshenkilo yhteyshenkilonnimi kontakti kontaktihenkilo kontaktinnimi contact contactperson contactname",
  contactRole: "rooli titteli tehtava asema nimike yhteyshenkilonrooli role title position jobtitle",
  contactPhone:
    "puhelinnumerot puhelimet kannykka kannykkanumero matkapuhelinnumero gsmnumero soitto mobilephone mobilenumber cell cellphone contactphone telephonenumber phoneno telno puhelin puhelinnumero puh puhnro puhelinnro gsm matkapuhelin yhteyshenkilonpuhelin phone phonenumber telephone mobile tel",
  contactEmail:
    "sahkopostit meili emailosoite contactemail sahkoposti sahkopostiosoite sposti email emailaddress mail yhteyshenkilonsahkoposti",
  segment:
    "asiakasryhmat toimialue ala sector segmentti asiakassegmentti ryhma asiakasryhma toimiala segment customersegment group customergroup industry",
  products: "tuoteryhma tuoteryhmat tuotejapalvelut tuotteet tuote palvelut products product services",
  class:
    "asiakkaanluokka luokitus asiakasluokitus abcluokitus customercategory rating tier grade abcclass classification luokka asiakasluokka abc abcluokka class customerclass category",
  buys: "ostaa ostaajo asiakasjo buys buysalready iscustomer",
  present:
    "liikevaihtomeille ostotvuodessa myyntivuodessa vuosiostot annualvalue turnover purchases nykyinenarvo nykyarvo arvo myynti vuosimyynti ostot laskutus presentvalue currentvalue value sales annualsales revenue",
  potential: "potentiaali potentiaalinenarvo mahdollinenarvo potential potentialvalue",
  lifecycle:
    "elinkaarivaihe asiakkuudenvaihe asiakkaanvaihe elinkaari elinkaarenvaihe vaihe lifecycle lifecyclephase phase stage",
  contactsPerYear:
    "yhteydenotot yhteydenottoa kontakteja kontaktit kontaktejavuosi yhteydenottojavuosi yhteydenottojenmaara yhteydenottotiheys contacts contactfrequency callsperyear visitsperyear yhteydenottojavuodessa kontaktejavuodessa yhteydenototvuodessa kontaktimaara contactsayear contactsperyear",
  will: "yhteistyo yhteistyontahto cooperation willtocooperate",
  wishDays: "toivepaivia toive wishdays",
  worstDays: "rajapaivia raja worstdays limitdays",
  closedWeeks: "lomaviikot kiinniviikot closedweeks",
  lastContact:
    "viimeksiyhteydessa viimeksikontaktoitu viimeksisoitettu viimeksitavattu viimeisinyhteys viimeinenyhteydenotto viimeinenkontakti viimeisinsoitto viimeisintapaaminen viimeisinkaynti yhteydessaviimeksi edellinenyhteys edellinensoitto edellinentapaaminen edellinenkaynti lastincontact lasttouch lastcall lastcalled lastmeeting lastmet lastvisit lastactivity dateoflastcontact previouscontact viimeisinyhteydenotto viimeisinkontakti viimeyhteydenotto edellinenyhteydenotto edellinenkontakti viimeksi lastcontact lastcontacted lastcontactdate",
  nextContact:
    "seuraavayhteys seuraavasoitto seuraavatapaaminen seuraavakaynti seuraavaksi seuraavaksiyhteydessa yhteydenottopaiva sovittuyhteydenotto seuraavakontaktipaiva seuraavanyhteydenotonpaiva nexttouch nextcall nextmeeting nextvisit nextactivity nextfollowup nextstepdate followup followupdate followupon dateofnextcontact contactnext seuraavayhteydenotto seuraavakontakti nextcontact nextcontactdate",
};

const known = new Map<string, Field>();
for (const field of FIELDS) for (const name of CALLED[field].split(" ")) known.set(name, field);
for (const language of LANGUAGES) for (const field of FIELDS) known.set(keyOf(columnName(field, language)), field);

/** Columns that an export has and an import leaves: they follow from the rest, or are said of a contact. */
export const TOLD_ONLY = ["customers.fact.field", "customers.fact.agreed"] as const;
const toldOnly = new Set(LANGUAGES.flatMap((language) => TOLD_ONLY.map((told) => keyOf(words(language)(told)))));

/** Whether a heading is of a column that exports have only to be read by people. */
export function isToldOnly(heading: string): boolean {
  return toldOnly.has(keyOf(heading));
}

/** What Luotsi calls a field where it writes a file: "Puhelin", of the second contact person "Puhelin 2". */
export function columnName(field: Field, language: "fi" | "en", nth = 0): string {
  return words(language)(`customers.column.${field}`) + (nth === 0 ? "" : ` ${nth + 1}`);
}

/** The columns of a file in their order, with so many contact persons. */
export function columnsFor(persons: number): readonly { readonly field: Field; readonly nth: number }[] {
  const nths = Array.from({ length: persons }, (_, nth) => nth);
  const ofPersons = nths.flatMap((nth) => FIELDS.filter(isOfContactPerson).map((field) => ({ field, nth })));
  const others = FIELDS.filter((field) => !isOfContactPerson(field)).map((field) => ({ field, nth: 0 }));
  const first = FIELDS.findIndex(isOfContactPerson);
  return [...others.slice(0, first), ...ofPersons, ...others.slice(first)];
}

function isOfContactPerson(field: Field): boolean {
  return field.startsWith("contact") && field !== "contactsPerYear";
}

/** Which field a heading means; undefined for what is not known. A number behind it tells which contact person: "Puhelin 2". */
export function columnOf(
  heading: string,
  criteria: readonly { readonly id: string; readonly name: string }[],
): Column | undefined {
  const key = keyOf(heading);
  if (key === "") return undefined;
  const criterion = criteria.find(({ name, id }) => keyOf(name) === key || keyOf(id) === key);
  if (criterion) return { kind: "score", criterion: criterion.id };
  const whole = known.get(key) ?? nearest(key);
  if (whole) return { kind: "field", field: whole, nth: 0 };
  const [, name = "", number = ""] = /^(.*?\D)(\d{1,2})$/.exec(key) ?? [];
  const field = known.get(name);
  const nth = Number(number) - 1;
  return field && isOfContactPerson(field) && nth >= 0 && nth < MOST.contactPersons
    ? { kind: "field", field, nth }
    : undefined;
}

function nearest(key: string): Field | undefined {
  if (key.length < 7 || /\d/.test(key)) return undefined;
  const found = [...known].find(([name]) => name.length >= 7 && distance(name, key) <= 1);
  return found?.[1];
}

function keyOf(heading: string): string {
  return fold(normalise(heading)).replace(/[^a-z0-9]/g, "");
}
