import type { Pace } from "../week/week-actions.ts";
import { weekdayIn } from "./read-weekly.ts";

/** What someone wants of their own settings, in their own words as far as these must still be read. */
export type Wish =
  | { readonly kind: "show" }
  | { readonly kind: "language"; readonly said: string }
  | { readonly kind: "zone"; readonly said: string }
  | { readonly kind: "quiet" }
  /** How often the weekly message comes. */
  | { readonly kind: "pace"; readonly pace: Pace }
  /** `until` is "" where no day was said; without `from`, from today. */
  | { readonly kind: "away"; readonly from?: string; readonly until: string; readonly substitute: string | undefined }
  /** "poissa ensi viikolla" */
  | { readonly kind: "away-week"; readonly week: string; readonly substitute: string | undefined }
  | { readonly kind: "substitute"; readonly name: string }
  | { readonly kind: "here-again" }
  | { readonly kind: "weekly"; readonly said: string }
  /** What the weekly message would say now. */
  | { readonly kind: "preview" }
  | { readonly kind: "manager-sees" };

const WHOLE: readonly { readonly wish: Wish; readonly said: readonly string[] }[] = [
  {
    wish: { kind: "show" },
    said: [
      "asetukset",
      "avaa asetukset",
      "omat asetukset",
      "muuta asetuksia",
      "settings",
      "my settings",
      "open settings",
    ],
  },
  { wish: { kind: "language", said: "" }, said: ["kieli", "vaihda kieli", "language", "change language"] },
  {
    wish: { kind: "zone", said: "" },
    said: ["aikavyöhyke", "vaihda aikavyöhyke", "time zone", "timezone", "change time zone"],
  },
  {
    wish: { kind: "quiet" },
    said: ["hiljaa", "ole hiljaa", "hiljenny", "älä muistuta", "quiet", "be quiet", "mute", "do not remind me"],
  },
  {
    wish: { kind: "pace", pace: "as-before" },
    said: [
      "jatka muistutuksia",
      "jatka viikkoviestejä",
      "ei hiljaa",
      "muistuta taas",
      "saat muistuttaa",
      "resume reminders",
      "resume weekly messages",
      "not quiet",
      "unmute",
      "remind me again",
    ],
  },
  {
    wish: { kind: "pace", pace: "weekly" },
    said: ["muistuta joka viikko", "viikkoviesti joka viikko", "remind me every week"],
  },
  {
    wish: { kind: "pace", pace: "every-second" },
    said: [
      "muistuta joka toinen viikko",
      "viikkoviesti joka toinen viikko",
      "harvenna muistutuksia",
      "remind me every second week",
      "thin out reminders",
    ],
  },
  {
    wish: { kind: "pace", pace: "stopped" },
    said: ["lopeta muistutukset", "lopeta viikkoviestit", "stop reminders", "stop weekly messages"],
  },
  {
    wish: { kind: "away", until: "", substitute: undefined },
    said: [
      "poissa",
      "olen poissa",
      "lomalla",
      "olen lomalla",
      "away",
      "i am away",
      "i'm away",
      "on holiday",
      "sijainen",
      "my substitute",
    ],
  },
  {
    wish: { kind: "here-again" },
    said: [
      "palasin",
      "olen palannut",
      "palasin lomalta",
      "olen täällä taas",
      "en ole enää poissa",
      "en ole enää lomalla",
      "i am back",
      "i'm back",
      "back from holiday",
      "back again",
    ],
  },
  {
    wish: { kind: "preview" },
    said: [
      "viikkoviesti",
      "näytä viikkoviesti",
      "viikkoviestini",
      "weekly message",
      "show the weekly message",
      "my weekly message",
    ],
  },
  {
    wish: { kind: "manager-sees" },
    said: [
      "mitä esihenkilö näkee",
      "mitä esimies näkee",
      "mitä esihenkilöni näkee",
      "what does the manager see",
      "what the manager sees",
      "what does my manager see",
    ],
  },
];
const BY_WORDS = new Map(WHOLE.flatMap(({ wish, said }) => said.map((one) => [one, wish] as const)));

/** What a slip of the finger may have meant. */
export const WISHES: readonly string[] = [...BY_WORDS.keys()];

const LANGUAGE = /^(?:(?:vaihda )?kieli|kieleksi|(?:change )?language)(?: to)?:? (\p{L}{2,20})$/u;
const SPEAK = /^(?:puhu|speak) (suomea|englantia|finnish|english)$/u;
const ZONE = /^(?:aikavyöhyke|aikavyöhykkeeni on|time ?zone)(?: is| to)?:? (\S.{1,58})$/u;
const SUBSTITUTE = /^(?:sijainen|sijaiseni on|sijaisena|substitute|my substitute is)(?: on| is)?:? (\S.{0,78})$/u;
const WEEKLY =
  /^(?:muistuta(?: minua| minut)?|viikkoviesti|remind me|weekly message)(?: tulee| on| comes)?:? (\S.{0,58})$/u;
