import { words } from "../../text/text.ts";
import type { CellValue } from "../answer-value.ts";
import type { FoundCustomers } from "../context.ts";
import type { Column, Question } from "../step.ts";
import { namesOf } from "./choices/option-names.ts";
import { splitList } from "./choices/split-list.ts";
import { expected, quoted } from "./expected.ts";
import { hasNegation, isFiller } from "./plain/fillers.ts";
import { type Match, matchName } from "./plain/match-name.ts";
import { bare, normalise } from "./plain/normalise.ts";
import { wellFormed } from "./read-text.ts";
import { eachValue, MOST_CANDIDATES, type Read, type Reader, refused, taken } from "./reading.ts";

type Customer = Extract<CellValue, { kind: "customer" }>["customers"][number];

const LONGEST_NAME = 200;

/** Reads people by name, whole or in part, or inflected. A typo (it may be another person's name) and two who fit are asked about; a stranger is refused. */
export function readPeople(
  field: Extract<Question | Column, { kind: "person" }>,
  text: string,
  reader: Reader,
): Read<CellValue> {
  const say = words(reader.language);
  const { people } = reader.context;
  const items = splitList(text, namesOf(people));
  if (items.length === 0) return refused(say("reading.empty", { expected: expected(field, reader) }));
  if (items.length > 1 && !field.many) return refused(say("reading.onePerson"));
  const read = readEach(items, (item) => readPerson(item, field, reader), reader);
  return eachValue(read, (ids): CellValue => ({ kind: "person", people: [...new Set(ids)] }));
}

function readPerson(text: string, field: Extract<Question | Column, { kind: "person" }>, reader: Reader): Read<string> {
  const { people } = reader.context;
  const list = namesOf(people);
  const plain = normalise(text);
  const match = matchName(plain, list);
  if (match.kind === "one" && !match.typo) return taken(people[match.index]?.id ?? "");
  const indexes = match.kind === "none" ? mentioned(plain, list) : indexesOf(match);
  const candidates = indexes.flatMap((index) => {
    const person = people[index];
    return person ? [{ value: person.id, label: person.name }] : [];
  });
  return askWhich(candidates, text, reader) ?? refused(notKnown(text, field, reader));
}

function notKnown(text: string, field: Question | Column, reader: Reader): string {
  return words(reader.language)("reading.not.person", { text: quoted(text), expected: expected(field, reader) });
}

