import { type Finder, findCustomer, type NamedAt } from "./find-customer.ts";
import { findNextDay, findPastDay, type Looking } from "./find-day.ts";
import { findPromise } from "./find-promise.ts";
import { BESIDE, POSTPOSITIONS, type SaidContact, saidIn } from "./said-contact.ts";
import { beginningsOf, otherCustomers } from "./several.ts";
import { type Span, type Token, textOf, tokensOf } from "./tokens.ts";
import { findVerb, type Verb } from "./verbs.ts";

export type LogLine =
  /** `customers`: the best first; several: it is asked which. Not sure: it is asked first, or shown to be corrected. */
  | {
      readonly kind: "contact";
      readonly customers: readonly string[];
      readonly sure: boolean;
      /** What the customer was called. */
      readonly called: string;
      readonly said: SaidContact;
    }
  /** Nobody is called so: it is asked whether it is a new customer. */
  | { readonly kind: "stranger"; readonly called: string; readonly said: SaidContact }
  /** Several customers in one line: how it begins for each, to be written line by line. */
  | { readonly kind: "several"; readonly beginnings: readonly string[] }
  | { readonly kind: "nobody" }
  | { readonly kind: "no-contact" };

const LONGEST_LINE = 1500;
/** The verb stands near the beginning. */
const FURTHEST_VERB = 8;
const LONGEST_CALLED = 4;
const NEGATIONS: ReadonlySet<string> = new Set("en ei emme eivat didnt havent not never dont cant couldnt".split(" "));
/** Whether a line may tell of a contact, before it is looked up with whom. */
export function mayTellOfContact(line: string): boolean {
  if (line.length > LONGEST_LINE) return false;
  const tokens = tokensOf(line.slice(0, LONGEST_LINE));
  return findVerb(tokens, 0, Math.min(tokens.length, FURTHEST_VERB)) !== undefined;
}

/**
 * Reads a line as it is dictated in a car: "soitin virtasen konepajalle, tilaa syksyllä, soitan 3.9.". The customer is found in whatever case it
 * stands; what is left of the line is the note. Commas help and are not needed.
 */
export function readLogLine(line: string, { finder, ...looking }: Looking & { readonly finder: Finder }): LogLine {
  if (line.length > LONGEST_LINE || /\?\s*$/u.test(line)) return { kind: "no-contact" };
  const tokens = withoutDouble(tokensOf(line));
  const verb = findVerb(tokens, 0, Math.min(tokens.length, FURTHEST_VERB));
  if (!verb || tokens.slice(0, verb.at).some(({ word }) => NEGATIONS.has(word))) return { kind: "no-contact" };
  const customer = customerOf(tokens, verb, finder);
  const called = customer ?? strangerIn(tokens, verb, looking);
  if (!called) return { kind: "nobody" };
  const others = customer ? otherCustomers(tokens, verb, customer, finder) : [];
  if (others.length > 0) return { kind: "several", beginnings: beginningsOf(tokens, verb, [called, ...others]) };
  const said = saidIn(tokens, verb, called, looking);
  const name = textOf(tokens.slice(called.at, called.at + called.length));
  if (!customer) return { kind: "stranger", called: name, said };
  return { kind: "contact", customers: customer.ids, sure: customer.sure, called: name, said };
}

/** A voice input may write all of a line twice. */
function withoutDouble(tokens: readonly Token[]): readonly Token[] {
  const half = tokens.length / 2;
  const isDouble = half >= 2 && tokens.slice(0, half).every(({ word }, nth) => word === tokens[nth + half]?.word);
  return isDouble ? tokens.slice(0, half) : tokens;
}

/** Behind the verb, else before it: "virtaselle soitin". */
function customerOf(tokens: readonly Token[], verb: Verb, finder: Finder): NamedAt | undefined {
  const behind = findCustomer(tokens, verb.at + verb.length, tokens.length, finder);
  if (behind?.sure || verb.at === 0) return behind;
  const before = findCustomer(tokens, 0, verb.at, finder);
  return before?.sure ? before : (behind ?? before);
}

/** What stands where a customer's name should: the words up to a comma, a day or a promise. */
function strangerIn(tokens: readonly Token[], verb: Verb, looking: Looking): Span | undefined {
  let at = verb.at + verb.length;
  while (at < tokens.length && (BESIDE.has(tokens[at]?.word ?? "") || isDay(tokens, at, looking))) at += 1;
  let length = 0;
  for (let end = at; end < tokens.length && length < LONGEST_CALLED; end++) {
    const { word, endsClause } = tokens[end] ?? { word: "", endsClause: true };
    if (
      word === "" ||
      POSTPOSITIONS.has(word) ||
      isDay(tokens, end, looking) ||
      findPromise(tokens.slice(end, end + 3), 0)?.at === 0
    )
      break;
    length += 1;
    if (endsClause) break;
  }
  return length === 0 ? undefined : { at, length };
}

function isDay(tokens: readonly Token[], at: number, looking: Looking): boolean {
  return (
    findPastDay(tokens, at, at + 1, looking) !== undefined || findNextDay(tokens, at, at + 1, looking) !== undefined
  );
}
