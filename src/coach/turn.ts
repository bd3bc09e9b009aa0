import type { Incoming } from "../channels/incoming.ts";
import type { Event } from "../deliveries/outbox.ts";
import type { Flow } from "../flow/flow.ts";
import type { Directory } from "../people/directory.ts";
import type { Person } from "../people/records.ts";
import { type Say, words } from "../text/text.ts";
import type { CoachPorts } from "./ports.ts";

/** One incoming thing with what every use case needs of it. */
export interface Turn<I extends Incoming = Incoming> {
  readonly ports: CoachPorts;
  readonly directory: Directory;
  readonly person: Person;
  readonly incoming: I;
  /** For changeRecord: the event's id, this process's clock, and this process as a sender. */
  readonly event: Event;
  /** Luotsi's words in this person's language. */
  readonly say: Say;
  /** The flows that this company may use. */
  readonly flows: readonly Flow[];
}

/** Somebody tapped a button or submitted a form. */
export type Tap = Turn<Extract<Incoming, { kind: "tapped" | "submitted" }>>;
/** Somebody wrote something. */
export type Said = Turn<Extract<Incoming, { kind: "said" }>>;

/** The turn of an incoming thing; undefined when the person is not known (a stranger, someone who left). */
export async function turnOf<I extends Incoming>(ports: CoachPorts, incoming: I): Promise<Turn<I> | undefined> {
  const directory = await ports.directories.of(incoming.company);
  const person = directory.people.get(incoming.person);
  if (!person) return undefined;
  return {
    ports,
    directory,
    person,
    incoming,
    event: { id: incoming.eventId, now: ports.now(), sender: ports.courier.sender() },
    say: words(person.language),
    flows: ports.flows.all(incoming.company),
  };
}
