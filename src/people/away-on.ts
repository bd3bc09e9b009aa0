import type { Away, Person } from "./records.ts";

/** The person's absence, if it holds on that day (ISO) of their own calendar. */
export function awayOn({ away }: Pick<Person, "away">, today: string): Away | undefined {
  return away && away.until >= today && (away.from === undefined || away.from <= today) ? away : undefined;
}

/** The same, or the one that is still to come. */
export function awaySoon({ away }: Pick<Person, "away">, today: string): Away | undefined {
  return away && away.until >= today ? away : undefined;
}

/** The absence that was over last before that day (ISO); undefined while the person is away, and where none is known. */
export function awayBefore(person: Pick<Person, "away" | "wasAway">, today: string): Away | undefined {
  if (awayOn(person, today)) return undefined;
  const over = [person.away, person.wasAway].filter((away) => away !== undefined && away.until < today);
  return over.toSorted((a, b) => (a?.until ?? "").localeCompare(b?.until ?? "")).at(-1);
}
