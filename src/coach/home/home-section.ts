import type { Block } from "../../message/message.ts";
import type { Directory } from "../../people/directory.ts";
import type { Person } from "../../people/records.ts";
import type { Round } from "../../rounds/round.ts";
import type { Say } from "../../text/text.ts";
import type { CoachPorts } from "../ports.ts";
import type { Listener } from "../scene.ts";

/** Who looks at their Home, and what it is read from. */
export interface HomeReader {
  readonly ports: Pick<CoachPorts, "store" | "flows" | "now">;
  readonly directory: Directory;
  readonly person: Person;
  readonly listener: Listener;
  readonly now: number;
  /** Has answered and led nothing yet. */
  readonly newcomer: boolean;
  /** The rounds of all of the person's teams, read once for all sections. */
  readonly rounds: () => Promise<readonly Round[]>;
}

/** One thing of a section, in the listener's words: at most three blocks and some 600 characters, which stay together. */
export type HomeItem = (listener: Listener) => readonly (Block | undefined)[];

/** A subject's part of people's Home. Without items it is not drawn. */
export interface HomeSection {
  /** Stands in the buttons that open the section's own pages. */
  readonly id: string;
  readonly title: (say: Say) => string;
  /** How many items stand on Home, and on each page of the section's own; where items have pictures, one. */
  readonly most: { readonly onHome: number; readonly onPage: number };
  /** The items from the `from`th on, at most `count`, the most urgent first, and how many there are in all. */
  readonly read: (reader: HomeReader, from: number, count: number) => Promise<HomePart>;
}

export interface HomePart {
  readonly items: readonly HomeItem[];
  readonly total: number;
}

/** The part of a list that is already read whole. */
export async function partOf<T>(
  all: readonly T[],
  from: number,
  count: number,
  itemOf: (one: T) => HomeItem | Promise<HomeItem>,
): Promise<HomePart> {
  return { items: await Promise.all(all.slice(from, from + count).map(itemOf)), total: all.length };
}