/** "lomalle 5.7.–1.8.", "on holiday from 5 July to 1 August": both ends are days. */
const DAY = String.raw`(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.?(?: ?\d{1,2}\.?(?:\d{2,4})?)?(?: \p{L}{3,12})?(?: \d{4})?|\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?)`;
const WITH = String.raw`(?:[,.]? (?:sijai(?:nen|sena|seni)(?: on)?|(?:my )?substitute(?: is)?|with) (\S.{0,78}))?`;
const HOLIDAY = new RegExp(
  `^(?:(?:olen |jään |lähden )?(?:poissa|lomalla|lomalle|loma|lomani)(?: on)?|(?:i am |i'm )?(?:away|on holiday|out|my holiday)(?: is| from)?) (${DAY})(?: ?[–—-] ?| to | until )(${DAY})${WITH}$`,
  "u",
);
const WEEK_AWAY = new RegExp(
  String.raw`^(?:(?:olen )?(?:poissa|lomalla)|(?:i am |i'm )?(?:away|on holiday|out)) (?:koko |all )?((?:ensi|tämän|tällä|next|this) (?:viikon|viikolla|viikko|week)|(?:viikon|viikolla|vko|week) \d{1,2})${WITH}$`,
  "u",
);
/** An absence ends with a word or begins with a day: "poissa on vaikea olla" is somebody's answer. */
const AWAY = [
  /^(?:olen )?(?:poissa|lomalla) (\S.{0,38}?) (?:asti|saakka|mennessä)(?:[,.]? sijai(?:nen|sena|seni)(?: on)? (\S.{0,78}))?$/u,
  /^(?:olen )?(?:poissa|lomalla) (\d[\d./-]{2,10})(?:,? sijai(?:nen|sena|seni)(?: on)? (\S.{0,78}))?$/u,
  /^(?:i am |i'm )?(?:away|on holiday|out) (?:until|till) (\S.{0,38}?)(?:[,.]? (?:my )?substitute(?: is)? (\S.{0,78}))?$/u,
];

/** A substitute is named, and the days are not said as days: "lomalle huomisesta, sijainen Matti". */
const AWAY_WITH =
  /^(?:(?:olen |jään |lähden )?(?:poissa|lomalla|lomalle)|(?:i am |i'm )?(?:away|on holiday)) \S.{0,38}?[,.] (?:sijai(?:nen|sena|seni)(?: on)?|(?:my )?substitute(?: is)?) (\S.{0,78})$/u;

/** The wish that a whole message is; `text` is in lower case and has no spare spaces. */
export function readWish(text: string): Wish | undefined {
  const said = text.replace(/\?+$/u, "").trim();
  const whole = BY_WORDS.get(said);
  if (whole) return whole;
  const language = LANGUAGE.exec(said) ?? SPEAK.exec(said);
  if (language?.[1]) return { kind: "language", said: language[1] };
  const zone = ZONE.exec(said);
  if (zone?.[1]) return { kind: "zone", said: zone[1] };
  const substitute = SUBSTITUTE.exec(said);
  if (substitute?.[1]) return { kind: "substitute", name: substitute[1] };
  const holiday = HOLIDAY.exec(said);
  if (holiday?.[1] && holiday[2]) return { kind: "away", from: holiday[1], until: holiday[2], substitute: holiday[3] };
  const week = WEEK_AWAY.exec(said);
  if (week?.[1]) return { kind: "away-week", week: week[1], substitute: week[2] };
  for (const pattern of AWAY) {
    const away = pattern.exec(said);
    if (away?.[1]) return { kind: "away", until: away[1], substitute: away[2] };
  }
  const open = AWAY_WITH.exec(said);
  if (open?.[1]) return { kind: "away", until: "", substitute: open[1] };
  const weekly = WEEKLY.exec(said);
  return weekly?.[1] && namesTime(weekly[1]) ? { kind: "weekly", said: weekly[1] } : undefined;
}

/** "muistuta Jaria tarjouksesta" wants something else. */
function namesTime(said: string): boolean {
  const [first = "", ...rest] = said.replace(/^(?:joka|every|aina|on) /u, "").split(" ");
  const timed = rest.length === 0 || /^(?:klo|kello|at|\d)/u.test(rest[0] ?? "");
  if (weekdayIn(first) !== undefined) return timed || first.length > 3;
  return /^(?:klo|kello|at) ?\d|^\d{1,2}(?:[.:]\d{2})?$/u.test(said);
}
