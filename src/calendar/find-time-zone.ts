import { distance } from "fastest-levenshtein";
import { isTimeZone } from "./time-zone.ts";

/** What Finns call cities abroad, and new names of cities, where the engine does not list them. */
const OTHER_NAMES: { readonly [name: string]: string } = {
  suomi: "Europe/Helsinki",
  finland: "Europe/Helsinki",
  tukholma: "Europe/Stockholm",
  kööpenhamina: "Europe/Copenhagen",
  tallinna: "Europe/Tallinn",
  riika: "Europe/Riga",
  vilna: "Europe/Vilnius",
  varsova: "Europe/Warsaw",
  berliini: "Europe/Berlin",
  pariisi: "Europe/Paris",
  lontoo: "Europe/London",
  lissabon: "Europe/Lisbon",
  rooma: "Europe/Rome",
  ateena: "Europe/Athens",
  moskova: "Europe/Moscow",
  kiova: "Europe/Kyiv",
  kyiv: "Europe/Kyiv",
  kolkata: "Asia/Kolkata",
  tokio: "Asia/Tokyo",
  soul: "Asia/Seoul",
};

export type FoundTimeZone =
  | { readonly kind: "zone"; readonly zone: string }
  /** `near`: a city of nearly that name. */
  | { readonly kind: "unknown"; readonly near?: string };

/** The zone that a text names: by its IANA name in any case, or by its city: "europe/london", "New York", "Lontoo". */
export function findTimeZone(text: string): FoundTimeZone {
  const typed = text.trim().slice(0, 60);
  if (isTimeZone(typed)) return { kind: "zone", zone: canonical(typed) };
  const name = typed.toLowerCase().replaceAll("_", " ");
  const known = OTHER_NAMES[name] ?? byCity().get(name);
  if (known !== undefined) return { kind: "zone", zone: known };
  const near = [...byCity().keys(), ...Object.keys(OTHER_NAMES)]
    .map((city) => ({ city, away: distance(city, name) }))
    .sort((a, b) => a.away - b.away)[0];
  // A slip keeps the first letter: "Lahti" is no Tahiti.
  return near && near.away <= 2 && name.length > 3 && near.city[0] === name[0]
    ? { kind: "unknown", near: near.city }
    : { kind: "unknown" };
}

function canonical(zone: string): string {
  return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
}

let cities: ReadonlyMap<string, string> | undefined;

function byCity(): ReadonlyMap<string, string> {
  cities ??= new Map(Intl.supportedValuesOf("timeZone").map((zone) => [cityOf(zone), zone]));
  return cities;
}

function cityOf(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).toLowerCase().replaceAll("_", " ");
}