/** "Satu hoitaa" names Satu among other words: ask. */
function mentioned(plain: string, list: ReturnType<typeof namesOf>): readonly number[] {
  const tokens = plain.split(/[^\p{L}\p{N}'-]+/u);
  if (tokens.length > 20 || hasNegation(tokens)) return [];
  const found = tokens.flatMap((token) => {
    if (token.length < 3 || isFiller(token)) return [];
    const match = matchName(token, list);
    return match.kind === "one" && !match.typo ? [match.index] : [];
  });
  return [...new Set(found)];
}

function indexesOf(match: Match): readonly number[] {
  if (match.kind === "one") return [match.index];
  return match.kind === "several" ? match.indexes : [];
}

/** Reads customers by name. A name that is nobody's yet is a new customer (id null); one that is nearly someone's is asked about. */
export function readCustomers(
  field: Extract<Question | Column, { kind: "customer" }>,
  text: string,
  reader: Reader,
): Read<CellValue> {
  const say = words(reader.language);
  const many = "many" in field && field.many;
  const items = many ? splitList(text, namesOf(reader.context.customers)) : [text.trim()];
  const named = items.filter((item) => bare(normalise(item)) !== "");
  if (named.length === 0) return refused(say("reading.not.customer", { expected: expected(field, reader) }));
  if (!many && /[\n;]/.test(text.trim())) return refused(say("reading.oneCustomer"));
  if (items.some((item) => item.length > LONGEST_NAME))
    return refused(say("reading.nameTooLong", { max: LONGEST_NAME }));
  const read = readEach(named, (item) => readCustomer(item, reader), reader);
  return eachValue(read, (customers): CellValue => ({ kind: "customer", customers: distinct(customers) }));
}

function readCustomer(text: string, reader: Reader): Read<Customer> {
  const { customers, findCustomers } = reader.context;
  const name = wellFormed(text.replace(/\s+/g, " ").trim());
  if (findCustomers) return foundCustomer(findCustomers(text), { text, name }, reader);
  const match = matchName(normalise(text), namesOf(customers));
  const known = (index: number): Customer => {
    const customer = customers[index];
    return customer ? { id: customer.id, name: customer.name } : { id: null, name };
  };
  if (match.kind === "one" && !match.typo) return taken(known(match.index));
  if (match.kind === "none") return taken({ id: null, name });
  const found = indexesOf(match).map(known);
  if (match.kind === "several" && found.length > 1) {
    return (
      askWhich(
        found.map((customer) => ({ value: customer, label: customer.name })),
        text,
        reader,
      ) ?? refused(words(reader.language)("reading.manyFit", { text: quoted(text) }))
    );
  }
  const label = words(reader.language)("reading.newCustomer", { name: quoted(text) });
  const offered = found.map((customer) => ({ value: customer, label: customer.name }));
  return askWhich([...offered, { value: { id: null, name }, label }], text, reader) ?? taken({ id: null, name });
}

/** One who is surely meant is taken; otherwise it is asked who, and a new one is always among the choices. */
function foundCustomer(
  { customers, sure }: FoundCustomers,
  { text, name }: { readonly text: string; readonly name: string },
  reader: Reader,
): Read<Customer> {
  const [first, ...more] = customers;
  if (!first) return taken({ id: null, name });
  if (sure && more.length === 0) return taken({ id: first.id, name: first.name });
  const offered: { value: Customer; label: string }[] = customers
    .slice(0, MOST_CANDIDATES - 1)
    .map(({ id, name }) => ({ value: { id, name }, label: name }));
  const label = words(reader.language)("reading.newCustomer", { name: quoted(text) });
  return askWhich([...offered, { value: { id: null, name }, label }], text, reader) ?? taken({ id: null, name });
}

function distinct(customers: readonly Customer[]): Customer[] {
  return customers.filter(
    ({ id, name }, index) => customers.findIndex((one) => one.id === id && one.name === name) === index,
  );
}

/** Undefined when there is nothing to ask. */
function askWhich<T>(
  candidates: readonly { readonly value: T; readonly label: string }[],
  text: string,
  { language }: Reader,
): Read<T> | undefined {
  const say = words(language);
  const [first, second] = candidates;
  if (!first) return undefined;
  if (candidates.length > MOST_CANDIDATES) return refused(say("reading.manyFit", { text: quoted(text) }));
  if (!second) return { kind: "unclear", question: say("reading.didYouMean", { label: first.label }), candidates };
  const question =
    candidates.length === 2
      ? say("reading.whichPersonOfTwo", { first: quoted(first.label), second: quoted(second.label) })
      : say("reading.whichOf");
  return { kind: "unclear", question, candidates };
}

/** All items read; a doubt about one of them is asked with the others kept. */
function readEach<T>(
  items: readonly string[],
  readItem: (item: string) => Read<T>,
  { language }: Reader,
): Read<readonly T[]> {
  const values: T[] = [];
  let doubt: { readonly at: number; readonly read: Extract<Read<T>, { kind: "unclear" }> } | undefined;
  for (const item of items) {
    const read = readItem(item);
    if (read.kind === "refused") return read;
    if (read.kind === "value") values.push(read.value);
    else if (doubt) return refused(words(language)("reading.manyFit", { text: quoted(item) }));
    else doubt = { at: values.length, read };
  }
  if (!doubt) return taken(values);
  const { at, read } = doubt;
  const candidates = read.candidates.map(({ value, label }) => ({ value: values.toSpliced(at, 0, value), label }));
  return { kind: "unclear", question: read.question, candidates };
}
