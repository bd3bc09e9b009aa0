import { isoDateIn } from "../calendar/iso-date.ts";
import { awayOn } from "../people/away-on.ts";
import type { Person } from "../people/records.ts";

/**
 * Who is told what a person should hear of now: the person, or while they are away their substitute, or that one's where that one is away too.
 * Undefined: nobody, since there is no substitute, or whoever it is has left or wants quiet.
 */
export function receiverOf(person: Person, people: ReadonlyMap<string, Person>, now: number): Person | undefined {
  const asked = new Set<string>();
  let receiver: Person | undefined = person;
  while (receiver !== undefined && !asked.has(receiver._id)) {
    asked.add(receiver._id);
    if (receiver.leftAt !== undefined) return undefined;
    const away = awayOn(receiver, isoDateIn(now, receiver.timeZone));
    if (!away) return receiver.quiet ? undefined : receiver;
    receiver = away.substitute === null ? undefined : people.get(away.substitute);
  }
  return undefined;
}

/** Those who are away and whose due things a person gets meanwhile. */
export function standsInFor(person: string, people: ReadonlyMap<string, Person>, now: number): readonly Person[] {
  return [...people.values()].filter(
    (one) => one.away !== undefined && one._id !== person && receiverOf(one, people, now)?._id === person,
  );
}
