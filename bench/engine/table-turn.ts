import type { FlowContext } from "../../src/flow/context.ts";

type Value = { readonly kind: string; readonly [field: string]: unknown };
type Answers = { [step: string]: Value };
interface Row {
  readonly id: string;
  readonly kind: string;
  /** What is stored, or undefined when the text is not understood. */
  readonly parse: (text: string, answers: Answers, context: FlowContext) => Value | undefined;
  readonly skip?: (answers: Answers) => boolean;
}

/**
 * The floor of `engine.turn`: the same conversation as a careful programmer would write it by hand for this one flow, a table of parsers walked by an
 * index. It knows these steps only, asks nothing back, checks nothing that is stored.
 */
const MARKET = ["finland", "nordics", "world"];
const CHANNELS = ["phone", "email", "web-form", "visit"];
const PRIORITIES = ["price", "speed", "quality", "same-person"];
const names: { readonly [name: string]: string } = {
  muualla: "nordics",
  elsewhere: "nordics",
  kauempana: "world",
  "further away": "world",
  puhelin: "phone",
  phone: "phone",
  käynti: "visit",
  visit: "visit",
  hinta: "price",
  price: "price",
  nopeus: "speed",
  speed: "speed",
  laatu: "quality",
  quality: "quality",
};
const numbers: { readonly [word: string]: number } = {
  kakkonen: 2,
  two: 2,
  kolmonen: 3,
  three: 3,
  sovittu: 3,
  agreed: 3,
};

function numberIn(text: string): number | undefined {
  const scale = /milj|mill/.test(text) ? 1e6 : 1;
  const digits = text.replace(/[^\d,.-]/g, "").replace(/\.$/, "");
  const plain = /,\d{3}$/.test(digits) ? digits.replace(",", "") : digits.replace(",", ".");
  const number = Number(plain) * scale;
  return plain === "" || Number.isNaN(number) ? undefined : number;
}

function digitIn(text: string): number | undefined {
  const digit = /\d/.exec(text);
  if (digit) return Number(digit[0]);
  return text
    .toLowerCase()
    .split(" ")
    .map((word) => numbers[word])
    .find((number) => number !== undefined);
}

function optionIn(text: string, options: readonly string[]): string | undefined {
  const digit = /^\d$/.exec(text.trim());
  return digit ? options[Number(digit[0]) - 1] : names[text.trim().toLowerCase()];
}

function listIn(text: string, options: readonly string[]): string[] | undefined {
  const found = text.split(/,| ja | and /).map((item) => optionIn(item, options));
  return found.every((id) => id !== undefined) ? found.flatMap((id) => id ?? []) : undefined;
}

