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
  "contactsPerYear",
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
    "ytunnus ytunnusvat yritystunnus alvnumero vat vatnumber vatid businessid businessidentitycode companyid orgnumber",
  town: "paikkakunta kaupunki kunta postitoimipaikka toimipaikka town city municipality",
  person:
    "vastuuhenkilo vastuumyyja myyja asiakasvastaava asiakasvastuuhenkilo hoitaja omistaja personincharge salesperson salesrep owner accountmanager responsible",
  contactName:
    "yhteyshenkilo yhteyshenkilonnimi kontakti kontaktihenkilo kontaktinnimi contact contactperson contactname",
  contactRole: "rooli titteli tehtava asema nimike yhteyshenkilonrooli role title position jobtitle",
  contactPhone:
    "puhelin puhelinnumero puh puhnro puhelinnro gsm matkapuhelin yhteyshenkilonpuhelin phone phonenumber telephone mobile tel",
  contactEmail: "sahkoposti sahkopostiosoite sposti email emailaddress mail yhteyshenkilonsahkoposti",
  segment:
    "segmentti asiakassegmentti ryhma asiakasryhma toimiala segment customersegment group customergroup industry",
  products: "tuotteet tuote palvelut products product services",
  class: "luokka asiakasluokka abc abcluokka class customerclass category",
  buys: "ostaa ostaajo asiakasjo buys buysalready iscustomer",
  present:
    "nykyinenarvo nykyarvo arvo myynti vuosimyynti ostot laskutus presentvalue currentvalue value sales annualsales revenue",
  potential: "potentiaali potentiaalinenarvo mahdollinenarvo potential potentialvalue",
  lifecycle: "elinkaari elinkaarenvaihe vaihe lifecycle lifecyclephase phase stage",
  contactsPerYear:
    "yhteydenottojavuodessa kontaktejavuodessa yhteydenototvuodessa kontaktimaara contactsayear contactsperyear",
  lastContact:
    "viimeisinyhteydenotto viimeisinkontakti viimeyhteydenotto edellinenyhteydenotto edellinenkontakti viimeksi lastcontact lastcontacted lastcontactdate",
  nextContact: "seuraavayhteydenotto seuraavakontakti nextcontact nextcontactdate",
};

const known = new Map<string, Field>();
for (const field of FIELDS) for (const name of CALLED[field].split(" ")) known.set(name, field);
for (const language of LANGUAGES) for (const field of FIELDS) known.set(keyOf(columnName(field, language)), field);

/** What Luotsi calls a field where it writes a file. */
export function columnName(field: Field, language: "fi" | "en"): string {
  return words(language)(`customers.column.${field}`);
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
  return field?.startsWith("contact") && nth >= 0 && nth < MOST.contactPersons
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
