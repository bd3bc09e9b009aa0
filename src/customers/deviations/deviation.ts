import { addDays } from "../../calendar/iso-date.ts";
import { limitsOf } from "../clock/limits.ts";
import { lastContactOn, lateSince, standingOn } from "../clock/next-due.ts";
import type { Customer } from "../customer.ts";
import { cadenceOf, type Rulebook } from "../rulebook.ts";
import { isImportant } from "./important.ts";

/** Something about a customer that is not as it should be, and is to be decided on by whoever is in charge. */
export interface Deviation {
  /** The same as long as it is the same thing: whatever was decided holds for it. */
  readonly id: string;
  readonly customer: Customer;
  readonly what:
    | { readonly kind: "doubted" }
    /** The worst-case limit has gone by. */
    | { readonly kind: "limit" }
    /** Important, and nobody has been in contact for long, though nothing is late: snoozed, left out, or without a cadence. */
    | { readonly kind: "quiet"; readonly last: string | null }
    | { readonly kind: "class" | "field"; readonly from: string; readonly to: string };
  /** The first day (ISO) on which it was so. */
  readonly since: string;
  /** From which day on it is proposed to decide. A limit of a customer who is not important is told by the weekly list first. */
  readonly proposedOn: string;
}

interface Known {
  readonly book: Rulebook;
  /** The company's date. */
  readonly today: string;
  /** The company's date at a moment. */
  readonly dateOf: (milliseconds: number) => string;
}

const GRAVEST_FIRST: readonly Deviation["what"]["kind"][] = ["doubted", "limit", "quiet", "class", "field"];
/** An important customer without a cadence is quiet after so many days (ours). */
const QUIET_DAYS = 90;
/** With one, after so many of its intervals (ours). */
const QUIET_INTERVALS = 2;
/** A changed class or field is told of for so long. */
const CHANGED_DAYS = 28;
/** The weekly list alone has this long to bring a customer back within its limit. */
const LIST_FIRST_DAYS = 7;

/** What deviates with a customer, the gravest alone; undefined where nothing does, and for one that is kept no more. */
export function deviationOf(customer: Customer, known: Known): Deviation | undefined {
  if (!customer.kept) return undefined;
  return (
    doubted(customer) ??
    pastLimit(customer, known) ??
    gone(customer, known) ??
    changed(customer, "class", known) ??
    changed(customer, "field", known)
  );
}

/** Whether nobody has been in contact in time: a contact puts an end to it. */
export function wantsContact(kind: Deviation["what"]["kind"]): boolean {
  return kind === "limit" || kind === "quiet";
}

/** What a deviation is, by its id. */
export function kindIn(id: string): Deviation["what"]["kind"] | undefined {
  return GRAVEST_FIRST.find((kind) => id.split("/").at(-2) === kind);
}

/** The gravest first, then the one that has been so for longest. */
export function byGravity(all: readonly Deviation[]): readonly Deviation[] {
  const rank = ({ what, customer }: Deviation) => GRAVEST_FIRST.indexOf(what.kind) - (isImportant(customer) ? 0.5 : 0);
  return all.toSorted(
    (a, b) => rank(a) - rank(b) || a.since.localeCompare(b.since) || (a.customer._id < b.customer._id ? -1 : 1),
  );
}

/** Whoever is in charge has spoken with the customer since: that was what one could do. */
function isContactedSince({ clock }: Customer, since: string): boolean {
  return clock.last !== null && clock.last.on > since;
}

function doubted(customer: Customer): Deviation | undefined {
  const { will } = customer;
  if (will?.will !== "doubted" || isContactedSince(customer, will.on)) return undefined;
  return deviation(customer, { kind: "doubted" }, will.on);
}

function pastLimit(customer: Customer, { today }: Known): Deviation | undefined {
  const { dueOn, limitOn } = customer;
  const since = lateSince(customer);
  if (standingOn(customer, today) !== "late" || dueOn === null || limitOn === null || since === null) return undefined;
  // What was put off beyond the limit is late after that day, and is then decided on anew; the limit went by when it did.
  const lateOn = dueOn > limitOn ? addDays(dueOn, 1) : since;
  const proposedOn = isImportant(customer) ? lateOn : addDays(lateOn, LIST_FIRST_DAYS);
  if (proposedOn > today) return undefined;
  return { ...deviation(customer, { kind: "limit" }, lateOn), since, proposedOn };
}

function gone(customer: Customer, { book, today }: Known): Deviation | undefined {
  const { clock } = customer;
  // What was agreed with the customer for a later day is no silence.
  const isAgreed = (clock.planned !== null && clock.planned.on >= today) || (clock.moved?.plan ?? null) !== null;
  if (!isImportant(customer) || isAgreed) return undefined;
  const last = lastContactOn(clock);
  const limits = limitsOf(cadenceOf(customer, book).care);
  const from = last ?? clock.startOn;
  const since = limits ? book.daysOf(customer).after(from, limits.wish * QUIET_INTERVALS) : addDays(from, QUIET_DAYS);
  return since >= today ? undefined : deviation(customer, { kind: "quiet", last }, addDays(since, 1));
}

/** A class or field that is another than it was; whoever is in charge and changed it themselves knows. */
function changed(customer: Customer, kind: "class" | "field", { today, dateOf }: Known): Deviation | undefined {
  const moves = customer.history.filter(({ did, at }) => did === kind && addDays(dateOf(at), CHANGED_DAYS) >= today);
  const [first, last] = [moves[0], moves.at(-1)];
  const from = first?.note.split(">")[0] ?? "";
  const to = last?.note.split(">")[1] ?? "";
  if (!last || from === "" || from === to || (last.by !== null && last.by === customer.person)) return undefined;
  const since = dateOf(last.at);
  return isContactedSince(customer, since) ? undefined : deviation(customer, { kind, from, to }, since);
}

function deviation(customer: Customer, what: Deviation["what"], since: string): Deviation {
  return { id: `${customer._id}/${what.kind}/${since}`, customer, what, since, proposedOn: since };
}
