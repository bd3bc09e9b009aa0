import { type Directory, isMember } from "../../../people/directory.ts";
import { rounds } from "../../../rounds/round.ts";
import type { Turn } from "../../turn.ts";

/** Undefined for whoever may change a team's settings: an admin, a manager of it, who leads its open or its latest round. Else the sentence that says so. */
export async function mayChangeTeam(turn: Turn, team: string): Promise<string | undefined> {
  const directory = await turn.ports.directories.fresh(turn.incoming.company);
  const me = turn.person._id;
  if (!directory.teams.has(team)) return turn.say("turn.notYourTeam");
  if (isRole(directory, me, "admin")) return undefined;
  if (!isMember(directory, team, me)) return turn.say("turn.notYourTeam");
  if (isRole(directory, me, "manager")) return undefined;
  const equals = { company: turn.incoming.company, team };
  const all = await turn.ports.store.find(rounds, { name: "ofTeam", equals });
  const latest = all.toSorted((a, b) => b.openedAt - a.openedAt)[0];
  const leads = all.some(
    (round) => round.facilitator === me && (round.state === "open" || round.state === "talking" || round === latest),
  );
  return leads ? undefined : turn.say("admin.team.whoMay");
}

export function isRole({ people }: Directory, person: string, role: "admin" | "manager"): boolean {
  const known = people.get(person);
  return known !== undefined && known.leftAt === undefined && known.roles.includes(role);
}
