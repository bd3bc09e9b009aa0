import { standsInFor } from "../../../../cadence/receiver.ts";
import { addDays } from "../../../../calendar/iso-date.ts";
import { addWorkingDays } from "../../../../calendar/working-day.ts";
import { type Contact, contacts } from "../../../../customers/contact.ts";
import { customers } from "../../../../customers/customer.ts";
import { words } from "../../../../text/text.ts";
import { factsOf } from "../../../customers/contacts/owed/owed-facts.ts";
import { owedLine } from "../../../customers/contacts/owed/owed-line.ts";
import { owes } from "../../../customers/contacts/owed/owes.ts";
import { shorten } from "../../../draw/shorten.ts";
import type { WeekReader } from "../../week-section.ts";
import type { NudgeView } from "../../week-view.ts";

/** What falls on a weekend or holiday is told on the next working day: so far back it is looked for. */
const LOOK_BACK_DAYS = 7;
const NAME = 50;

/** The contacts that a person has promised for a day, and those of whom they stand in for. */
export async function promisedOn(reader: WeekReader, day: string): Promise<readonly Contact[]> {
  const { ports, directory, person, now } = reader;
  const whose = [person, ...standsInFor(person._id, directory.people, now)];
  const found = await Promise.all(
    whose.map(({ company, _id }) =>
      ports.store.find(contacts, {
        name: "ofPersonDue",
        equals: { company, person: _id, state: "planned" },
        from: addDays(day, -LOOK_BACK_DAYS),
        to: day,
      }),
    ),
  );
  return found.flat().filter(({ due }) => due !== null && addWorkingDays(due, 0) === day);
}

/** Those of a posted nudge, whatever became of them. */
export async function promisedBefore(
  { ports, person }: WeekReader,
  ids: readonly string[],
): Promise<readonly Contact[]> {
  const found = ids.length === 0 ? [] : await ports.store.getMany(contacts, ids);
  return found.filter(({ company }) => company === person.company);
}

/** Each promised contact as a line of a nudge, with what can be done about it. */
export async function promisedLines(reader: WeekReader, all: readonly Contact[]): Promise<NudgeView["due"]> {
  const { ports, directory, person, now, postedAt } = reader;
  if (all.length === 0) return [];
  const found = await ports.store.getMany(
    customers,
    all.map(({ customer }) => customer),
  );
  const facts = await factsOf(ports, directory, found);
  const say = words(person.language);
  const lines = all.map(async (contact) => {
    const known = facts.find(({ customer }) => customer._id === contact.customer);
    if (!known || contact.due === null) return [];
    const what = say("contacts.week.nudge", { name: shorten(known.customer.name, NAME) });
    const others = !(await owes(ports, directory, { person: person._id, now }, known.customer));
    return [{ what, on: contact.due, draw: owedLine(known, { directory, person, now, postedAt, in: "week", others }) }];
  });
  return (await Promise.all(lines)).flat();
}
