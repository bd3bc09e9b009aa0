import { slotsAnew } from "../../cadence/slots-anew.ts";
import { refreshHomes } from "../../conversations/refresh-homes.ts";
import { type Person, people } from "../../people/records.ts";
import type { Json } from "../../store/store.ts";
import type { Turn } from "../turn.ts";

/** What someone changes of their own record. */
export interface OwnChange {
  readonly set?: { readonly [field in "language" | "timeZone" | "weekly" | "weeklyPace" | "away" | "quiet"]?: Json };
  readonly unset?: readonly ("away" | "quiet" | "weeklyPace")[];
}

/** The person as they stand in the store, whatever this process remembers. */
export async function ownRecord({ ports, person }: Turn): Promise<Person> {
  return (await ports.store.get(people, person._id)) ?? person;
}

/** Writes a change of one's own settings and draws one's Home anew. What the person sets here, the platform's profile changes no more. */
export async function changeOwn(turn: Turn, person: Person, { set = {}, unset = [] }: OwnChange): Promise<Person> {
  const { ports, event } = turn;
  const chosen = new Set(person.chosen);
  if (set.language !== undefined) chosen.add("language");
  if (set.timeZone !== undefined) chosen.add("timeZone");
  const moved = set.weekly !== undefined || set.timeZone !== undefined;
  const changed = await ports.store.change(people, person._id, {
    set: {
      ...set,
      ...(chosen.size > 0 ? { chosen: [...chosen] } : {}),
      ...(moved ? slotsAnew(person, event.now) : {}),
    },
    unset,
  });
  ports.directories.forget(person.company);
  await refreshHomes(ports, [person._id], event);
  return changed.kind === "missing" ? person : changed.document;
}
