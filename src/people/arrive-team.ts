import type { ArrivalPorts, Locale } from "./arrive.ts";
import { idFrom } from "./id-from.ts";
import { type Installation, memberships, type Team, teams } from "./records.ts";

type TeamChannel = Team["channels"][number];

export interface ArrivingTeam extends Locale {
  readonly installation: Installation;
  /** The platform's id of the channel. */
  readonly channel: string;
  readonly name: string;
  readonly serviceUrl?: string;
  readonly within?: string;
}

/** The team of a platform's channel: the one that has this channel, else a new one. Where Luotsi was taken from it, it is back. */
export async function arriveTeam(ports: ArrivalPorts, arriving: ArrivingTeam): Promise<Team> {
  const { store, directories } = ports;
  const { installation, channel, name, language, timeZone, serviceUrl, within } = arriving;
  const { company } = installation;
  const directory = await directories.of(company);
  const known = teamOfChannel(directory.teams.values(), installation._id, channel);
  if (known) return back(ports, known, { installation: installation._id, channel });
  const _id = await idFrom("team", installation._id, channel);
  const reached = { ...(serviceUrl === undefined ? {} : { serviceUrl }), ...(within === undefined ? {} : { within }) };
  const place = { installation: installation._id, channel, ...reached };
  const team: Team = { _id, company, name, language, timeZone, channels: [place] };
  const inserted = (await store.insert(teams, team)) === "inserted";
  directories.forget(company);
  if (inserted) return team;
  // Written by another process meanwhile, or the channel has moved to another team.
  const anew = await directories.fresh(company);
  return teamOfChannel(anew.teams.values(), installation._id, channel) ?? anew.teams.get(_id) ?? team;
}

export function teamOfChannel(all: Iterable<Team>, installation: string, channel: string): Team | undefined {
  for (const team of all)
    if (team.channels.some((one) => one.installation === installation && one.channel === channel)) return team;
  return undefined;
}

/** Luotsi was taken from a team's channel: nothing is sent there any more, until it is back. */
export async function removeChannel(
  { store, directories }: ArrivalPorts,
  team: Team,
  gone: Pick<TeamChannel, "installation" | "channel">,
  at: number,
): Promise<void> {
  const channels = team.channels.map((one) =>
    one.installation === gone.installation && one.channel === gone.channel ? { ...one, removedAt: at } : one,
  );
  await store.change(teams, team._id, { set: { channels } });
  directories.forget(team.company);
}

async function back(
  ports: ArrivalPorts,
  team: Team,
  there: Pick<TeamChannel, "installation" | "channel">,
): Promise<Team> {
  const isHere = (one: TeamChannel) => one.installation === there.installation && one.channel === there.channel;
  if (team.channels.every((one) => !isHere(one) || one.removedAt === undefined)) return team;
  const channels = team.channels.map((one) => {
    const { removedAt: _, ...kept } = one;
    return isHere(one) ? kept : one;
  });
  const changed = await ports.store.change(teams, team._id, { set: { channels } });
  ports.directories.forget(team.company);
  return changed.kind === "missing" ? team : changed.document;
}

/** The people who joined a team's channel. */
export async function joinTeam(ports: ArrivalPorts, team: Team, joining: readonly string[]): Promise<void> {
  const { company, _id } = team;
  await Promise.all(
    joining.map((person) => ports.store.insert(memberships, { _id: `${_id}/${person}`, company, team: _id, person })),
  );
  ports.directories.forget(company);
}

/** The people who left a team's channel; what they answered stays. */
export async function leaveTeam(ports: ArrivalPorts, team: Team, leaving: readonly string[]): Promise<void> {
  await Promise.all(leaving.map((person) => ports.store.remove(memberships, `${team._id}/${person}`)));
  ports.directories.forget(team.company);
}
