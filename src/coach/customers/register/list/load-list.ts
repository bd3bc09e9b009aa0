import type { Entry, Register } from "../../../../customers/search/register.ts";
import type { GroupedBy, ListOf } from "../register-actions.ts";

/** A list as it was read. */
export interface ReadList {
  readonly entries: readonly Entry[];
  /** Nobody has that name; these come near it. */
  readonly isGuess: boolean;
}

/** The customers of a list, those due first first in one's own, else in the order of their names. */
export function listed(register: Register, of: ListOf): ReadList {
  if (of.called !== undefined) {
    const found = register.index.search(of.called);
    const all = (found?.ids ?? []).flatMap((id) => register.entries.get(id) ?? []);
    return { entries: all, isGuess: found?.how === "typo" };
  }
  return { entries: register.ordered().filter((entry) => belongs(entry, of)), isGuess: false };
}

function belongs(entry: Entry, { person, class: inClass, field, ended }: ListOf): boolean {
  if (entry.kept === (ended === true)) return false;
  return (
    (person === undefined || entry.person === person) &&
    (inClass === undefined || entry.class === inClass) &&
    (field === undefined || entry.field === field)
  );
}

export interface Group {
  readonly of: ListOf;
  readonly count: number;
}

/** The groups that there are, the largest first; those without a class, field or person last. */
export function groupsOf(register: Register, by: GroupedBy): readonly Group[] {
  const counts = new Map<string | null, Group>();
  for (const entry of register.ordered()) {
    if (!entry.kept) continue;
    const key = entry[by];
    const group = counts.get(key) ?? { of: ofGroup(entry, by), count: 0 };
    counts.set(key, { ...group, count: group.count + 1 });
  }
  const rank = ([key, { count }]: readonly [string | null, Group]) => (key === null ? Number.NEGATIVE_INFINITY : count);
  const isClass = by === "class";
  return [...counts]
    .toSorted((a, b) => (isClass && a[0] && b[0] ? a[0].localeCompare(b[0]) : rank(b) - rank(a)))
    .map(([, group]) => group);
}

function ofGroup(entry: Entry, by: GroupedBy): ListOf {
  switch (by) {
    case "class":
      return { class: entry.class };
    case "field":
      return { field: entry.field };
    case "person":
      return { person: entry.person };
    default:
      return by satisfies never;
  }
}
