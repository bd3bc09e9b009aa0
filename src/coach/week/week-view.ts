import type { Option } from "../../message/message.ts";
import type { HomeItem } from "../home/home-section.ts";
import type { Waiting } from "./waiting.ts";
import type { WeekReader, WeekSection, WeekSubject } from "./week-section.ts";

export interface WeekCount {
  readonly subject: WeekSubject;
  readonly count: number;
}

/** One page of a weekly message. */
export interface WeekList {
  readonly kind: "list";
  readonly reader: WeekReader;
  /** "2027-W06" */
  readonly week: string;
  /** What is open now, by subject. */
  readonly counts: readonly WeekCount[];
  /** What is open later. */
  readonly later: readonly WeekCount[];
  readonly told: readonly string[];
  /** Below the first line. */
  readonly named: readonly string[];
  /** The ways to what does not stand in the message. */
  readonly ways: readonly Option[];
  readonly groups: readonly { readonly section: WeekSection; readonly items: readonly HomeItem[] }[];
  /** Its lines from `from` to `to` (1 is the first) of so many in all. */
  readonly from: number;
  readonly to: number;
  readonly total: number;
  /** How many of them are settled: the first line counts the others. */
  readonly settled: number;
  /** The number of this page, from 0, and how many there are. */
  readonly page: number;
  readonly pages: number;
  /** The names of all lines, in their order: what a posted message remembers. */
  readonly shown: readonly string[];
  /** What waits where nothing is open now or later. */
  readonly waiting?: Waiting;
  /** It is shown before its time; `next`: when one comes. Undefined for who wants none. */
  readonly preview?: { readonly next: number | undefined };
}

/** What is due on a day, by itself. */
export interface NudgeView {
  readonly kind: "nudge";
  readonly reader: WeekReader;
  /** Of each: what is due, when (ISO), and its line. */
  readonly due: readonly { readonly what: string; readonly on: string; readonly draw: HomeItem }[];
  /** How many of them are contacts with customers; the others are actions. */
  readonly contacts: number;
  readonly shown: readonly string[];
}

/** What a weekly message or a nudge is drawn from. */
export type WeekView =
  | WeekList
  | NudgeView
  /** Two in a row were left untouched; `thinned`: they come only every second week already. */
  | { readonly kind: "ask"; readonly thinned: boolean }
  | { readonly kind: "stopped" }
  /** A preview in which nothing would stand. */
  | {
      readonly kind: "nothing";
      readonly reader: WeekReader;
      readonly next: number | undefined;
      readonly waiting?: Waiting;
    };
