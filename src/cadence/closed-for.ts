import { closedDays, type IsClosed } from "../calendar/closed-days.ts";
import { type Directory, teamsOf } from "../people/directory.ts";

/** The days on which a team is closed: by its own closed weeks, else the company's. */
export function closedForTeam({ company, teams }: Directory, team: string): IsClosed {
  return closedDays(teams.get(team)?.closedWeeks, company.closedWeeks);
}

/** The days on which nothing of a team is said to a person: either of them is closed. */
export function closedForEither(directory: Directory, { team, person }: Membership): IsClosed {
  const all = [closedForTeam(directory, team), closedForPerson(directory, person)];
  return (isoDate) => all.some((isClosed) => isClosed(isoDate));
}

interface Membership {
  readonly team: string;
  readonly person: string;
}

/** The days on which a person is left alone: when all their teams are closed; the company's, where they have none. */
export function closedForPerson(directory: Directory, person: string): IsClosed {
  const teams = teamsOf(directory, person).map(({ _id }) => closedForTeam(directory, _id));
  if (teams.length === 0) return closedDays(directory.company.closedWeeks);
  return (isoDate) => teams.every((isClosed) => isClosed(isoDate));
}
