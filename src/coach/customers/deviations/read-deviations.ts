import { standsInFor } from "../../../cadence/receiver.ts";
import { isoDateIn } from "../../../calendar/iso-date.ts";
import type { Customer } from "../../../customers/customer.ts";
import { type ClassCoverage, coverageOf } from "../../../customers/deviations/coverage.ts";
import { type DeviationDecision, deviationDecisions, undecided } from "../../../customers/deviations/decision.ts";
import { byGravity, type Deviation, deviationOf } from "../../../customers/deviations/deviation.ts";
import { allCustomers, customersOfPerson } from "../../../customers/find-customers.ts";
import { type Rulebook, readRulebook } from "../../../customers/rulebook.ts";
import { accountsOf, type Directory, membersOf } from "../../../people/directory.ts";
import type { Team } from "../../../people/records.ts";
import { digestTeams } from "../../digest/digest-teams.ts";
import { hasHadForAWeek } from "../../digest/has-had-for-a-week.ts";
import type { CoachPorts } from "../../ports.ts";

type Sources = Pick<CoachPorts, "store">;

/** So many changes of class or field are proposed at a time: a change of rules moves hundreds, and was looked at before it was saved. */
const MOST_CHANGES = 3;
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** On what a person is to decide: of their own customers and of those whom they stand in for, the gravest first. */
export async function deviationsFor(
  { store }: Sources,
  directory: Directory,
  { person, now }: { readonly person: string; readonly now: number },
): Promise<readonly Deviation[]> {
  const company = directory.company._id;
  const whose = [person, ...standsInFor(person, directory.people, now).map(({ _id }) => _id)];
  const own = (await Promise.all(whose.map((one) => customersOfPerson(store, { company, person: one })))).flat();
  if (own.length === 0) return [];
  const book = await readRulebook(store, directory.company);
  const open = await undecided(store, deviating(own, book, directory, now));
  const isChange = ({ what }: Deviation) => what.kind === "class" || what.kind === "field";
  const sorted = byGravity(open);
  return [...sorted.filter((one) => !isChange(one)), ...sorted.filter(isChange).slice(0, MOST_CHANGES)];
}

/** What of customers a reader of the digest is told, as it stands now. */
export interface Coverage {
  readonly classes: readonly ClassCoverage[];
  /** Undecided for a week in the hands of whoever is in charge. */
  readonly known: readonly Deviation[];
  /** Whether there is anything for the reader among them that is not their own. */
  readonly tells: boolean;
  /** What was agreed in the last week, the newest first. */
  readonly agreed: readonly DeviationDecision[];
}

/** Undefined for who reads no digest. */
export function coverageFor(
  sources: Sources,
  directory: Directory,
  { reader, now }: { readonly reader: string; readonly now: number },
): Promise<Coverage | undefined> {
  return coverageOfTeams(sources, directory, digestTeams(directory, reader), { reader, now });
}

/** The same of these teams, as any reader of their digest would see it where none is named; undefined without teams or customers. */
export async function coverageOfTeams(
  { store }: Sources,
  directory: Directory,
  teams: readonly Team[],
  { reader, now }: { readonly reader?: string; readonly now: number },
): Promise<Coverage | undefined> {
  if (teams.length === 0) return undefined;
  const company = directory.company._id;
  const all = await allCustomers(store, company);
  if (all.length === 0) return undefined;
  const book = await readRulebook(store, directory.company);
  const people = new Set(teams.flatMap(({ _id }) => membersOf(directory, _id).map((person) => person._id)));
  const own = all.filter(({ person }) => person === null || people.has(person) || !isHere(directory, person));
  const open = await undecided(store, deviating(own, book, directory, now));
  const hasHad = hasHadForAWeek(store, directory, now);
  const heard = open.map(async ({ customer, proposedOn }) => {
    const person = customer.person === null ? undefined : directory.people.get(customer.person);
    return !person || hasHad(person, proposedOn);
  });
  const isHeard = await Promise.all(heard);
  const known = open.filter((_, nth) => isHeard[nth]);
  const decided = await store.find(deviationDecisions, {
    name: "ofCompany",
    equals: { company },
    from: now - WEEK_MS,
    to: now,
    limit: 1000,
  });
  const mine = new Set(own.map(({ _id }) => _id));
  return {
    classes: coverageOf(own, known, isoDateIn(now, directory.company.timeZone)),
    known: byGravity(known),
    // What the reader is in charge of stands in their own list.
    tells: known.some(({ customer }) => customer.person === null || customer.person !== reader),
    agreed: decided
      .filter(({ did, customer }) => did === "action" && mine.has(customer))
      .toSorted((a, b) => b.at - a.at),
  };
}

/** The deviation of one customer as it stands now, if nobody has decided on it. */
export async function openDeviation(
  { store }: Sources,
  directory: Directory,
  { customer, id, now }: { readonly customer: Customer; readonly id: string; readonly now: number },
): Promise<Deviation | undefined> {
  const book = await readRulebook(store, directory.company);
  const [found] = await undecided(store, deviating([customer], book, directory, now));
  return found?.id === id ? found : undefined;
}

/** Whether a person is still there. */
export function isHere(directory: Directory, id: string): boolean {
  const person = directory.people.get(id);
  return (
    person !== undefined &&
    person.leftAt === undefined &&
    person.joinedInto === undefined &&
    accountsOf(directory, id).length > 0
  );
}

function deviating(
  all: readonly Customer[],
  book: Rulebook,
  { company }: Directory,
  now: number,
): readonly Deviation[] {
  const dateOf = (at: number) => isoDateIn(at, company.timeZone);
  const known = { book, today: dateOf(now), dateOf };
  return all.flatMap((customer) => deviationOf(customer, known) ?? []);
}
