import type { Customer } from "../../../../customers/customer.ts";
import { customers } from "../../../../customers/customer.ts";
import { decidedSince } from "../../../../customers/deviations/decision.ts";
import { wantsContact } from "../../../../customers/deviations/deviation.ts";
import { owedBy, owedByAway } from "../../../customers/contacts/owed/owed-by.ts";
import { factsOf, type OwedFacts } from "../../../customers/contacts/owed/owed-facts.ts";
import { type LineReader, owedLine } from "../../../customers/contacts/owed/owed-line.ts";
import { owes } from "../../../customers/contacts/owed/owes.ts";
import { proposedTo } from "../../../customers/deviations/proposed.ts";
import { numberWord } from "../../../draw/number-words.ts";
import type { HomeItem } from "../../../home/home-section.ts";
import type { LazyWeekItem, WeekReader, WeekSection, WeekSubject } from "../../week-section.ts";

const CUSTOMERS: WeekSubject = {
  id: "customers",
  count: (say, count) => say("contacts.week.count", { count, number: numberWord(say, count) }),
  because: (say) => say("contacts.week.because"),
};

/** Of the lines whose contacts are read at once. */
const AT_ONCE = 10;

interface Owed {
  readonly late: readonly Customer[];
  readonly due: readonly Customer[];
  readonly standingIn: readonly Customer[];
}

/** Read once for all sections of a message. */
const known = new WeakMap<WeekReader, Promise<Owed>>();

function owed(reader: WeekReader): Promise<Owed> {
  const before = known.get(reader);
  if (before) return before;
  const reading = readOwed(reader);
  known.set(reader, reading);
  return reading;
}

async function readOwed(reader: WeekReader): Promise<Owed> {
  const proposed = await proposedTo(reader);
  // What is proposed to be decided on stands before these, and is counted among what is late.
  const besides = new Set(proposed.filter(({ what }) => wantsContact(what.kind)).map(({ customer }) => customer._id));
  const whose = { ...reader, back: reader.back !== undefined, besides };
  const [{ late, due }, away, decided] = await Promise.all([
    owedBy(whose),
    owedByAway(whose),
    decidedMeanwhile(reader),
  ]);
  const own = new Set([...late, ...due].map(({ _id }) => _id));
  const isOpen = ({ _id }: Customer) => !decided.has(_id);
  return {
    late: late.filter(isOpen),
    due: due.filter(isOpen),
    standingIn: away.filter((one) => isOpen(one) && !own.has(one._id)),
  };
}

/** On whom somebody decided since the message came: their line says that, and does not ask again at once. */
function decidedMeanwhile({ ports, person, postedAt }: WeekReader): Promise<ReadonlySet<string>> {
  if (postedAt === undefined) return Promise.resolve(new Set());
  return decidedSince(ports.store, { company: person.company, since: postedAt });
}

/** Lines of which only those that are shown are read whole. */
function linesOf(all: readonly Customer[], reader: WeekReader, late: boolean): readonly LazyWeekItem[] {
  const read = new Map<number, Promise<readonly OwedFacts[]>>();
  const factsAt = async (nth: number) => {
    const part = Math.floor(nth / AT_ONCE);
    const some =
      read.get(part) ?? factsOf(reader.ports, reader.directory, all.slice(part * AT_ONCE, (part + 1) * AT_ONCE));
    read.set(part, some);
    return (await some)[nth - part * AT_ONCE];
  };
  return all.map(({ _id }, nth) => ({
    id: _id,
    load: async () => {
      const facts = await factsAt(nth);
      return facts ? lineOf(facts, reader, { late }) : () => [];
    },
  }));
}

function lineOf(
  facts: OwedFacts,
  { directory, person, now, postedAt }: WeekReader,
  how: Pick<LineReader, "late" | "others">,
): HomeItem {
  return owedLine(facts, { directory, person, now, postedAt, in: "week", ...how });
}

async function settled(id: string, reader: WeekReader): Promise<HomeItem | undefined> {
  const customer = await reader.ports.store.get(customers, id);
  if (customer?.company !== reader.person.company) return undefined;
  const [facts] = await factsOf(reader.ports, reader.directory, [customer]);
  const { ports, directory, person, now } = reader;
  return (
    facts && lineOf(facts, reader, { others: !(await owes(ports, directory, { person: person._id, now }, customer)) })
  );
}

function section({ id, yields }: { readonly id: string; readonly yields?: number }, name: keyof Owed): WeekSection {
  return {
    id,
    subject: CUSTOMERS,
    when: "now",
    ...(yields === undefined ? {} : { yields }),
    title: (say) => say(`contacts.week.${name}`),
    read: async (reader) => ({ items: linesOf((await owed(reader))[name], reader, name === "late") }),
    settled,
  };
}

/** Past the worst-case limit: at most three. */
export const lateCustomers = section({ id: "customers-late" }, "late");

/** Whom the person owes a contact this week. Leaves room for what else the week holds. */
export const dueCustomers = section({ id: "customers", yields: 2 }, "due");

/** The customers of those whom the person stands in for. */
export const customersStoodIn = section({ id: "customers-away", yields: 1 }, "standingIn");
