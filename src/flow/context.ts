import type { AnswerValue } from "./answer-value.ts";
import type { Bilingual } from "./step.ts";

/** Something to choose, with its id and its words; drawn options from people's own words say the same in both languages. */
export interface DrawnOption {
  readonly id: string;
  readonly label: Bilingual;
}

/** An agreed answer of an earlier flow, with the options that it makes choosable later. */
export interface EarlierAnswer {
  readonly value: AnswerValue;
  readonly options: readonly DrawnOption[];
}

export interface KnownCustomer {
  readonly id: string;
  readonly name: string;
}

export interface FoundCustomers {
  /** The best first. */
  readonly customers: readonly KnownCustomer[];
  /** False: the name is only nearly theirs, so it is asked. */
  readonly sure: boolean;
}

/** What a conversation knows beside its own answers. Plain data and look-ups in it: the engine asks nobody. */
export interface FlowContext {
  /** "flow/step" → the team's latest agreed answer. */
  readonly earlier: { readonly [ref: string]: EarlierAnswer };
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly customers: readonly KnownCustomer[];
  /** Finds a customer by what is said of its name; where it is set, `customers` is not looked at. */
  readonly findCustomers?: (said: string) => FoundCustomers;
  /** The asking person's today, ISO date in their time zone: "ensi perjantaina" counts from it. */
  readonly today: string;
}
