import { backOn } from "../../cadence/back-on.ts";
import { closedForPerson } from "../../cadence/closed-for.ts";
import type { IsClosed } from "../../calendar/closed-days.ts";
import { isoDateIn } from "../../calendar/iso-date.ts";
import { type Directory, isMember } from "../../people/directory.ts";
import type { Person } from "../../people/records.ts";
import { actionsOf } from "../../plan/find-actions.ts";
import type { WeekReader } from "./week-section.ts";

/** Of the teams that the person belongs to: what they left behind in another one is that team's business. */
async function ownActions({ store }: WeekReader["ports"], directory: Directory, { company, _id }: Person) {
  const all = await actionsOf(store, { company, person: _id });
  return all.filter(({ team }) => isMember(directory, team, _id));
}

/** A person as the reader of their week at this moment. */
export function weekReader(
  ports: WeekReader["ports"],
  directory: Directory,
  person: Person,
  postedAt?: number,
): WeekReader {
  const now = ports.now();
  const today = isoDateIn(now, person.timeZone);
  const isClosed = closedForPerson(directory, person._id);
  const backIn = (closed: IsClosed) => backOn(person, closed, isoDateIn(postedAt ?? now, person.timeZone));
  let own: ReturnType<WeekReader["actions"]> | undefined;
  return {
    ports,
    directory,
    person,
    listener: { language: person.language, timeZone: person.timeZone, person },
    now,
    today,
    isClosed,
    back: backIn(isClosed),
    backIn,
    postedAt,
    actions: () => {
      own ??= ownActions(ports, directory, person);
      return own;
    },
  };
}
