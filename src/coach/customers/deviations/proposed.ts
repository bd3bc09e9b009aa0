import type { Deviation } from "../../../customers/deviations/deviation.ts";
import type { WeekReader } from "../../week/week-section.ts";
import { deviationsFor } from "./read-deviations.ts";

/** Of what is to be decided on so many stand in a weekly message, the gravest: the others come when those are decided. */
export const MOST_PROPOSED = 2;

/** Read once for all sections of a message. */
const known = new WeakMap<WeekReader, Promise<readonly Deviation[]>>();

/** On what a person's weekly message proposes to decide. */
export function proposedTo(reader: WeekReader): Promise<readonly Deviation[]> {
  // Just back from closed weeks nothing is late, and nobody is asked why.
  if (reader.back) return Promise.resolve([]);
  const before = known.get(reader);
  if (before) return before;
  const { ports, directory, person, now } = reader;
  const reading = deviationsFor(ports, directory, { person: person._id, now }).then((all) =>
    all.slice(0, MOST_PROPOSED),
  );
  known.set(reader, reading);
  return reading;
}