function dateIn(text: string, today: string): string | undefined {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return text;
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})?$/.exec(text);
  if (dotted) return `${dotted[3] ?? today.slice(0, 4)}-${dotted[2]?.padStart(2, "0")}-${dotted[1]?.padStart(2, "0")}`;
  if (/^24 dec/i.test(text)) return `${today.slice(0, 4)}-12-24`;
  if (!/perjantai|friday/i.test(text)) return undefined;
  const day = new Date(`${today}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + ((5 - day.getUTCDay() + 7) % 7 || 7));
  return day.toISOString().slice(0, 10);
}

function peopleIn(text: string, context: FlowContext): string[] | undefined {
  const found = text.split(",").map((name) => context.people.find((person) => person.name.startsWith(name.trim()))?.id);
  return found.every((id) => id !== undefined) ? found.flatMap((id) => id ?? []) : undefined;
}

function rowsIn(text: string): Value[] | undefined {
  const rows = text.split("\n").map((line, index) => {
    const [name = "", price = "", hours = ""] = line.split(";").map((cell) => cell.trim());
    return {
      id: `row-${index}`,
      cells: {
        name: { kind: "text", text: name },
        price: { kind: "money", cents: Math.round((numberIn(price) ?? 0) * 100) },
        hours: { kind: "number", number: numberIn(hours) },
      },
    };
  });
  return rows.map((row) => ({ kind: "row", ...row }));
}

const text = (id: string, skip?: Row["skip"]): Row => ({
  id,
  kind: "text",
  parse: (typed) => (typed.trim() === "" ? undefined : { kind: "text", text: typed.trim() }),
  ...(skip && { skip }),
});
const made = <T>(value: T | undefined, make: (value: T) => Value): Value | undefined =>
  value === undefined ? undefined : make(value);

const table: readonly Row[] = [
  text("service-name"),
  {
    id: "customer-count",
    kind: "number",
    parse: (typed) => made(numberIn(typed), (number) => ({ kind: "number", number })),
  },
  {
    id: "yearly-sales",
    kind: "money",
    parse: (typed) => made(numberIn(typed), (euros) => ({ kind: "money", cents: Math.round(euros * 100) })),
  },
  {
    id: "contract-share",
    kind: "percent",
    parse: (typed) => made(numberIn(typed), (percent) => ({ kind: "percent", percent })),
  },
  {
    id: "market",
    kind: "choice",
    parse: (typed) => made(optionIn(typed, MARKET), (option) => ({ kind: "choice", option })),
  },
  text("export-barrier", (answers) => answers.market?.option === "finland"),
  {
    id: "channels",
    kind: "choices",
    parse: (typed) => made(listIn(typed, CHANNELS), (options) => ({ kind: "choices", options })),
  },
  {
    id: "best-channel",
    kind: "choice",
    parse: (typed, answers) => {
      const chosen = answers.channels?.options;
      return made(optionIn(typed, Array.isArray(chosen) ? chosen : []), (option) => ({ kind: "choice", option }));
    },
  },
  {
    id: "service-level",
    kind: "level",
    parse: (typed) =>
      /^(en osaa|can't)/.test(typed)
        ? { kind: "cannot-say" }
        : made(digitIn(typed), (level) => ({ kind: "level", level })),
  },
  text("next-deed"),
  {
    id: "stance",
    kind: "spectrum",
    parse: (typed) => made(digitIn(typed), (position) => ({ kind: "spectrum", position })),
  },
  {
    id: "launch-date",
    kind: "date",
    parse: (typed, _, { today }) => made(dateIn(typed, today), (date) => ({ kind: "date", date })),
  },
  {
    id: "review-quarter",
    kind: "quarter",
    parse: (typed) => {
      const quarter = /third/.test(typed) ? 3 : digitIn(typed);
      const year = /\d{4}/.exec(typed)?.[0];
      return quarter === undefined || year === undefined ? undefined : { kind: "quarter", year: Number(year), quarter };
    },
  },
  { id: "services", kind: "table", parse: (typed) => made(rowsIn(typed), (rows) => ({ kind: "table", rows })) },
  {
    id: "main-service",
    kind: "choice",
    parse: (typed, answers) => {
      const rows = answers.services?.rows;
      const index = /^\d$/.test(typed) ? Number(typed) - 1 : 1;
      return Array.isArray(rows) && rows[index] ? { kind: "choice", option: rows[index].id } : undefined;
    },
  },
  {
    id: "owner",
    kind: "person",
    parse: (typed, _, context) => made(peopleIn(typed, context), (people) => ({ kind: "person", people })),
  },
  {
    id: "helpers",
    kind: "person",
    parse: (typed, _, context) => made(peopleIn(typed, context), (people) => ({ kind: "person", people })),
  },
  {
    id: "first-customers",
    kind: "customer",
    parse: (typed, _, context) => ({
      kind: "customer",
      customers: typed.split(",").map((name) => ({
        id: context.customers.find((customer) => customer.name === name.trim())?.id ?? null,
        name: name.trim(),
      })),
    }),
  },
  {
    id: "priorities",
    kind: "rank",
    parse: (typed) => made(listIn(typed, PRIORITIES), (options) => ({ kind: "rank", options })),
  },
  text("notes"),
];

export const FIRST_OF_TABLE = JSON.stringify({ index: 0, answers: {} });

/** One turn of the table: JSON in, JSON out. Throws when the reply is not taken. */
export function tableTurn(stored: string, typed: string, context: FlowContext): string {
  const state: { index: number; answers: Answers } = JSON.parse(stored);
  const row = table[state.index];
  const value = row?.parse(typed, state.answers, context);
  if (!row || !value) throw new Error(`${row?.id}: ${typed}`);
  state.answers[row.id] = value;
  state.index += 1;
  while (table[state.index]?.skip?.(state.answers)) state.index += 1;
  return JSON.stringify(state);
}
