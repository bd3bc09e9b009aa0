import type { ContactPerson, CustomerContent } from "../customer.ts";
import type { Field } from "./fields.ts";

/** What a row says of a customer: only what stands in it; an empty cell says nothing. */
export interface Draft {
  readonly content: Partial<Omit<CustomerContent, "contactPersons" | "scores" | "ownPlan">> & { readonly name: string };
  readonly contactPersons: readonly Omit<ContactPerson, "id">[];
  readonly scores: { readonly [criterion: string]: number };
  readonly contactsPerYear: number | null;
  readonly wishDays: number | null;
  readonly worstDays: number | null;
  /** ISO date. */
  readonly toldLast: string | null;
  /** When the next contact is to be, as the file has it (ISO). */
  readonly toldNext: string | null;
}

/** What is wrong with a value, where that is all there is to say. */
export type PlainProblem =
  | "no-name"
  /** No letter stands in it. */
  | "not-a-name"
  | "too-long"
  | "not-a-number"
  | "not-a-date"
  | "in-the-future"
  | "in-the-past"
  /** A longest time between contacts, of a plan that says nothing of how often: it would change nothing. */
  | "limit-alone"
  | "unknown-person"
  | "not-a-class"
  | "not-a-phase"
  | "not-a-will"
  | "not-weeks"
  | "not-yes-or-no"
  | "not-a-phone"
  | "not-an-email"
  | "wrong-business-id"
  /** A formula that was written out instead of what it comes to. */
  | "formula"
  /** What a spreadsheet shows in the place of a value that it could not work out. */
  | "formula-error"
  | "several-customers";

/** What is wrong with a row, to be told before anything is saved. */
export type Problem = { readonly field: Field | "score"; readonly value: string } & (
  | { readonly kind: PlainProblem }
  | { readonly kind: "several-persons"; readonly persons: readonly string[] }
  | { readonly kind: "off-scale"; readonly from: number; readonly to: number }
  | { readonly kind: "two-ways"; readonly numbers: readonly number[] }
  | { readonly kind: "two-days"; readonly days: readonly string[] }
  /** The same customer stands in an earlier row. */
  | { readonly kind: "same-as-row"; readonly row: number }
);

export interface DraftRow {
  /** As the file counts it. */
  readonly number: number;
  /** Undefined where nobody is named: such a row can never be taken. */
  readonly draft: Draft | undefined;
  readonly problems: readonly Problem[];
}
